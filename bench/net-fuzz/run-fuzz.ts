import { tickMs } from '@balai/engine/core'
import { compareViews, isAtRest } from './compare-views.ts'
import { createFuzzHall, type FuzzHall, momentsMs } from './fuzz-hall.ts'
import { createFuzzPerson, type FuzzPerson } from './fuzz-person.ts'
import type { FuzzPlace } from './fuzz-places.ts'
import { drawFuzzPlan } from './fuzz-plan.ts'
import { type AuditFindings, type Causes, noCauses } from './line-audit.ts'

/** What came of one seed. */
export type FuzzFinding = {
  readonly seed: number
  /** Pictures held against the server's world at the end. */
  readonly pairs: number
  readonly intents: number
  readonly resumed: number
  readonly corrections: Causes
  readonly lost: Causes
  /** Views that are wrong at the end, faults of the programs, people sent away without reason. */
  readonly wrong: readonly string[]
  /** Corrections and losses that no rule foresees. */
  readonly notes: readonly string[]
}

/** Ticks in which everybody stands before anything is compared: lines drain, limits settle, every square of the crowd is looked at exactly. */
const calmTicks = 420
/** How long it may take until everybody whom it concerns was told who is near after somebody left. */
const newsTicks = 60
/** How long a change in company may take until every square of the crowd is told of exactly (N15). */
const crowdTicks = 360
/** Walkers that meet no wall are told to stand after so many. */
const driftTicks = 160
/** Close codes that an honest person may meet: the hall is full, the own older line gives way. */
const fairCodes = [4006, 4010]

/** Plays one seed to its end. Whatever is thrown inside is a finding. */
export function runFuzz(seed: number, places: readonly FuzzPlace[]): FuzzFinding {
  const plan = drawFuzzPlan(seed)
  const hall = createFuzzHall(plan, places[Math.floor(plan.place * places.length)])
  const audits = plan.people.map((): AuditFindings => ({ corrections: noCauses(), lost: noCauses(), notes: [] }))
  const people = plan.people.map((person, i) => createFuzzPerson(person, hall, audits[i]))
  const wrong: string[] = []
  let pairs = 0
  const company = { who: 0, tick: 0 }
  const run = (ms: number): void => {
    const untilMs = hall.clock() + ms
    while (hall.clock() < untilMs) {
      live(hall, people)
      const who = companyOf(hall, people)
      const { tick } = hall.world()
      if (who !== company.who) Object.assign(company, { who, tick })
    }
  }
  try {
    run(plan.walkMs)
    hall.calm()
    for (const person of people) person.rest(plan.endsStanding)
    run(driftTicks * tickMs)
    for (const person of people) {
      const view = person.view()
      if (view !== null && !isAtRest(view.world)) person.rest(true)
    }
    run(calmTicks * tickMs)
    // Whoever was away too long has left just now: those who knew them are told of others.
    while (hall.world().tick - company.tick < newsTicks) run(newsTicks * tickMs)
    const compared = compareViews(hall, plan, people, hall.world().tick - company.tick > crowdTicks)
    pairs = compared.pairs
    wrong.push(...compared.wrong)
  } catch (error) {
    wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  for (const [i, { closes }] of people.entries())
    for (const [code, times] of closes) if (!fairCodes.includes(code)) wrong.push(`person ${i} was sent away with ${code}, ${times} times`)
  const { intents, resumed } = hall.server.stats()
  const sum = (key: 'corrections' | 'lost'): Causes => {
    const causes = noCauses()
    for (const audit of audits) for (const name of Object.keys(causes) as (keyof Causes)[]) causes[name] += audit[key][name]
    return causes
  }
  return {
    seed,
    pairs,
    intents,
    resumed,
    corrections: sum('corrections'),
    lost: sum('lost'),
    wrong,
    notes: audits.flatMap(({ notes }) => notes),
  }
}

/** One tick for everybody. */
function live(hall: FuzzHall, people: readonly FuzzPerson[]): void {
  for (const [moment, length] of momentsMs.entries()) {
    hall.clock.advance(length)
    for (const person of people) person.deliver()
    if (moment === 0) {
      hall.step()
      for (const person of people) person.deliver()
    }
    for (const [i, person] of people.entries()) if (i % momentsMs.length === moment) person.live()
  }
}

/** A number that changes when somebody comes or goes, and when somebody is known to more or fewer. */
function companyOf(hall: FuzzHall, people: readonly FuzzPerson[]): number {
  const { avatars, components } = hall.world()
  let sum = 0
  for (let i = 0; i < avatars.count; i++) sum += components.Identity.netId[avatars.eids[i]]
  for (const [i, person] of people.entries()) sum += (i + 1) * 7919 * (person.view()?.world.avatars.count ?? 0)
  return sum
}
