import { createRng, type Rng } from '@balai/engine/core'

/** What one seed is about; the rest of its chances are drawn while it runs. */
export type FuzzPlan = {
  readonly seed: number
  /** Index of the place, as a fraction of how many there are. */
  readonly place: number
  /** How long people walk about, ms. */
  readonly walkMs: number
  readonly capacity: number
  readonly viewNear: number
  readonly viewLimit: number
  readonly viewRadiusM: number
  /** Chance that the server's timer leaves ticks out, each tick, and most of them. */
  readonly napChance: number
  readonly napTicks: number
  /** The server runs its ticks so many at a time: a machine that is too slow. */
  readonly stepEvery: number
  /** Everybody is told to stand at the end; else they only wish for nothing more, and come to rest by themselves. */
  readonly endsStanding: boolean
  readonly people: readonly PersonPlan[]
}

export type PersonPlan = {
  readonly seed: number
  readonly arrivesMs: number
  readonly name: string | null
  readonly line: LinePlan
  /** ms after coming in; Infinity: never; 0: it is there. */
  readonly physicsAfterMs: number
  /** What the own clock shows when the world's shows 0, and how fast it goes. */
  readonly clockMs: number
  readonly clockRate: number
  /** Chances in a tick. */
  readonly wishChance: number
  readonly flurryChance: number
  /** Ticks for which a new wish comes with every one, at most. */
  readonly flurryTicks: number
  readonly napChance: number
  readonly markChance: number
  readonly cutChance: number
  readonly goodbyeChance: number
}

export type LinePlan = {
  /** One way, ms. */
  readonly delayMs: number
  readonly jitterMs: number
  /** Nothing comes through for up to so long, about this often (0: never), … */
  readonly stallMs: number
  readonly stallEveryMs: number
  /** … in both directions at once or in one. */
  readonly stallWays: 'both' | 'up' | 'down'
  /** Nothing goes up in the first so many ms: the clock learns a wrong time first. */
  readonly slowStartMs: number
  /** Messages are held and come together, at whole multiples of this many ms; 0: as they come. */
  readonly flushMs: number
  /** Bytes a second that the person's end reads; Infinity: at once. What waits counts `weight` times as buffered at the server. */
  readonly readsPerSecond: number
  readonly weight: number
}

export function drawFuzzPlan(seed: number): FuzzPlan {
  const rng = createRng(seed * 2_654_435 + 17)
  const isCrowd = rng() < 0.03
  const count = isCrowd ? between(rng, 30, 44) : between(rng, 2, 15)
  const walkMs = isCrowd ? 8000 : 18_000 + rng() * 20_000
  const viewLimit = pick(rng, [3, 4, 6, 6, 60])
  return {
    seed,
    place: rng(),
    walkMs,
    capacity: rng() < 0.15 ? count - 1 : count + 4,
    viewLimit,
    viewNear: pick(rng, [2, 4, 4, 30]),
    viewRadiusM: pick(rng, [6, 9, 14, 26]),
    napChance: rng() < 0.3 ? 0.02 : 0,
    napTicks: between(rng, 2, 9),
    stepEvery: rng() < 0.1 ? between(rng, 2, 6) : 1,
    endsStanding: rng() < 0.5,
    people: Array.from({ length: count }, (_, i) => drawPerson(rng, i, walkMs, isCrowd)),
  }
}

/** @param isMarked in a crowd almost everybody is called sooner or later */
function drawPerson(rng: Rng, index: number, walkMs: number, isMarked: boolean): PersonPlan {
  const physics = rng()
  const isSteady = rng() < 0.3
  return {
    seed: Math.floor(rng() * 2 ** 32),
    arrivesMs: rng() < 0.6 ? rng() * 1000 : rng() * walkMs * 0.7,
    name: rng() < 0.4 ? `warga ${index}` : null,
    line: drawLine(rng),
    physicsAfterMs: physics < 0.6 ? 0 : physics < 0.85 ? 500 + rng() * 12_000 : Number.POSITIVE_INFINITY,
    clockMs: rng() * 1e6,
    clockRate: 1 + (rng() - 0.5) * 4e-4,
    wishChance: pick(rng, [0.02, 0.06, 0.15]),
    flurryChance: rng() < 0.5 ? 0.006 : 0,
    flurryTicks: rng() < 0.8 ? 20 : 90,
    napChance: rng() < 0.3 ? 0.01 : 0,
    markChance: isMarked ? 0.02 : rng() < 0.5 ? 0.01 : 0,
    cutChance: isSteady ? 0 : 0.004,
    goodbyeChance: isSteady ? 0 : 0.001,
  }
}

function drawLine(rng: Rng): LinePlan {
  const delayMs = rng() < 0.4 ? rng() * 60 : rng() * 500
  const stalls = rng() < 0.5
  return {
    delayMs,
    jitterMs: rng() < 0.3 ? 0 : Math.min(delayMs, rng() * 200),
    stallMs: stalls ? 200 + rng() * 2800 : 0,
    stallEveryMs: stalls ? 3000 + rng() * 9000 : 0,
    stallWays: pick(rng, ['both', 'both', 'up', 'down'] as const),
    slowStartMs: rng() < 0.15 ? rng() * 2500 : 0,
    flushMs: rng() < 0.25 ? 100 + rng() * 900 : 0,
    readsPerSecond: rng() < 0.15 ? 60 + rng() * 500 : Number.POSITIVE_INFINITY,
    weight: 1 + rng() * 60,
  }
}

/** A whole number from `least` to just below `below`. */
const between = (rng: Rng, least: number, below: number): number => least + Math.floor(rng() * (below - least))
export const pick = <One>(rng: Rng, list: readonly One[]): One => list[Math.floor(rng() * list.length)]
