import { personColours } from '../palette.ts'
import { seatedLegs, wideGround } from './person-legs.ts'
import { circle, fill, limb, n, stroke } from './person-pen.ts'
import { type Direction, isAway, type Joint, project, type Side, type Spot, yawOf } from './person-shape.ts'

const isEdgeOn = (direction: Direction): boolean => direction === 's' || direction === 'n'

const wheelR = 8.2
const wheelL = 8.4

/** A wheel seen from its side or askew; `turn` is which third of the way from spoke to spoke it stands at. */
function wheel(yaw: number, side: Side, turn: number): string {
  const [light, mid, dark] = personColours.metal
  const middle = project({ f: -1, l: side * wheelL, u: wheelR }, yaw)
  if (Math.abs(Math.sin(yaw)) < 0.3) {
    const [up, down] = [
      { x: middle.x, y: middle.y - wheelR + 0.6 },
      { x: middle.x, y: middle.y + wheelR - 0.8 },
    ]
    return (
      limb([up, down], 2.6, dark) +
      limb(
        [
          { x: up.x - 0.5, y: up.y },
          { x: down.x - 0.5, y: down.y },
        ],
        0.9,
        mid,
      )
    )
  }
  const spokes = Array.from({ length: 6 }, (_, i) => {
    const t = ((i + turn / 3) / 6) * Math.PI * 2
    return `M0 0L${n(Math.cos(t) * 7.4)} ${n(Math.sin(t) * 7.4)}`
  })
  const matrix = [Math.sin(yaw), Math.cos(yaw) * 0.5, 0, 1].map((value) => value.toFixed(3)).join(' ')
  return (
    `<g transform="matrix(${matrix} ${n(middle.x)} ${n(middle.y)})">` +
    stroke(spokes.join(''), light, 0.6) +
    `<circle r="7.600" fill="none" stroke="${dark}" stroke-width="1.900"/><circle r="6.100" fill="none" stroke="${light}" stroke-width=".8"/>` +
    `<circle r="1.500" fill="${mid}"/></g>`
  )
}

const side = (f: number, l: number, u: number, yaw: number): Spot => project({ f, l, u }, yaw)
const plane = (joints: readonly Joint[], yaw: number): string =>
  `M${joints
    .map((joint) => project(joint, yaw))
    .map(({ x, y }) => `${n(x)} ${n(y)}`)
    .join('L')}Z`

const back = (yaw: number): string => {
  const [cloth, clothShade] = personColours.chairCloth
  const outline = plane(
    [
      { f: -6, l: 6.6, u: 25 },
      { f: -6, l: -6.6, u: 25 },
      { f: -5.6, l: -6.6, u: 11 },
      { f: -5.6, l: 6.6, u: 11 },
    ],
    yaw,
  )
  return fill(outline, cloth) + stroke(outline, clothShade, 0.9)
}

/** What lies below and behind one who sits in a wheelchair, and that person's legs. Tinted as the legs are. */
export function chairAndLegs(direction: Direction, isSkirt: boolean): string {
  const yaw = yawOf(direction)
  const [, mid, dark] = personColours.metal
  // From before and behind both are beside the person, and drawn with what is before.
  const far = isEdgeOn(direction) ? '' : wheel(yaw, 1, 0)
  const seat = fill(
    plane(
      [
        { f: -5, l: 7, u: 9.8 },
        { f: 7, l: 7, u: 9.8 },
        { f: 7, l: -7, u: 9.8 },
        { f: -5, l: -7, u: 9.8 },
      ],
      yaw,
    ),
    dark,
  )
  const rest = ([1, -1] as const).map((l) =>
    limb([side(7.4, l * 4.4, 9, yaw), side(10.4, l * 4, 2.4, yaw), side(10.4, l * 1, 2.2, yaw)], 1.3, mid),
  )
  const caster = ([1, -1] as const).map((l) => side(6.6, l * 6.8, 1.8, yaw)).map(({ x, y }) => circle(x, y, 1.9, dark))
  const backrest = isAway(direction) ? '' : back(yaw)
  return wideGround() + far + caster.join('') + backrest + seat + rest.join('') + seatedLegs(yaw, isSkirt)
}

/** What of a wheelchair lies before the person, as it is. */
export function chairBefore(direction: Direction, turn: number): string {
  const yaw = yawOf(direction)
  const [light, mid, dark] = personColours.metal
  const near = isEdgeOn(direction) ? wheel(yaw, 1, 0) + wheel(yaw, -1, 0) : wheel(yaw, -1, turn)
  if (direction === 's') return near
  if (!isAway(direction)) {
    const arm =
      limb([side(-5, -7.4, 15, yaw), side(4.4, -7.4, 15, yaw)], 1.9, dark) +
      limb([side(4.4, -7.4, 15, yaw), side(4.8, -7.4, 10, yaw)], 1.1, mid)
    return arm + near
  }
  const handles = ([1, -1] as const).map(
    (l) =>
      limb([side(-5.8, l * 6.2, 11, yaw), side(-6, l * 6.2, 26.4, yaw), side(-9.4, l * 6.2, 27, yaw)], 1.4, mid) +
      limb([side(-7.6, l * 6.2, 26.8, yaw), side(-9.6, l * 6.2, 27.2, yaw)], 2, dark),
  )
  const [, clothShade] = personColours.chairCloth
  const seam = stroke(
    `M${n(side(-6, 6.6, 18, yaw).x)} ${n(side(-6, 6.6, 18, yaw).y)}L${n(side(-6, -6.6, 18, yaw).x)} ${n(side(-6, -6.6, 18, yaw).y)}`,
    clothShade,
    0.8,
  )
  return (
    back(yaw) +
    seam +
    stroke(
      plane(
        [
          { f: -6, l: 6.6, u: 25 },
          { f: -6, l: -6.6, u: 25 },
        ],
        yaw,
      ),
      light,
      0.7,
    ) +
    handles.join('') +
    near
  )
}
