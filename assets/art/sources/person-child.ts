import { common, personColours, tintShade as shade } from '../palette.ts'
import { cropped } from './person-hair.ts'
import { circle, ellipse, fill, limb, n, stroke, within } from './person-pen.ts'
import { type Direction, hand, type Joint, project, type Spot, upperFlatness, yawOf } from './person-shape.ts'

/** Where the child stands: at the right hand. */
const childL = -14.5
const childHead = { u: 24, r: 7 } as const

const childAt = (yaw: number): Spot => project({ f: 1, l: childL, u: 0 }, yaw)

/** Part of the way down the child's free arm. */
const childHand = (yaw: number, share: number): Spot => project({ f: 1.6, l: childL - 4.4 - share * 1.4, u: 15.2 - share * 6.4 }, yaw)

/** A child at the hand: face and hand, to be tinted as the grown-up's skin is. */
export function childSkin(direction: Direction): string {
  const yaw = yawOf(direction)
  const { x, y } = childAt(yaw)
  const hold = project(hand('stand', direction, -1), yaw, upperFlatness)
  const features = [-1, 1]
    .map((at) => ({ x: Math.sin(yaw + at * 0.46) * 6.2, k: Math.cos(yaw + at * 0.46) }))
    .filter(({ k }) => k > 0.12)
    .map(
      (eye) =>
        ellipse(Math.max(-5.4, Math.min(5.4, eye.x)), 1.2, 1.1 * Math.max(0.7, eye.k), 1.5, shade.eye) +
        ellipse(Math.max(-5, Math.min(5, eye.x * 1.25)), 3.2, 1.3 * eye.k, 0.9, shade.cheek),
    )
  const smile = Math.sin(yaw) * 5.4
  const mouth =
    Math.cos(yaw) > -0.1
      ? stroke(`M${n(smile - 1.2)} 3.800Q${n(smile)} 5.200 ${n(smile + 1.2)} 3.800`, shade.mouth, 0.9, ' stroke-linecap="round"')
      : ''
  const ball = `M-7 0A7 7 0 1 1 7 0A7 7 0 1 1 -7 0Z`
  return (
    (direction === 's' || direction === 'n' ? circle(hold.x, hold.y + 1, 2.3, shade.light) : '') +
    circle(childHand(yaw, 1).x, childHand(yaw, 1).y, 1.8, shade.light) +
    `<g transform="translate(${n(x)} ${n(y - childHead.u)})">${fill(ball, shade.light)}${within('c', ball, fill('M3.600 -8Q8 0 2 8H10V-8Z', shade.skinMid))}${features.join('')}${mouth}</g>`
  )
}

/** The child's clothes and hair. `step`: 0 stands, 1 and 2 walk. */
export function childClothes(direction: Direction, step: number): string {
  const [shirt, shirtShade, red, redShade, hair, shoes] = personColours.child
  const yaw = yawOf(direction)
  const { x, y } = childAt(yaw)
  const spot = (joint: Joint): Spot => {
    const found = project(joint, yaw)
    return { ...found, x: x + found.x, y: y + found.y }
  }
  const legs = ([1, -1] as const)
    .map((l) => ({ f: step === 0 ? 0 : (step === 1 ? l : -l) * 3.4, l: l * 2.1 }))
    .toSorted((a, b) => spot({ ...a, u: 0 }).depth - spot({ ...b, u: 0 }).depth)
    .map((foot, i) => {
      const toe = spot({ f: foot.f + 1, l: foot.l, u: 0.8 })
      return (
        ellipse(toe.x, toe.y, 2.1, 1.5, shoes) +
        limb([spot({ f: 0, l: foot.l, u: 8.5 }), spot({ ...foot, u: 1.8 })], 3.9, i === 0 ? redShade : red)
      )
    })
  const outline = `M${n(x - 2.4)} ${n(y - 18)}Q${n(x - 4.7)} ${n(y - 17.6)} ${n(x - 4.7)} ${n(y - 15)}L${n(x - 5)} ${n(y - 8)}Q${n(x)} ${n(y - 6.6)} ${n(x + 5)} ${n(y - 8)}L${n(x + 4.7)} ${n(y - 15)}Q${n(x + 4.7)} ${n(y - 17.6)} ${n(x + 2.4)} ${n(y - 18)}Z`
  const middle = x + Math.sin(yaw) * 3
  const tie = Math.cos(yaw) > -0.1 ? fill(`M${n(middle - 0.7)} ${n(y - 17)}h1.400l.600 4.500l-1.300 1.500l-1.300 -1.500Z`, red) : ''
  const shade = fill(
    `M${n(x + 1.6)} ${n(y - 19)}Q${n(x + 3.2)} ${n(y - 12)} ${n(x + 1.8)} ${n(y - 5)}H${n(x + 8)}V${n(y - 19)}Z`,
    shirtShade,
  )
  // The arm to the grown-up's hand is hidden by the child itself, but from before and behind; the other hangs down.
  const reach = project({ f: 0, l: childL + 4.4, u: 15.8 }, yaw, upperFlatness)
  const hold = project(hand('stand', direction, -1), yaw, upperFlatness)
  const isHeldInSight = direction === 's' || direction === 'n'
  const raised = limb([reach, { x: reach.x + (hold.x - reach.x) * 0.66, y: reach.y + (hold.y + 1 - reach.y) * 0.66 }], 3, shirtShade)
  const hanging = limb([spot({ f: 0, l: -4.4, u: 15.2 }), childHand(yaw, 0.6)], 3, direction === 'n' ? shirt : shirtShade)
  return (
    ellipse(x, y, 6.5, 3.2, common.shadow, ' opacity=".22"') +
    legs.join('') +
    fill(outline, shirt) +
    within('d', outline, shade + tie) +
    (isHeldInSight ? raised : '') +
    hanging +
    `<g transform="translate(${n(x)} ${n(y - childHead.u)})">${cropped(yaw, 7.6, hair)}</g>`
  )
}
