import {
  applyCaseEvent,
  decideCase,
  defaultCasePolicy,
  type CaseCommand,
  type CaseDecision,
  type CaseErrorCode,
  type CaseEvent,
  type CaseState,
  type DeskCommand,
  type DeskOfficer,
  type SubmitCommand,
  type WorkCalendar,
} from '../../../../game/case/flow/index.ts'

/** Monday 3 March 2025, 09:00 in Makassar (UTC+8). */
export const mondayMs = Date.UTC(2025, 2, 3, 1)
export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

export const calendar: WorkCalendar = {
  utcOffsetMinutes: 480,
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 8 * 60,
  closesMinute: 16 * 60,
  holidays: [{ day: '2025-03-06', name: 'Hari daerah' }],
}

export const front: DeskOfficer = { officer: 'fitri', roles: ['front'] }
export const verifier: DeskOfficer = { officer: 'vino', roles: ['verifier'] }
export const approver: DeskOfficer = { officer: 'ayu', roles: ['approver'] }
export const everything: DeskOfficer = { officer: 'eka', roles: ['front', 'verifier', 'approver'] }

/** 1 + 2 + 1 working days, and the handing over on the same day. */
export const steps: SubmitCommand['steps'] = [
  { slug: 'periksa', role: 'front', workingDays: 1 },
  { slug: 'verifikasi', role: 'verifier', workingDays: 2 },
  { slug: 'tanda-tangan', role: 'approver', workingDays: 1 },
  { slug: 'serah', role: 'front', workingDays: 0 },
]

export function submission(change: Partial<SubmitCommand> = {}): SubmitCommand {
  return {
    type: 'submit',
    id: 'kasus-1',
    number: 'K-7QF3-2M',
    region: 'kukar',
    agency: 'disdukcapil',
    service: 'akta-lahir',
    version: 3,
    steps,
    citizen: 'siti',
    form: { paper: 'form-1', hashes: { nama: 'h-nama', ibu: 'h-ibu' } },
    papers: { kk: 'paper-kk', surat: 'paper-surat' },
    fee: { tariff: 'gratis', rupiah: 0, basis: 'UU 24/2013' },
    contact: null,
    ticket: null,
    others: [],
    policy: defaultCasePolicy,
    atMs: mondayMs,
    ...change,
  }
}
export const paidFee = { tariff: 'tetap', rupiah: 350_000, basis: 'PP 45/2024' }

type Bare<Command> = Command extends unknown ? Omit<Command, 'by' | 'seen' | 'policy' | 'atMs' | 'calendar'> : never
export type DeskSaid = Bare<DeskCommand>
type Said = Exclude<CaseCommand, DeskCommand>

/** Plays a case through: each step is decided, applied, and kept. */
export function play(change: Partial<SubmitCommand> = {}) {
  let state: CaseState | null = null
  const events: CaseEvent[] = []
  let nowMs = change.atMs ?? mondayMs

  const decide = (command: CaseCommand): CaseDecision => decideCase(state, command)
  const keep = (decision: CaseDecision): readonly CaseEvent[] => {
    if (!decision.ok) throw new Error(`refused: ${decision.code} ${JSON.stringify(decision.details)}`)
    for (const event of decision.events) {
      events.push(event)
      state = applyCaseEvent(state, event)
    }
    return decision.events
  }
  const full = (by: DeskOfficer, said: DeskSaid, seen: number | null = null): DeskCommand =>
    ({ ...said, by, seen, policy: defaultCasePolicy, calendar, atMs: nowMs }) as DeskCommand
  keep(decide(submission(change)))

  const game = {
    events,
    get state(): CaseState {
      if (state === null) throw new Error('not submitted')
      return state
    },
    get nowMs() {
      return nowMs
    },
    /** Goes on to an instant of the region's clock: "2025-03-04 10:00". */
    at(local: string) {
      nowMs = Date.parse(`${local.replace(' ', 'T')}:00Z`) - 8 * hourMs
      return game
    },
    decide,
    tell: (command: Said) => keep(decide(command)),
    do: (by: DeskOfficer, said: DeskSaid, seen: number | null = null) => keep(decide(full(by, said, seen))),
    /** The code of a refusal, or what was accepted instead. */
    try: (by: DeskOfficer, said: DeskSaid, seen: number | null = null) => codeOf(decide(full(by, said, seen))),
    /** Takes and does. */
    takes: (by: DeskOfficer, said: DeskSaid) => [...keep(decide(full(by, { type: 'take' }))), ...keep(decide(full(by, said)))],
    resubmit: (change: Partial<Extract<CaseCommand, { type: 'resubmit' }>> = {}): CaseDecision => {
      const { form, papers, fee } = game.state
      const sent = { form, papers, fee, followed: [], ...change }
      const asked = [...Object.keys(sent.form.hashes), ...Object.keys(sent.papers)]
      return decide({ type: 'resubmit', citizen: 'siti', asked, atMs: nowMs, ...sent })
    },
    keep,
    /** Checked and accepted by people of their own. */
    accepted() {
      game.takes(front, { type: 'check' })
      game.takes(verifier, { type: 'accept' })
      return game
    },
    /** All steps before the decision done. */
    ready() {
      game.accepted()
      game.do(verifier, { type: 'step' })
      return game
    },
    decided() {
      game.ready()
      game.takes(approver, { type: 'decide', text })
      return game
    },
  }
  return game
}

export const text = { title: 'Akta kelahiran', lines: [{ label: 'Nomor', text: '1' }] }
export const codeOf = (decision: CaseDecision): CaseErrorCode | 'accepted' => (decision.ok ? 'accepted' : decision.code)
export const detailsOf = (decision: CaseDecision) => (decision.ok ? null : decision.details)
export const typesOf = (events: readonly CaseEvent[]): string[] => events.map(({ type }) => type)
