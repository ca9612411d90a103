import type { TopKind } from '../look.ts'
import { tintShade as shade } from '../palette.ts'
import { circle, fill, limb, within, without } from './person-pen.ts'
import { type Arms, armSpots, type Direction, isBefore, type Side, sides, type Spot, yawOf } from './person-shape.ts'
import { type Cloth, cuts, details, shading, trunkOf } from './person-top-kinds.ts'

/** Part of the way from shoulder to elbow, or from elbow to hand. */
const between = (a: Spot, b: Spot, share: number): Spot => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, depth: b.depth })

function sleeve(spots: readonly [Spot, Spot, Spot], colour: string, kind: TopKind, cloth: Cloth): string {
  const [from, elbow, to] = spots
  if (cuts[kind].isShort) return limb([from, between(from, elbow, 0.72)], 5, colour)
  const wrist = between(elbow, to, 0.62)
  const cuff = limb([wrist, between(elbow, to, 0.68)], 4.2, cloth.deep)
  const dots =
    kind === 'batik'
      ? [0.25, 0.8].map((k) => circle(between(from, elbow, k).x, between(from, elbow, k).y, 0.9, shade.light)).join('') +
        circle(between(elbow, wrist, 0.6).x, between(elbow, wrist, 0.6).y, 0.8, shade.light)
      : ''
  const strap =
    kind === 'khaki'
      ? limb(
          [
            { x: from.x - 1.4, y: from.y - 1.4 },
            { x: from.x + 1.4, y: from.y - 1.4 },
          ],
          1.3,
          cloth.deep,
        )
      : ''
  return cuff + limb([from, elbow, wrist], 4.4, colour) + dots + strap
}

/** A shirt or what is worn for it, arms and all. Hands and bare forearms belong to the skin below: they are left free. */
export function top(kind: TopKind, direction: Direction, arms: Arms): string {
  const yaw = yawOf(direction)
  const cut = cuts[kind]
  const { cloth } = cut
  const trunk = trunkOf(yaw, cut)
  const isAcross = Math.abs(Math.sin(yaw)) > 0.3
  const spotsOf = (side: Side) => armSpots(arms, direction, side)
  const arm = (side: Side): string => {
    const spots = spotsOf(side)
    const isFar = spots[0].depth < -2
    const colour = isFar && isAcross ? cloth.dark : spots[0].x > 0.5 && !isAcross ? cloth.mid : cloth.light
    // Its shade on the trunk, or one would not see it there.
    const [from, elbow, to] = spots
    const end = cut.isShort ? between(from, elbow, 0.7) : between(elbow, to, 0.6)
    const shadeOf = cut.isShort ? [from, end] : [from, elbow, end]
    const under =
      isAcross && isBefore(spots) && !isFar
        ? limb(
            shadeOf.map(({ x, y }) => ({ x: x + 0.4, y: y + 0.3 })),
            cut.isShort ? 6.2 : 5.6,
            cloth.dark,
          )
        : ''
    return under + sleeve(spots, colour, kind, cloth)
  }
  const order = sides.toSorted((a, b) => spotsOf(a)[0].depth - spotsOf(b)[0].depth)
  const behind = order.filter((side) => !isBefore(spotsOf(side)))
  const before = order.filter((side) => isBefore(spotsOf(side)))
  let body = fill(trunk.outline, cloth.light) + within('t', trunk.outline, shading(trunk, cloth) + details[kind](trunk, cloth))
  before.forEach((side, i) => {
    const [, elbow, to] = spotsOf(side)
    const from = cut.isShort ? elbow : to
    const nearest = Math.min(Math.abs(to.x), Math.abs(from.x))
    // Beside the trunk nothing is in the way.
    const isHidden = to.depth < -0.5
    if (!isHidden && nearest - 2.3 < Math.max(trunk.chest, trunk.hem) && to.y > -33)
      body = without(`h${i}`, from, to, cut.isShort ? 1.7 : 2.3, body)
  })
  return behind.map(arm).join('') + body + before.map(arm).join('')
}
