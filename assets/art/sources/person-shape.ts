/**
 * The body behind the pictures: joints in pixels at 1×, `f` forward, `l` to the person's left, `u` up from the feet.
 * One shape serves all directions and poses, so that a hand drawn in one layer meets its sleeve in another. Legs and the upper body are
 * drawn apart: who walks has the upper body lifted, who sits has it let down, by the table of poses.
 */
export const directions = ['s', 'se', 'e', 'ne', 'n'] as const
export type Direction = (typeof directions)[number]

export const isAway = (direction: Direction): boolean => direction === 'n' || direction === 'ne'

/** Turn of the face from the viewer, radians: s looks at the viewer, e to the right of the screen. */
export const yawOf = (direction: Direction): number => (directions.indexOf(direction) * Math.PI) / 4

export const legPoses = ['stand', 'walk0', 'walk1', 'walk2', 'walk3', 'walk4', 'walk5', 'sit'] as const
/** `chair`: in a wheelchair. */
export type Legs = (typeof legPoses)[number] | 'chair'

/** `swing0` and `swing1`: arms of one who walks; `rest`: hands together before the body, also in the lap. */
export const armPoses = ['stand', 'swing0', 'swing1', 'rest', 'wave', 'speak', 'point'] as const
export type Arms = (typeof armPoses)[number]

/** 1 is the person's left. The left arm waves and points: the right may hold a cane or a child. */
export type Side = 1 | -1
export const sides = [1, -1] as const

export type Joint = { readonly f: number; readonly l: number; readonly u: number }
export type Spot = { readonly x: number; readonly y: number; readonly depth: number }

/** Ground is seen at half its depth; the upper body at less, or shoulders would look crooked. */
export function project(joint: Joint, yaw: number, flatness = 0.5): Spot {
  const x = joint.f * Math.sin(yaw) + joint.l * Math.cos(yaw)
  const depth = joint.f * Math.cos(yaw) - joint.l * Math.sin(yaw)
  return { x, y: -joint.u + depth * flatness, depth }
}

/** Flatness of the upper body. */
export const upperFlatness = 0.2
export const head = { u: 40.2, r: 9.1 } as const

const stride = 7
/** Half a frame on: then the first and the last frame have the same arms, and the second and the fifth those of one who stands. */
const phaseOf = (legs: Legs): number => ((Number(legs.slice(4)) + 0.5) / 6) * Math.PI * 2
const isWalk = (legs: Legs): boolean => legs.startsWith('walk')

export function ankle(legs: Legs, side: Side): Joint {
  if (legs === 'sit') return { f: 9.4, l: side * 3.1, u: 3 }
  if (legs === 'chair') return { f: 9.6, l: side * 2.7, u: 3.4 }
  if (!isWalk(legs)) return { f: 0, l: side * 3.3, u: 2 }
  const phase = phaseOf(legs) + (side === 1 ? 0 : Math.PI)
  return { f: Math.cos(phase) * stride, l: side * 2.6, u: 2 + Math.max(0, -Math.sin(phase)) * 3.4 }
}

export function hip(legs: Legs, side: Side): Joint {
  if (legs === 'sit') return { f: 0, l: side * 3, u: 16.4 }
  if (legs === 'chair') return { f: -1, l: side * 3, u: 12 }
  return { f: 0, l: side * 3, u: 15.8 }
}

export function knee(legs: Legs, side: Side): Joint {
  if (legs === 'sit') return { f: 9, l: side * 3.4, u: 15.4 }
  if (legs === 'chair') return { f: 8.2, l: side * 3, u: 12.4 }
  const [a, h] = [ankle(legs, side), hip(legs, side)]
  return { f: (a.f + h.f) / 2 + 0.5 + (a.u - 2) * 0.75, l: (a.l + h.l) / 2, u: (a.u + h.u) / 2 }
}

export const shoulder = (side: Side): Joint => ({ f: 0, l: side * 6.3, u: 27.8 })

/** Beside the head and clear of it, whichever way one looks. */
const waving: Readonly<Record<Direction, Joint>> = {
  s: { f: 1, l: 13, u: 38 },
  se: { f: 5.5, l: 13, u: 37 },
  e: { f: 13, l: 4, u: 36 },
  ne: { f: -4.5, l: 14, u: 38 },
  n: { f: 1, l: 13, u: 38 },
}

/** The way one looks, and far enough from the body to be seen. */
const pointing: Readonly<Record<Direction, Joint>> = {
  s: { f: 9, l: 11.5, u: 24 },
  se: { f: 13.5, l: 5, u: 25.5 },
  e: { f: 14.5, l: 4, u: 28 },
  ne: { f: 12.5, l: -7, u: 31 },
  n: { f: 8, l: 12.5, u: 33 },
}

/** The arm that does what the pose says; the other hangs down. */
export const actingSide = (arms: Arms, direction: Direction): Side => (arms === 'point' && direction === 'ne' ? -1 : 1)

/** What is seen of the arms: from before and behind they swing unseen, and who talks turned away shows nothing of it. Such pictures are shared. */
export function seenArms(arms: Arms, direction: Direction): Arms {
  if (arms.startsWith('swing') && (direction === 's' || direction === 'n')) return 'stand'
  return arms === 'speak' && (direction === 'n' || direction === 'ne') ? 'stand' : arms
}

/** The hand's middle. Arms swing against the legs. */
export function hand(arms: Arms, direction: Direction, side: Side): Joint {
  if (arms === 'rest') return { f: 6.4, l: side * 1.7, u: 17.4 }
  if (side === actingSide(arms, direction)) {
    if (arms === 'wave') return waving[direction]
    if (arms === 'point') return pointing[direction]
    if (arms === 'speak') return { f: 7.5, l: 10.4, u: 25.6 }
  }
  const swing = arms === 'swing0' ? -side * 5 : arms === 'swing1' ? side * 5 : 0.6
  return { f: swing, l: side * 8.9, u: 16.2 + Math.abs(swing) * 0.16 }
}

/** Shoulder, elbow and hand on the screen. */
export function armSpots(arms: Arms, direction: Direction, side: Side): readonly [Spot, Spot, Spot] {
  const [from, to] = [shoulder(side), hand(arms, direction, side)]
  const isRaised = to.u > 30
  const isBent = arms === 'rest' || (arms === 'speak' && side === 1)
  const elbow = isRaised
    ? { f: to.f * 0.62, l: from.l + (to.l - from.l) * 0.8, u: from.u + (to.u - from.u) * 0.22 }
    : isBent
      ? { f: 0.4, l: side * 8.8, u: 20.4 }
      : { f: (from.f + to.f) / 2 - 1, l: (from.l + to.l) / 2 + side * 0.6, u: (from.u + to.u) / 2 }
  const yaw = yawOf(direction)
  return [project(from, yaw, upperFlatness), project(elbow, yaw, upperFlatness), project(to, yaw, upperFlatness)]
}

/** Whether an arm passes before the trunk. */
export const isBefore = ([shoulderSpot, , handSpot]: readonly [Spot, Spot, Spot]): boolean =>
  handSpot.depth * 0.6 + shoulderSpot.depth * 0.4 > -1.5

/** Half width of the trunk across the screen, for a body `across` wide and `deep` thick. */
export const spread = (yaw: number, across: number, deep: number): number => Math.hypot(across * Math.cos(yaw), deep * Math.sin(yaw))
