import { common, tintShade as shade } from '../palette.ts'
import { ellipse, fill, limb, n, stroke, within } from './person-pen.ts'
import { ankle, hip, type Joint, knee, type Legs, project, type Side, sides, type Spot, spread } from './person-shape.ts'

/** The shadow on the floor belongs to the legs: so a person costs one picture less. */
const ground = (rx: number, ry: number, y = 0): string =>
  `<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="${rx}"><stop offset="0" stop-color="${common.shadow}" stop-opacity=".4"/>` +
  `<stop offset=".5" stop-color="${common.shadow}" stop-opacity=".26"/><stop offset="1" stop-color="${common.shadow}" stop-opacity="0"/></radialGradient>` +
  `<g transform="matrix(1 0 0 ${n(ry / rx)} 1 ${y})"><circle r="${rx}" fill="url(#g)"/></g>`

/** The far side first. */
const byDepth = (yaw: number, jointOf: (side: Side) => Joint): Side[] =>
  sides.toSorted((a, b) => project(jointOf(a), yaw).depth - project(jointOf(b), yaw).depth)

function shoe(yaw: number, foot: Joint): string {
  const toe = project({ ...foot, f: foot.f + 1.5 }, yaw)
  return ellipse(toe.x, toe.y + 0.5, 2.7 + Math.abs(Math.sin(yaw)) * 1.1, 2 + Math.abs(Math.cos(yaw)) * 0.3, shade.shoe)
}

/** Who stands or walks has a shadow; who sits has the seat's. */
const shadowOf = (legs: Legs): string => (legs === 'stand' || legs.startsWith('walk') ? ground(10.5, 5.2) : '')

export function trousers(yaw: number, legs: Legs): string {
  return shadowOf(legs) + trouserLegs(yaw, legs)
}

function trouserLegs(yaw: number, legs: Legs): string {
  const width = spread(yaw, 6, 4.6)
  const isSitting = legs === 'sit' || legs === 'chair'
  const drop = legs === 'chair' ? 4 : 0
  const seat = isSitting
    ? fill(`M${n(-width)} ${-19 + drop}H${n(width)}V${-13 + drop}H${n(-width)}Z`, shade.mid)
    : fill(`M${n(-width)} -19H${n(width)}L${n(width - 0.3)} -12.500Q0 -11 ${n(-width + 0.3)} -12.500Z`, shade.mid)
  const isAcross = Math.abs(Math.sin(yaw)) > 0.3
  const order = byDepth(yaw, (side) => ankle(legs, side))
  const parts = order.map((side, i) => {
    const spots = [hip(legs, side), knee(legs, side), ankle(legs, side)].map((joint) => project(joint, yaw))
    const [upper, middle, lower] = spots
    const colour = i === 0 && isAcross ? shade.dark : upper.x > 0.5 ? shade.mid : shade.light
    const shin = isSitting ? limb([middle, lower], 5, i === 0 && isAcross ? shade.deep : shade.dark) : ''
    const thigh = isSitting ? limb([upper, middle], 5.8, colour) : limb(spots, 5.6, colour)
    return shoe(yaw, ankle(legs, side)) + shin + thigh
  })
  const gap = Math.cos(yaw) > 0.5 && !isSitting ? stroke('M0 -13V-8', shade.deep, 0.8) : ''
  return seat + parts.join('') + gap
}

/** One takes shorter steps in a skirt. */
const skirtAnkle = (legs: Legs, side: Side): Joint => {
  const joint = ankle(legs, side)
  return legs.startsWith('walk') ? { ...joint, f: joint.f * 0.6 } : joint
}

/** A long skirt: a bell whose hem follows the feet. A sarong: a tube that ends above the ankle, checked, with its fold before the body. */
export function skirt(yaw: number, legs: Legs, isSarong: boolean): string {
  return shadowOf(legs) + skirtCloth(yaw, legs, isSarong)
}

function skirtCloth(yaw: number, legs: Legs, isSarong: boolean): string {
  const feet = byDepth(yaw, (side) => skirtAnkle(legs, side))
    .map((side) => shoe(yaw, skirtAnkle(legs, side)))
    .join('')
  if (legs === 'sit' || legs === 'chair') return feet + lap(yaw, legs, isSarong)
  const [waist, ease] = isSarong ? [spread(yaw, 6.2, 4.9), 2.6] : [spread(yaw, 6.4, 5), 3.6]
  const spots = sides.map((side) => project(skirtAnkle(legs, side), yaw))
  const bell = isSarong ? spread(yaw, 6.4, 5.2) : spread(yaw, 7.6, 6.2)
  const left = Math.min(-bell, ...spots.map((s) => s.x - ease))
  const right = Math.max(bell, ...spots.map((s) => s.x + ease))
  const hem = isSarong ? -4.6 : -2.8
  const outline =
    `M${n(-waist)} -19H${n(waist)}Q${n(waist + 1)} -10 ${n(right)} ${hem}` +
    `Q${n((left + right) / 2)} ${n(hem + 2.6)} ${n(left)} ${hem}Q${n(-waist - 1)} -10 ${n(-waist)} -19Z`
  const shading =
    fill(`M${n(waist * 0.35)} -20Q${n(right * 0.5)} -10 ${n(right * 0.42)} 2H16V-20Z`, shade.mid) +
    fill(`M${n(waist * 0.8)} -20Q${n(right * 0.8)} -10 ${n(right * 0.82)} 2H16V-20Z`, shade.dark)
  const folds = isSarong
    ? checks(left, right) + (Math.cos(yaw) > 0.3 ? frontFold(yaw, waist, hem) : '')
    : stroke(`M${n(left * 0.45)} -13Q${n(left * 0.5)} -8 ${n(left * 0.62)} ${hem}`, shade.mid, 0.9) +
      stroke(`M${n(left)} ${n(hem - 1.4)}Q${n((left + right) / 2)} ${n(hem + 1.2)} ${n(right)} ${n(hem - 1.4)}`, shade.deep, 0.7)
  return feet + fill(outline, shade.light) + within('k', outline, shading + folds)
}

/** Tone on tone, as woven. */
function checks(left: number, right: number): string {
  const lines: string[] = []
  for (let x = Math.ceil(left / 3) * 3; x < right; x += 3) lines.push(`M${n(x)} -19V-2`)
  for (let y = -17; y < -2; y += 3.4) lines.push(`M${n(left)} ${n(y)}Q${n((left + right) / 2)} ${n(y + 2)} ${n(right)} ${n(y)}`)
  return stroke(lines.join(''), shade.deep, 0.7, ' opacity=".75"')
}

function frontFold(yaw: number, waist: number, hem: number): string {
  const x = Math.sin(yaw) * waist * 0.7
  return fill(`M${n(x - 1.6)} -19L${n(x + 1.8)} -19L${n(x + 1.2)} ${hem + 2}L${n(x - 1.2)} ${hem + 2}Z`, shade.deep, ' opacity=".45"')
}

/** The cloth of one who sits: over the knees and down. */
function lap(yaw: number, legs: Legs, isSarong: boolean): string {
  const middle = (joint: Joint): Spot => project({ ...joint, l: 0 }, yaw)
  const [top, front, foot] = [middle(hip(legs, 1)), middle(knee(legs, 1)), middle(ankle(legs, 1))]
  const width = spread(yaw, 12, 6.4)
  const down = limb([front, { x: foot.x, y: foot.y - 3.2 }], width - 1.4, shade.dark)
  const over = limb([{ x: top.x, y: top.y }, front], width - 0.6, shade.light)
  const pattern = isSarong
    ? stroke(`M${n(front.x - 3)} ${n(front.y - 2)}V${n(foot.y - 3)}M${n(front.x + 1)} ${n(front.y - 2)}V${n(foot.y - 3)}`, shade.deep, 0.7)
    : ''
  return down + over + pattern
}

/** The legs of one in a wheelchair, without the chair. */
export const seatedLegs = (yaw: number, isSkirt: boolean): string => (isSkirt ? skirtCloth(yaw, 'chair', false) : trouserLegs(yaw, 'chair'))

/** A wheelchair's shadow. */
export const wideGround = (): string => ground(15, 7.5, 1)
