/** Who stands before a door. `holder` is the citizen whose things are asked for, `other` another one; both agencies are of one region. */
export const people = ['visitor', 'holder', 'other', 'elsewhere', 'officer', 'admin', 'integrity'] as const
export type Person = (typeof people)[number]

/**
 * `in`: what lies behind it is reached. `behind`: it opens, and there may be nothing behind it. `out`: refused, as one who is not signed in, may not, or is not
 * told that it is there. `shut`: refused for any reason, a wrong secret or a wrong counter among them.
 */
export type Outcome = 'in' | 'behind' | 'out' | 'shut'

const seven = (...outcomes: readonly [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome]): Readonly<Record<Person, Outcome>> =>
  Object.fromEntries(people.map((person, index) => [person, outcomes[index]])) as Record<Person, Outcome>

/** The kinds of doors, and how each stands for whom: visitor, holder, other citizen, officer elsewhere, officer here, administrator, integrity unit. */
export const doors = {
  /** Everybody's. */
  open: seven('in', 'in', 'in', 'in', 'in', 'in', 'in'),
  /** Opened by a code or password, which nobody here has. */
  secret: seven('shut', 'shut', 'shut', 'shut', 'shut', 'shut', 'shut'),
  /** Every citizen's own things, of which there is none by this name. */
  citizenAt: seven('out', 'behind', 'behind', 'out', 'out', 'out', 'out'),
  /** Every citizen's own things, whatever they are. */
  citizen: seven('out', 'in', 'in', 'out', 'out', 'out', 'out'),
  /** One citizen's thing. */
  own: seven('out', 'in', 'out', 'out', 'out', 'out', 'out'),
  /** One citizen's thing, which may be none: the fee of what is free. */
  ownAt: seven('out', 'behind', 'out', 'out', 'out', 'out', 'out'),
  /** A thing that this run has none of: nobody else may be let in, and the holder finds nothing. */
  nobody: seven('out', 'out', 'out', 'out', 'out', 'out', 'out'),
  /** Every officer, at what is theirs. */
  officer: seven('out', 'out', 'out', 'behind', 'behind', 'behind', 'behind'),
  /** The officers of one agency, and who may work in every one. */
  agency: seven('out', 'out', 'out', 'out', 'in', 'in', 'out'),
  /** A thing of the agency, in whatever state it is by then. */
  agencyAt: seven('out', 'out', 'out', 'out', 'behind', 'behind', 'out'),
  /** Somebody in the line of an agency, for who sits at its counter. */
  desk: seven('out', 'out', 'out', 'shut', 'behind', 'behind', 'shut'),
  /** An officer's own password, by the one that they have now. */
  password: seven('out', 'out', 'out', 'shut', 'shut', 'shut', 'shut'),
  /** The administrator alone. */
  admin: seven('out', 'out', 'out', 'out', 'out', 'in', 'out'),
  /** The administrator, at something that is not there. */
  adminOnly: seven('out', 'out', 'out', 'out', 'out', 'behind', 'out'),
  /** The region's integrity unit; the first account holds that role too until others are named. */
  integrity: seven('out', 'out', 'out', 'out', 'out', 'behind', 'behind'),
  /** A paired kiosk; nobody here is one. */
  kiosk: seven('out', 'out', 'out', 'out', 'out', 'out', 'out'),
} as const satisfies Readonly<Record<string, Readonly<Record<Person, Outcome>>>>
export type Door = keyof typeof doors
