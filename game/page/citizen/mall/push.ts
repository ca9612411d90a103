/** A push on screen: right and down, each -1 to 1; its length is at most 1. */
export type Push = { readonly right: number; readonly down: number }

export const standing: Push = { right: 0, down: 0 }
const deadZone = 0.18

/** Where a thumb that has moved by `dx`, `dy` pixels pushes, on a stick of this reach; small trembling is standing. */
export function stickPush(dx: number, dy: number, reachPx: number): Push {
  const length = Math.hypot(dx, dy)
  const strength = Math.min(1, length / reachPx)
  if (strength < deadZone) return standing
  return { right: (dx / length) * strength, down: (dy / length) * strength }
}

const keyPushes: Readonly<Record<string, Push>> = {
  ArrowUp: { right: 0, down: -1 },
  KeyW: { right: 0, down: -1 },
  ArrowDown: { right: 0, down: 1 },
  KeyS: { right: 0, down: 1 },
  ArrowLeft: { right: -1, down: 0 },
  KeyA: { right: -1, down: 0 },
  ArrowRight: { right: 1, down: 0 },
  KeyD: { right: 1, down: 0 },
}

/** Whether this key (`KeyboardEvent.code`) walks. */
export function isWalkKey(code: string): boolean {
  return Object.hasOwn(keyPushes, code)
}

/** The push of all keys that are down; opposite keys cancel. */
export function keysPush(codes: ReadonlySet<string>): Push {
  let right = 0
  let down = 0
  for (const code of codes) {
    right += keyPushes[code]?.right ?? 0
    down += keyPushes[code]?.down ?? 0
  }
  const x = Math.sign(right)
  const y = Math.sign(down)
  const length = Math.hypot(x, y)
  return length === 0 ? standing : { right: x / length, down: y / length }
}
