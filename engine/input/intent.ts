/** What a person wants their body to do. It is all that a client may say about movement: never a position. */
export const intentKind = { stand: 0, walk: 1, walkTo: 2 } as const
export type IntentKind = (typeof intentKind)[keyof typeof intentKind]

export type Intent = {
  kind: IntentKind
  /** For `walk`: 0 to 31, see `directionX` in core. */
  direction: number
  /** For `walkTo`: metres in world space, float32. */
  targetX: number
  targetZ: number
}

export const standing: Readonly<Intent> = { kind: intentKind.stand, direction: 0, targetX: 0, targetZ: 0 }

export function walkIntent(direction: number): Intent {
  return { kind: intentKind.walk, direction, targetX: 0, targetZ: 0 }
}

export function walkToIntent(x: number, z: number): Intent {
  return { kind: intentKind.walkTo, direction: 0, targetX: Math.fround(x), targetZ: Math.fround(z) }
}

export function sameIntent(a: Readonly<Intent>, b: Readonly<Intent>): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === intentKind.walk) return a.direction === b.direction
  return a.kind === intentKind.stand || (a.targetX === b.targetX && a.targetZ === b.targetZ)
}
