import type { AidKind } from './look.ts'

/** What arms, head and height do in each pose and step. */
export type PersonDirection = 's' | 'se' | 'e' | 'ne' | 'n'
/** In the order of a snapshot's pose numbers. */
export const personPoses = ['stand', 'walk', 'sit', 'wave', 'speak', 'wait', 'point'] as const
export type PersonPose = (typeof personPoses)[number]

/** How many steps each pose has, and what they follow: metres walked, or milliseconds; `idle` only while something else is drawn. */
export const personCycles = [
  { steps: 2, by: 'idle', length: 3200 },
  { steps: 6, by: 'distance', length: 1.2 },
  { steps: 2, by: 'idle', length: 3200 },
  { steps: 2, by: 'time', length: 640 },
  { steps: 1, by: 'idle', length: 1 },
  { steps: 12, by: 'idle', length: 12_000 },
  { steps: 1, by: 'idle', length: 1 },
] as const

/** From the feet to the top of the head, pixels at 1×. */
export const personHeightPx = 51

/** One who sits in a wheelchair is let down by this; one who sits on a seat is raised: it is a little higher than knees. */
const chairDropPx = 4
const seatDropPx = -2
/** An elder's head and shoulders: forward, and down. Who pushes a wheelchair leans forward too. */
const stoop = { forwardPx: 1.5, downPx: 1.5 } as const

const forward: Readonly<Record<PersonDirection, readonly [x: number, y: number]>> = {
  s: [0, 0.5],
  se: [0.7, 0.35],
  e: [1, 0],
  ne: [0.7, -0.35],
  n: [0, -0.5],
}

/** Where one looks who glances aside: the neighbours among the five directions that there are pictures of. */
export const glances: Readonly<Record<PersonDirection, readonly [PersonDirection, PersonDirection]>> = {
  s: ['se', 'se'],
  se: ['s', 'e'],
  e: ['se', 'ne'],
  ne: ['e', 'n'],
  n: ['ne', 'ne'],
}

const swings = ['swing0', 'stand', 'swing1', 'swing1', 'stand', 'swing0'] as const
/** Half of the push with the hands before, half beside the body. */
const pushes = ['rest', 'rest', 'stand', 'stand', 'stand', 'rest'] as const
/** Highest when the legs pass each other. */
const bouncePx = [0, 1, 0, 0, 1, 0] as const
/** Of twelve seconds one waits: two glances, one to each side. */
const gazes: readonly (0 | 1 | null)[] = [null, null, null, 0, 0, null, null, null, 1, null, null, null]

/** Arms that hold something do not swing, and those that carry somebody stay before the body. */
export function armsOf(aid: AidKind, pose: PersonPose, step: number): string {
  if (pose === 'wave' || pose === 'speak' || pose === 'point') return pose
  const carries = aid === 'baby' || aid === 'pregnant'
  if (pose === 'walk') {
    if (aid === 'none') return swings[step]
    if (aid === 'wheelchair') return pushes[step]
    return carries ? 'rest' : 'stand'
  }
  if (aid === 'cane' || aid === 'white-cane' || aid === 'child') return 'stand'
  return carries || aid === 'wheelchair' || pose === 'sit' || pose === 'wait' ? 'rest' : 'stand'
}

/** Which glance one throws who waits, null for none. `own`: not all look around together. */
export const gazeOf = (aid: AidKind, pose: PersonPose, step: number, own: number): 0 | 1 | null =>
  pose === 'wait' && armsOf(aid, pose, step) === 'rest' ? gazes[(step + own) % gazes.length] : null

export type Shift = { readonly dx: number; readonly dy: number }
export type Bearing = { readonly aid: AidKind; readonly isElder: boolean; readonly own: number }

/** How far the upper body lies from where it is drawn, pixels at 1×, y down. `bend`: 1 for the head, less for the trunk. */
export function liftOf({ aid, isElder, own }: Bearing, direction: PersonDirection, pose: PersonPose, step: number, bend: number): Shift {
  const isInChair = aid === 'wheelchair'
  const leans = isElder || (isInChair && pose === 'walk' && step > 1 && step < 5)
  const [x, y] = leans ? forward[direction] : [0, 0]
  const breath = (pose === 'stand' || pose === 'sit') && (step + own) % 2 === 1 ? 0.5 : 0
  const hop = pose === 'wave' && step === 1 ? -1 : 0
  const down = isInChair ? chairDropPx : pose === 'sit' ? seatDropPx : pose === 'walk' ? -bouncePx[step] : 0
  return { dx: x * stoop.forwardPx * bend, dy: (y * stoop.forwardPx + (isElder ? stoop.downPx : 0)) * bend + down + breath + hop }
}
