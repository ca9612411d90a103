import type { TopKind } from '../look.ts'
import { personColours, tintShade as shade } from '../palette.ts'
import { circle, fill, n, stroke } from './person-pen.ts'
import { spread } from './person-shape.ts'

/** The tones a top is made of: greys for one that is tinted, its own for one that is not. */
export type Cloth = { readonly light: string; readonly mid: string; readonly dark: string; readonly deep: string }
type Cut = { readonly isShort: boolean; readonly waist: number; readonly hem: number; readonly hemU: number; readonly cloth: Cloth }

const [vest, vestShade, vestBand, pale, paleMid, paleDark] = personColours.vest
const [batikDark, batikDeep, belt, plate] = personColours.ground
const plain: Cloth = shade
export const cuts: Readonly<Record<TopKind, Cut>> = {
  shirt: { isShort: false, waist: 7, hem: 7, hemU: 13.4, cloth: plain },
  batik: {
    isShort: false,
    waist: 7,
    hem: 7.2,
    hemU: 12.8,
    cloth: { ...plain, light: shade.mid, mid: shade.dark, dark: batikDark, deep: batikDeep },
  },
  tee: { isShort: true, waist: 7, hem: 7, hemU: 13.8, cloth: plain },
  koko: { isShort: false, waist: 7.1, hem: 7.4, hemU: 12.2, cloth: plain },
  kebaya: { isShort: false, waist: 6, hem: 7.3, hemU: 11.8, cloth: plain },
  school: { isShort: true, waist: 6.9, hem: 6.6, hemU: 14.6, cloth: plain },
  khaki: { isShort: false, waist: 7, hem: 6.7, hemU: 14.6, cloth: plain },
  vest: { isShort: false, waist: 7, hem: 7, hemU: 13.4, cloth: { light: pale, mid: paleMid, dark: paleDark, deep: paleDark } },
}

/** The trunk as a round thing: where a point at `angle` from the breast's middle is seen, and whether it is. */
export type Trunk = {
  readonly outline: string
  readonly chest: number
  readonly hem: number
  readonly hemU: number
  on(angle: number, reach?: number): { readonly x: number; readonly isSeen: boolean }
}

export function trunkOf(yaw: number, { waist, hem, hemU }: Cut): Trunk {
  const [top, chest, middle, low] = [spread(yaw, 3.9, 3.5), spread(yaw, 7.2, 5.3), spread(yaw, waist, 5.2), spread(yaw, hem, 5.5)]
  const outline =
    `M${n(-top)} -31.200Q${n(-chest - 0.2)} -30.600 ${n(-chest)} -26.500L${n(-middle)} -20L${n(-low)} ${n(-hemU)}Q0 ${n(-hemU + 1.9)} ${n(low)} ${n(-hemU)}` +
    `L${n(middle)} -20L${n(chest)} -26.500Q${n(chest + 0.2)} -30.600 ${n(top)} -31.200Q0 -28.200 ${n(-top)} -31.200Z`
  const on = (angle: number, reach = chest) => ({ x: Math.sin(yaw + angle) * reach, isSeen: Math.cos(yaw + angle) > 0.12 })
  return { outline, chest, hem: low, hemU, on }
}

/** Lit from the upper left: light, middle, dark at the rim, and the arm's shade. */
export const shading = ({ chest, hemU }: Trunk, cloth: Cloth): string =>
  fill(`M${n(chest * 0.3)} -36Q${n(chest * 0.6)} -22 ${n(chest * 0.34)} -8H14V-36Z`, cloth.mid) +
  fill(`M${n(chest * 0.76)} -36Q${n(chest * 0.95)} -22 ${n(chest * 0.78)} -8H14V-36Z`, cloth.dark) +
  stroke(`M-9 ${n(-hemU - 0.6)}Q0 ${n(-hemU + 1.2)} 9 ${n(-hemU - 0.6)}`, cloth.dark, 0.8)

/** Four petals and a seed, in two paths, for there are many. */
function batikPattern(): string {
  const petals: string[] = []
  const seeds: string[] = []
  for (let row = 0; row < 6; row++) {
    for (let col = -2; col <= 2; col++) {
      const [x, y] = [col * 4.4 + (row % 2) * 2.2, -31 + row * 3.8]
      petals.push(`M${n(x)} ${n(y - 1.9)}l1 1.900l-1 1.900l-1 -1.900Z`)
      seeds.push(`M${n(x + 1.7)} ${n(y)}h1`)
    }
  }
  return fill(petals.join(''), shade.light) + stroke(seeds.join(''), batikDeep, 1)
}

/** A collar and what closes it; what is at the back for those who look away. */
function openCollar({ on }: Trunk, cloth: Cloth): string {
  const { x, isSeen } = on(0, 4.4)
  if (!isSeen) return stroke('M-4 -30.200Q0 -28 4 -30.200', cloth.dark, 1.1)
  return (
    fill(`M${n(x - 3.4)} -31.400L${n(x)} -27L${n(x + 3.4)} -31.400L${n(x)} -29.400Z`, cloth.dark) +
    stroke(`M${n(x)} -27V-13`, cloth.dark, 0.8)
  )
}

export const details: Readonly<Record<TopKind, (trunk: Trunk, cloth: Cloth) => string>> = {
  shirt: (trunk, cloth) => openCollar(trunk, cloth) + pocket(trunk, 0.55, cloth),
  batik: (trunk, cloth) => batikPattern() + openCollar(trunk, { ...cloth, dark: cloth.deep }),
  tee: ({ on }, cloth) =>
    on(0).isSeen
      ? stroke(`M${n(on(0, 4).x - 3.8)} -30.600Q${n(on(0, 4).x)} -27.600 ${n(on(0, 4).x + 3.8)} -30.600`, cloth.dark, 1)
      : stroke('M-3.800 -30.400Q0 -28.400 3.800 -30.400', cloth.dark, 1),
  koko: ({ on, hemU }, cloth) => {
    const { x, isSeen } = on(0, 4.6)
    const collar = stroke(
      `M${n(isSeen ? x - 3.6 : -3.6)} -30.400Q${n(isSeen ? x : 0)} -28 ${n(isSeen ? x + 3.6 : 3.6)} -30.400`,
      cloth.deep,
      1.5,
    )
    if (!isSeen) return collar
    const stitches = [-25.5, -23, -20.5].map((y) => `M${n(x - 1.6)} ${y}h.8M${n(x + 0.9)} ${y}h.8`).join('')
    return (
      collar +
      stroke(`M${n(x)} -28.500V-18`, cloth.dark, 3.4) +
      stroke(`M${n(x)} -28.500V-18.500`, cloth.light, 1) +
      stroke(stitches, cloth.deep, 0.8) +
      stroke(`M${n(x)} -17V${-hemU}`, cloth.mid, 0.6)
    )
  },
  kebaya: ({ on, hem, hemU }, cloth) => {
    const { x, isSeen } = on(0, 4.4)
    const lace = [-0.75, -0.25, 0.25, 0.75].map((k) => `M${n(k * hem)} ${n(-hemU - 0.9)}v1`).join('')
    const edge = stroke(lace, cloth.deep, 1)
    if (!isSeen) return edge
    return (
      edge +
      fill(`M${n(x - 3.2)} -31.400L${n(x)} -24.500L${n(x + 3.2)} -31.400Z`, cloth.deep) +
      fill(`M${n(x - 1.9)} -31.400L${n(x)} -26.500L${n(x + 1.9)} -31.400Z`, cloth.light) +
      stroke(`M${n(x)} -24.500L${n(x + 0.5)} ${-hemU}`, cloth.dark, 1.2) +
      circle(x, -23, 0.8, cloth.deep) +
      circle(x + 0.2, -20, 0.7, cloth.deep)
    )
  },
  school: (trunk, cloth) => {
    const { x, isSeen } = trunk.on(0, 4.4)
    const beltLine = stroke(`M-9 ${n(-trunk.hemU)}Q0 ${n(-trunk.hemU + 1.9)} 9 ${n(-trunk.hemU)}`, belt, 2)
    return isSeen
      ? openCollar(trunk, cloth) +
          beltLine +
          fill(`M${n(x - 1)} -28L${n(x + 1)} -28L${n(x + 1.7)} -19.500L${n(x)} -17.500L${n(x - 1.7)} -19.500Z`, belt) +
          pocket(trunk, 0.6, cloth)
      : openCollar(trunk, cloth) + beltLine
  },
  khaki: (trunk, cloth) => {
    const beltLine = stroke(`M-9 ${n(-trunk.hemU)}Q0 ${n(-trunk.hemU + 1.9)} 9 ${n(-trunk.hemU)}`, belt, 2)
    const tag = trunk.on(-0.62)
    return (
      openCollar(trunk, { ...cloth, dark: cloth.deep }) +
      pocket(trunk, 0.62, cloth) +
      pocket(trunk, -0.62, cloth) +
      (tag.isSeen ? fill(`M${n(tag.x - 1.6)} -26.600h3.200v1.100h-3.200Z`, plate) : '') +
      beltLine
    )
  },
  vest: (trunk) => {
    const { x, isSeen } = trunk.on(0, 4.4)
    const open = isSeen ? openCollar(trunk, cuts.vest.cloth) : ''
    const edge = trunk.chest
    const sidesOf = isSeen
      ? fill(`M-14 -34H${n(x - 3)}L${n(x - 1.3)} -24V-8H-14Z`, vest) + fill(`M14 -34H${n(x + 3)}L${n(x + 1.3)} -24V-8H14Z`, vest)
      : fill('M-14 -34H14V-8H-14Z', vest)
    const badge = trunk.on(0.62)
    return (
      open +
      sidesOf +
      fill(`M${n(edge * 0.55)} -36Q${n(edge * 0.8)} -22 ${n(edge * 0.6)} -8H14V-36Z`, vestShade) +
      stroke(isSeen ? `M-10 -19.500H${n(x - 1.3)}M${n(x + 1.3)} -19.500H10` : 'M-10 -19.500H10', vestBand, 1.8) +
      (badge.isSeen ? fill(`M${n(badge.x - 1.4)} -26.400h2.800v3.400h-2.800Z`, pale) : '')
    )
  },
}

function pocket({ on }: Trunk, angle: number, cloth: Cloth): string {
  const { x, isSeen } = on(angle)
  return isSeen ? stroke(`M${n(x - 1.6)} -24.400h3.200v2.600l-1.600 .8l-1.600 -.8Z`, cloth.dark, 0.6) : ''
}
