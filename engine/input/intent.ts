/** What a person wants their body to do. It is all that a client may say about movement: never a position. */
export const intentKind = { stand: 0, walk: 1, walkTo: 2 } as const
export type IntentKind = (typeof intentKind)[keyof typeof intentKind]

export type Intent = {
  kind: IntentKind
  /** For `walk`: 0 to 31, see `directionX` in core. */
  direction: number
  /** For `walkTo`: metres in world space, whole multiples of `targetStepM`, 0 to `targetMaxM`. */
  targetX: number
  targetZ: number
}

export const standing: Readonly<Intent> = { kind: intentKind.stand, direction: 0, targetX: 0, targetZ: 0 }

export function walkIntent(direction: number): Intent {
  return { kind: intentKind.walk, direction, targetX: 0, targetZ: 0 }
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

export function sameIntent(a: Readonly<Intent>, b: Readonly<Intent>): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === intentKind.walk) return a.direction === b.direction
  return a.kind === intentKind.stand || (a.targetX === b.targetX && a.targetZ === b.targetZ)
}
