/**
 * The body behind the pictures: joints in pixels at 1×, `f` forward, `l` to the person's left, `u` up from the feet.
 * One shape serves all directions and poses, so that a hand drawn in one layer meets its sleeve in another.
 */
export const directions = ['s', 'se', 'e', 'ne', 'n'] as const
export type Direction = (typeof directions)[number]

/** Turn of the face from the viewer, radians: s looks at the viewer, e to the right of the screen. */
export const yawOf = (direction: Direction): number => (directions.indexOf(direction) * Math.PI) / 4

export const walkFrames = 6
export type Pose = { readonly kind: 'stand' | 'walk' | 'sit' | 'wave'; readonly frame: number }
export const poseName = (pose: Pose): string => `${pose.kind}${pose.frame}`

export type Joint = { readonly f: number; readonly l: number; readonly u: number }
export type Spot = { readonly x: number; readonly y: number; readonly depth: number }

/** Ground is seen at half its depth; the upper body at less, or shoulders would look crooked. */
export function project(joint: Joint, yaw: number, flatness = 0.5): Spot {
  const x = joint.f * Math.sin(yaw) + joint.l * Math.cos(yaw)
  const depth = joint.f * Math.cos(yaw) - joint.l * Math.sin(yaw)
  return { x, y: -joint.u + depth * flatness, depth }
}

export const head = { u: 40.2, r: 9.1 } as const

const stride = 6.2
const phaseOf = (pose: Pose): number => (pose.frame / walkFrames) * Math.PI * 2

/** How far the upper body is lifted, pixels: highest when the legs pass each other. */
export const bounce = (pose: Pose): number => (pose.kind === 'walk' && pose.frame % 3 !== 0 ? 1 : 0)

/** Ankle of a leg; side 1 is the person's left. */
export function ankle(pose: Pose, side: 1 | -1): Joint {
  if (pose.kind === 'sit') return { f: 7.5, l: side * 3, u: 2 }
  if (pose.kind !== 'walk') return { f: 0, l: side * 3.3, u: 2 }
  const phase = phaseOf(pose) + (side === 1 ? 0 : Math.PI)
  return { f: Math.cos(phase) * stride, l: side * 2.7, u: 2 + Math.max(0, -Math.sin(phase)) * 3 }
}

export const hip = (pose: Pose, side: 1 | -1): Joint => ({ f: 0, l: side * 3, u: 15.5 + bounce(pose) })
export const knee = (pose: Pose, side: 1 | -1): Joint => {
  if (pose.kind === 'sit') return { f: 7.5, l: side * 3, u: 13 }
  const [a, h] = [ankle(pose, side), hip(pose, side)]
  return { f: (a.f + h.f) / 2 + 0.8, l: (a.l + h.l) / 2, u: (a.u + h.u) / 2 }
}

export const shoulder = (pose: Pose, side: 1 | -1): Joint => ({ f: 0, l: side * 6.4, u: 28 + bounce(pose) })

/** The hand's middle. Arms swing against the legs. */
export function hand(pose: Pose, side: 1 | -1): Joint {
  if (pose.kind === 'wave' && side === -1) return { f: 2.5, l: -11.6, u: 39 }
  if (pose.kind === 'sit') return { f: 6, l: side * 5, u: 16.5 }
  const swing = pose.kind === 'walk' ? -Math.cos(phaseOf(pose) + (side === 1 ? 0 : Math.PI)) * 5.6 : 0.6
  return { f: swing, l: side * 8.6, u: 16.4 + bounce(pose) + Math.abs(swing) * 0.16 }
}

/** Half width of the trunk across the screen, for a body `across` wide and `deep` thick. */
export const spread = (yaw: number, across: number, deep: number): number => Math.hypot(across * Math.cos(yaw), deep * Math.sin(yaw))
