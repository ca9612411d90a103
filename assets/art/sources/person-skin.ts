import { tintShade as shade } from '../palette.ts'
import { circle, ellipse, fill, limb, n, stroke, within } from './person-pen.ts'
import { actingSide, type Arms, armSpots, type Direction, head, sides, yawOf } from './person-shape.ts'

/** What brows and mouth say. */
type Mood = 'calm' | 'glad' | 'talking'
const moods: Readonly<Record<Arms, Mood>> = {
  stand: 'calm',
  swing0: 'calm',
  swing1: 'calm',
  rest: 'calm',
  wave: 'glad',
  speak: 'talking',
  point: 'calm',
}

/** A point of the face at an angle from its middle; `k` is how squarely one sees it. */
const on = (yaw: number, angle: number, reach: number): { x: number; k: number } => ({
  x: Math.sin(yaw + angle) * reach,
  k: Math.cos(yaw + angle),
})

function ears(yaw: number): string {
  return sides
    .map((side) => on(yaw, side * 1.52, head.r - 0.4))
    .filter(({ k }) => k > -0.4)
    .map(({ x, k }) => ellipse(x, 1.4, 1.7, 2.3, k > 0.5 ? shade.skinDark : shade.skinMid))
    .join('')
}

function eye(yaw: number, side: 1 | -1, mood: Mood): string {
  const { x: turned, k } = on(yaw, side * 0.42, head.r * 0.9)
  if (k <= 0.12) return ''
  // In profile the eye stays on the face instead of sliding over its rim.
  const x = Math.max(-7, Math.min(7, turned))
  const width = 1.25 * Math.max(0.68, k)
  const brow = mood === 'talking' ? -3.4 : mood === 'glad' ? -3 : -2.6
  const open =
    mood === 'glad'
      ? stroke(`M${n(x - 1.5)} 1.900Q${n(x)} -.2 ${n(x + 1.5)} 1.900`, shade.eye, 1.1, ' stroke-linecap="round"')
      : ellipse(x, 1.3, width, 1.7, shade.eye) + circle(x - 0.4, 0.7, 0.45, shade.light)
  return (
    open +
    stroke(
      `M${n(x - 1.7 * k)} ${n(brow + 0.6)}Q${n(x)} ${n(brow - 0.5)} ${n(x + 1.7 * k)} ${n(brow + 0.6)}`,
      shade.brow,
      0.9,
      ' stroke-linecap="round"',
    )
  )
}

function mouth(yaw: number, mood: Mood): string {
  const { x: turned, k } = on(yaw, 0, head.r * 0.8)
  if (k < -0.1) return ''
  const x = Math.min(6, turned)
  const half = (mood === 'calm' ? 1.5 : 1.9) * Math.max(0.55, k)
  if (mood === 'talking') return ellipse(x, 5.4, half * 0.8, 1.5, shade.mouth)
  if (mood === 'glad') return fill(`M${n(x - half)} 4.700H${n(x + half)}Q${n(x)} 7.700 ${n(x - half)} 4.700Z`, shade.mouth)
  return stroke(`M${n(x - half)} 5Q${n(x)} 6.500 ${n(x + half)} 5`, shade.mouth, 1, ' stroke-linecap="round"')
}

/** A ball lit from the upper left; two eyes, brows and a mouth, and of a nose just a hint. */
export function face(yaw: number, mood: Mood): string {
  const ball = `M${-head.r} 0A${head.r} ${head.r} 0 1 1 ${head.r} 0A${head.r} ${head.r} 0 1 1 ${-head.r} 0Z`
  const cheeks = sides
    .map((side) => on(yaw, side * 0.78, head.r * 0.9))
    .filter(({ k }) => k > 0.2)
    .map(({ x, k }) => ellipse(x, 4, 1.9 * k, 1.2, shade.cheek))
    .join('')
  const nose = on(yaw, 0, head.r * 0.88)
  const hint = nose.k > 0.5 ? stroke(`M${n(nose.x + 0.3)} 2.400q.8 .8 -.3 1`, shade.skinDark, 0.7, ' stroke-linecap="round"') : ''
  const shadeSide = fill('M4.600 -10Q10.400 0 3 10H12V-10Z', shade.skinMid)
  return (
    ears(yaw) +
    fill(ball, shade.light) +
    within('f', ball, shadeSide + cheeks) +
    hint +
    eye(yaw, -1, mood) +
    eye(yaw, 1, mood) +
    mouth(yaw, mood)
  )
}

/** Head, neck, arms and hands of one with that look on the face; what is worn lies over it. `gaze`: where the head looks. */
export function skin(direction: Direction, arms: Arms, gaze: Direction): string {
  const isAcross = Math.abs(Math.sin(yawOf(direction))) > 0.3
  const order = sides.toSorted((a, b) => armSpots(arms, direction, a)[0].depth - armSpots(arms, direction, b)[0].depth)
  const drawn = order.map((side) => {
    const spots = armSpots(arms, direction, side)
    const [, elbow, hand] = spots
    const isFar = isAcross && spots[0].depth < -2
    const colour = isFar ? shade.skinDark : spots[0].x > 0.5 && !isAcross ? shade.skinMid : shade.light
    const length = Math.hypot(hand.x - elbow.x, hand.y - elbow.y)
    const finger =
      arms === 'point' && side === actingSide(arms, direction)
        ? limb([hand, { x: hand.x + ((hand.x - elbow.x) / length) * 3.4, y: hand.y + ((hand.y - elbow.y) / length) * 3.4 }], 1.5, colour)
        : ''
    return limb(spots, 3.7, colour) + circle(hand.x, hand.y, 2.4, colour) + finger
  })
  const neck = fill('M-2.800 -33V-30.400Q0 -28.300 2.800 -30.400V-33Z', shade.skinDark)
  return `${drawn.join('')}${neck}<g transform="translate(0 ${-head.u})">${face(yawOf(gaze), moods[arms])}</g>`
}
