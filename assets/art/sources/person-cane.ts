import { personColours } from '../palette.ts'
import { circle, limb, n, stroke } from './person-pen.ts'
import { type Direction, hand, project, type Spot, upperFlatness, yawOf } from './person-shape.ts'

/** A walking cane in the right hand. */
export function cane(direction: Direction): string {
  const [wood, dark, deep] = personColours.cane
  const grip = project(hand('stand', direction, -1), yawOf(direction), upperFlatness)
  const tip = project({ f: 3, l: -10, u: 0 }, yawOf(direction))
  const [x, y] = [grip.x + 0.4, grip.y - 1.2]
  const handle = `M${n(x - 2.4)} ${n(y + 1)}Q${n(x - 2)} ${n(y - 1.4)} ${n(x)} ${n(y - 1)}`
  return (
    limb(
      [
        { x: x + 0.5, y: y - 0.6 },
        { x: tip.x + 0.5, y: tip.y },
      ],
      1.5,
      dark,
    ) +
    limb([{ x, y: y - 0.8 }, tip], 1.3, wood) +
    stroke(handle, wood, 1.8, ' stroke-linecap="round"') +
    circle(tip.x, tip.y, 1, deep)
  )
}

/** A blind person's white cane, held before the feet. */
export function whiteCane(direction: Direction): string {
  const [white, mid, red] = personColours.whiteCane
  const yaw = yawOf(direction)
  const grip = project(hand('stand', direction, -1), yaw, upperFlatness)
  const tip = project({ f: 11, l: -7, u: 0 }, yaw)
  const at = (k: number): Spot => ({ x: grip.x + (tip.x - grip.x) * k, y: grip.y - 1 + (tip.y - grip.y + 1) * k, depth: 0 })
  const side = (spot: Spot): Spot => ({ ...spot, x: spot.x + 0.5 })
  return (
    limb([side(at(0)), side(tip)], 1.7, mid) +
    limb([at(0), tip], 1.4, white) +
    limb([at(0.7), at(0.94)], 1.5, red) +
    limb([at(-0.12), at(0.1)], 2, personColours.ground[3])
  )
}
