/** What a person wants their body to do. It is all that a client may say about movement: never a position. */
export const intentKind = { stand: 0, walk: 1, walkTo: 2, gesture: 3 } as const
export type IntentKind = (typeof intentKind)[keyof typeof intentKind]

export type Intent = {
  kind: IntentKind
  /** For `walk`: 0 to 31, see `directionX` in core. For `gesture`: which, 1 to `gestures`; what it means the application says. */
  direction: number
  /** For `walkTo`: metres in world space, whole multiples of `targetStepM`, 0 to `targetMaxM`. */
  targetX: number
  targetZ: number
}

export const standing: Readonly<Intent> = { kind: intentKind.stand, direction: 0, targetX: 0, targetZ: 0 }

export function walkIntent(direction: number): Intent {
  return { kind: intentKind.walk, direction, targetX: 0, targetZ: 0 }
}

/** Gestures there may be: to sit, to wave, to say a ready phrase. */
export const gestures = 31

/** Stand, and make this gesture, until the next intent. @param gesture 1 to `gestures` */
export function gestureIntent(gesture: number): Intent {
  return { kind: intentKind.gesture, direction: gesture, targetX: 0, targetZ: 0 }
}

/** Targets are this fine, so that they cross the network in 16 bits and are the same bits at both ends. */
export const targetStepM = 1 / 64
/** Largest target, metres. */
export const targetMaxM = 65535 * targetStepM

const onStep = (metres: number): number => Math.min(65535, Math.max(0, Math.round(metres / targetStepM))) * targetStepM

/** Walk to the point of the floor nearest to (x, z) that a target can name; what is off the map leads to its edge. */
export function walkToIntent(x: number, z: number): Intent {
  return { kind: intentKind.walkTo, direction: 0, targetX: onStep(x), targetZ: onStep(z) }
}

/** Whether to say `b` after `a` would change nothing. A gesture can be made again. */
export function sameIntent(a: Readonly<Intent>, b: Readonly<Intent>): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === intentKind.gesture) return false
  if (a.kind === intentKind.walk) return a.direction === b.direction
  return a.kind === intentKind.stand || (a.targetX === b.targetX && a.targetZ === b.targetZ)
}
