import type { Rng } from '@balai/engine/core'
import { callReasons, channels, priorityReasons, type QueueCommand, type QueuePolicy, type Stop } from '../../game/queue/index.ts'
import { inHand, type Paper, type Slip } from './paper-queue.ts'

const minuteMs = 60_000
const counters = ['c0', 'c1', 'c2']
const officers = ['o0', 'o1', 'o2']
const stops: readonly Stop[] = [
  { group: 'kartu', service: 'kia' },
  { group: 'akta', service: 'lahir' },
  { group: 'pajak', service: null },
]

/** A policy in which everything comes up within a hundred commands. */
export function drawPolicy(rng: Rng): Partial<QueuePolicy> {
  const upTo = (most: number): number => Math.floor(rng() * (most + 1))
  return {
    turnsPerPriority: upTo(3),
    rejoinBehind: upTo(4),
    mostRejoins: upTo(3),
    mostCalls: 1 + upTo(3),
    recallAfterMs: upTo(2) * 30_000,
    skipAfterMs: upTo(2) * minuteMs,
    readyForMs: (1 + upTo(12)) * minuteMs,
    askReadyAhead: upTo(4),
    mostPasses: 1 + upTo(3),
    checkInEarlyMs: upTo(40) * minuteMs,
    checkInLateMs: upTo(40) * minuteMs,
    mostOfDevice: 1 + upTo(4),
  }
}

/**
 * One command at an instant, most often one that can be accepted as things stand on paper; ids of new tickets are made of `step`.
 * An arrival is of somebody who has no live place: SPEC.md does not say what becomes of one who has.
 */
export function drawCommand(rng: Rng, paper: Paper, step: number, atMs: number): QueueCommand {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(rng() * values.length)]
  const chance = (share: number): boolean => rng() < share
  const citizen = `p${Math.floor(rng() * 24)}`
  const taking = {
    ticket: chance(0.01) && paper.slips.length > 0 ? pick(paper.slips).id : `t${step}`,
    citizen,
    service: pick([null, 'ktp', 'kk']),
    route: chance(0.2) ? stops.filter(() => chance(0.5)) : [],
    priority: chance(0.3) ? pick(priorityReasons) : null,
    device: chance(0.3) ? `d${Math.floor(rng() * 4)}` : null,
  }
  const at = { counter: pick(counters), officer: pick(officers), atMs }
  /** One in such a state, or now and then any. */
  const one = (...states: readonly string[]): Slip | undefined => {
    const fit = chance(0.9) ? paper.slips.filter(({ state }) => states.includes(state)) : paper.slips
    return fit.length === 0 ? paper.slips.at(-1) : pick(fit)
  }
  const id = (slip: Slip | undefined): string => slip?.id ?? 'nobody'
  const self = (slip: Slip | undefined): string => (slip === undefined || chance(0.05) ? citizen : slip.citizen)
  const hour = 60 * minuteMs
  const slotAtMs = chance(0.9) ? (Math.floor(atMs / hour) + 1 + Math.floor(rng() * 2)) * hour : atMs
  const inHandAct = (): QueueCommand => drawInHand({ rng, paper, at, pick, chance })
  const draws: readonly (readonly [number, () => QueueCommand])[] = [
    [24, () => ({ type: 'issue', ...taking, ...kiosk(taking, step, chance), quota: chance(0.05) ? 10 : null, atMs })],
    [6, () => ({ type: 'reserve', ...taking, slotAtMs, capacity: 1 + Math.floor(rng() * 2), atMs })],
    [6, () => ({ type: 'check-in', ...personOf(one('reserved'), self), channel: pick(channels), atMs })],
    [
      3,
      () => ({
        type: 'arrive',
        ...taking,
        ticket: chance(0.2) ? id(one('waiting', 'done', 'transferred')) : taking.ticket,
        channel: pick(channels),
        label: `B-${100 + step}`,
        from: 'akta',
        rankMs: atMs - Math.floor(rng() * 60) * minuteMs,
        issuedAtMs: atMs - 60 * minuteMs,
        hop: 1 + Math.floor(rng() * 3),
        atMs,
      }),
    ],
    [3, () => ({ type: 'ask-ready', atMs })],
    [4, () => ({ type: 'ready', ...personOf(one('waiting'), self), atMs })],
    [6, () => ({ type: 'rejoin', ...personOf(one('skipped'), self), atMs })],
    [4, () => ({ type: 'return', ...personOf(one('parked'), self), atMs })],
    [
      4,
      () => {
        const slip = one('reserved', 'waiting', 'called', 'parked', 'skipped')
        return {
          type: 'cancel',
          ticket: id(slip),
          by: self(slip),
          slotFreeAtMs: chance(0.5) ? atMs + Math.floor(rng() * 40) * minuteMs : null,
          atMs,
        }
      },
    ],
    [
      2,
      () => ({
        type: 'rebook',
        ticket: id(one('reserved', 'waiting', 'skipped')),
        day: pick(['2026-03-01', '2026-03-02', '2026-03-03']),
        slotAtMs: atMs + 24 * 60 * minuteMs,
        reason: 'sistem',
        atMs,
      }),
    ],
    [
      2,
      () => ({ type: 'claim', ticket: id(paper.slips.find((slip) => slip.citizen.startsWith('kiosk')) ?? one('waiting')), citizen, atMs }),
    ],
    [26, () => ({ type: 'call-next', ...at })],
    [5, () => ({ type: 'call', ticket: id(one('waiting', 'parked', 'skipped')), reason: pick(callReasons), ...at })],
    [50, inHandAct],
    [3, () => ({ type: 'prioritise', ticket: id(one('reserved', 'waiting')), priority: pick(priorityReasons), officer: at.officer, atMs })],
    [1, () => ({ type: 'note', ticket: id(one('waiting')), officer: at.officer, text: chance(0.3) ? ' ' : 'catatan', atMs })],
    [
      1,
      () => ({
        type: 'close-line',
        reason: chance(0.2) ? '' : 'rapat',
        untilMs: chance(0.7) ? atMs + Math.floor(rng() * 20) * minuteMs : null,
        officer: at.officer,
        atMs,
      }),
    ],
    [2, () => ({ type: 'open-line', officer: at.officer, atMs })],
    [0.3, () => ({ type: 'expire-all', atMs })],
  ]
  let left = rng() * draws.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, draw] of draws) {
    left -= weight
    if (left < 0) return draw()
  }
  return { type: 'ask-ready', atMs }
}

/** A ticket of a kiosk is nobody's until it is claimed. */
function kiosk(taking: { readonly device: string | null; readonly citizen: string }, step: number, chance: (share: number) => boolean) {
  if (chance(0.2)) return { channel: 'kiosk', device: null, citizen: `kiosk-${step}` } as const
  return { channel: chance(0.6) ? 'home' : 'hall', device: taking.device, citizen: taking.citizen } as const
}

function personOf(slip: Slip | undefined, self: (slip: Slip | undefined) => string): { ticket: string; by: string | null } {
  const by = self(slip)
  return { ticket: slip?.id ?? 'nobody', by: by.length > 2 && by.startsWith('p1') ? null : by }
}

function drawInHand(of: {
  readonly rng: Rng
  readonly paper: Paper
  readonly at: { readonly counter: string; readonly officer: string; readonly atMs: number }
  readonly pick: <T>(values: readonly T[]) => T
  readonly chance: (share: number) => boolean
}): QueueCommand {
  const { rng, paper, at, pick, chance } = of
  const held = counters.map((counter) => ({ counter, slip: inHand(paper, counter) })).filter(({ slip }) => slip !== undefined)
  const { counter, slip } =
    held.length > 0 && chance(0.95) ? pick(held) : { counter: at.counter, slip: paper.slips[Math.floor(rng() * paper.slips.length)] }
  const here = { ...at, counter: chance(0.95) ? counter : at.counter, ticket: slip?.id ?? 'nobody' }
  const isServed = slip?.state === 'serving' ? chance(0.95) : chance(0.05)
  const type = pick(
    isServed
      ? (['finish', 'finish', 'park', 'transfer'] as const)
      : (['recall', 'serve', 'serve', 'skip', 'skip', 'park', 'transfer'] as const),
  )
  if (type === 'park') return { type, ...here, room: chance(0.05) ? ' ' : 'foto' }
  if (type !== 'transfer') return { type, ...here }
  const to = pick([
    { type: 'service', service: 'kia' },
    { type: 'counter', counter: at.counter },
    { type: 'officer', officer: pick(officers) },
    { type: 'group', group: 'akta', service: null },
    { type: 'group', group: 'kartu', service: null },
  ] as const)
  return { type, ...here, to }
}
