import { personColours, tintShade as shade } from '../palette.ts'
import { ellipse, fill, limb, n, stroke, within } from './person-pen.ts'
import { type Direction, isAway, yawOf } from './person-shape.ts'

/** A baby in a sling over one shoulder, before the breast; from behind only the cloth is seen. */
export function baby(direction: Direction): string {
  const [cloth, clothShade, pattern, bonnet, bonnetShade] = personColours.baby
  const dots = (spots: readonly (readonly [number, number])[]): string =>
    stroke(spots.map(([x, y]) => `M${n(x)} ${n(y)}h.9`).join(''), pattern, 0.9)
  if (isAway(direction))
    return (
      stroke('M-5 -30.500Q1.500 -23.500 6.800 -16', cloth, 3.8) +
      dots([
        [-3.4, -28.6],
        [-0.6, -25.6],
        [1.8, -22.8],
        [4, -20],
        [5.8, -17.2],
      ])
    )
  const x = Math.sin(yawOf(direction)) * 5.4
  const bag = `M${n(x - 6.6)} -20.500Q${n(x - 6)} -12.600 ${n(x + 1)} -12.800Q${n(x + 7.6)} -13.400 ${n(x + 7)} -21Q${n(x + 3)} -18.600 ${n(x)} -19Q${n(x - 3)} -18.800 ${n(x - 6.6)} -20.500Z`
  const band = `M${n(x * 0.5 + 6.4)} -29.500Q${n(x + 7)} -24 ${n(x + 5.4)} -19.500`
  const [hx, hy] = babyHead(direction)
  const hood = `M${n(hx - 4.8)} ${n(hy - 0.6)}Q${n(hx - 4.4)} ${n(hy - 5.4)} ${n(hx)} ${n(hy - 5.4)}Q${n(hx + 5.4)} ${n(hy - 5)} ${n(hx + 4.6)} ${n(hy + 2)}Q${n(hx + 3.2)} ${n(hy - 2)} ${n(hx)} ${n(hy - 2.2)}Q${n(hx - 3)} ${n(hy - 2.2)} ${n(hx - 4.8)} ${n(hy - 0.6)}Z`
  return (
    stroke(band, cloth, 3.2) +
    fill(hood, bonnet) +
    within(
      'k',
      hood,
      fill(`M${n(hx + 2)} ${n(hy - 6)}Q${n(hx + 3.4)} ${n(hy - 2)} ${n(hx + 3)} ${n(hy + 3)}H${n(hx + 7)}V${n(hy - 6)}Z`, bonnetShade),
    ) +
    fill(bag, cloth) +
    within(
      'b',
      bag,
      fill(`M${n(x + 2.4)} -24Q${n(x + 4.6)} -17 ${n(x + 1)} -11H${n(x + 9)}V-24Z`, clothShade) +
        dots([
          [x - 5, -18],
          [x - 2.4, -17],
          [x + 0.4, -16.6],
          [x + 3.2, -17.4],
          [x - 3.6, -15.2],
          [x - 0.8, -14.6],
          [x + 2, -14.8],
          [x + 4.6, -19.4],
        ]),
    )
  )
}

const babyHead = (direction: Direction): readonly [x: number, y: number] => [Math.sin(yawOf(direction)) * 5.4 - 1.2, -22]

/** The baby's face, asleep; to be tinted as the grown-up's skin is. */
export function babySkin(direction: Direction): string {
  if (isAway(direction)) return ''
  const [x, y] = babyHead(direction)
  const ball = `M${n(x - 4.4)} ${n(y)}A4.400 4.400 0 1 1 ${n(x + 4.4)} ${n(y)}A4.400 4.400 0 1 1 ${n(x - 4.4)} ${n(y)}Z`
  const lids = [-2, 1.6].map((dx) => `M${n(x + dx - 1)} ${n(y + 0.3)}q1 .9 2 0`).join('')
  return (
    fill(ball, shade.light) + stroke(lids, shade.eye, 0.8, ' stroke-linecap="round"') + ellipse(x - 2.6, y + 1.6, 1.1, 0.7, shade.cheek)
  )
}

const bellyX = (direction: Direction): number => Math.sin(yawOf(direction)) * 4.6

/** The belly of one who is with child, over whatever is worn; not seen from behind. */
export function belly(direction: Direction): string {
  if (isAway(direction)) return ''
  const x = bellyX(direction)
  const outline = `M${n(x - 6.4)} -18.600Q${n(x - 6.2)} -12.400 ${n(x)} -12.200Q${n(x + 6.8)} -12.400 ${n(x + 6.8)} -18.600Q${n(x + 6)} -24.600 ${n(x)} -24.800Q${n(x - 6)} -24.600 ${n(x - 6.4)} -18.600Z`
  return (
    fill(outline, shade.light) +
    within(
      'b',
      outline,
      fill(`M${n(x + 3.4)} -26Q${n(x + 6)} -17 ${n(x - 4)} -13.600L${n(x - 3)} -11H${n(x + 9)}V-26Z`, shade.mid) +
        fill(`M${n(x + 7)} -20Q${n(x + 5)} -13.600 ${n(x - 5)} -13.200V-11H${n(x + 9)}Z`, shade.dark),
    )
  )
}

/** A hand that rests on it. */
export function bellyHand(direction: Direction): string {
  if (isAway(direction)) return ''
  const x = bellyX(direction)
  return (
    limb(
      [
        { x: x - 2.6, y: -16.4 },
        { x: x + 1.2, y: -17.2 },
      ],
      3.2,
      shade.skinMid,
    ) +
    limb(
      [
        { x: x - 2.6, y: -16.8 },
        { x: x + 1, y: -17.6 },
      ],
      2.8,
      shade.light,
    )
  )
}
