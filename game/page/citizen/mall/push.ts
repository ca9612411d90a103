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
