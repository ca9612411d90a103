import { tintShade as shade } from '../palette.ts'
import { circle, ellipse, fill, n, stroke, within } from './person-pen.ts'

/**
 * Hair and head-dress. The head is a ball; `bottomAt(angle)` says how far down the hair reaches (pixels below the ball's
 * middle) at an angle from the middle of the face (0) to the nape (π), and the visible half is cut out for each direction.
 * `falls`: hangs down beside the neck instead of following the ball.
 */
export function shell(yaw: number, radius: number, bottomAt: (angle: number) => number, falls = false): string {
  const runs: { x: number; top: number; bottom: number }[][] = [[]]
  const steps = 20
  for (let i = 0; i <= steps; i++) {
    const theta = -Math.PI / 2 + (i / steps) * Math.PI
    const x = Math.sin(theta) * radius
    let angle = Math.abs(theta - yaw)
    if (angle > Math.PI) angle = 2 * Math.PI - angle
    const half = Math.sqrt(Math.max(0, radius * radius - x * x))
    const wanted = bottomAt(angle)
    const bottom = falls ? wanted - (wanted > 6 ? (x / radius) ** 2 * 2.2 : 0) : Math.min(wanted, half)
    if (bottom - -half > 0.2 || (falls && wanted > 0)) runs[runs.length - 1].push({ x, top: -half, bottom: Math.max(-half, bottom) })
    else if (runs[runs.length - 1].length > 0) runs.push([])
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const [first, last] = [run[0], run[run.length - 1]]
      const lower = run.toReversed().map(({ x, bottom }) => `${n(x)} ${n(bottom)}`)
      return `M${n(first.x)} ${n(first.top)}A${n(radius)} ${n(radius)} 0 0 1 ${n(last.x)} ${n(last.top)}L${lower.join('L')}Z`
    })
    .join('')
}

export const smooth = (from: number, to: number, value: number): number => {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

const shortBottom = (angle: number): number => {
  const fringe = -4.4 - Math.cos(angle * 2.2) * 0.9
  const side = fringe + (1.2 - fringe) * smooth(0.82, 1.16, angle)
  return side + 4.4 * smooth(1.6, 2.6, angle)
}

const longBottom = (angle: number): number => {
  const fringe = -3.6 - Math.cos(angle * 2) * 1.4
  return fringe + (12.5 - fringe) * smooth(0.9, 1.08, angle) + 1.6 * smooth(2, 3, angle)
}

/** Cropped hair of one whose forehead is high. */
const thinBottom = (angle: number): number => -10.6 + 12 * smooth(1, 1.32, angle) + 3.6 * smooth(1.7, 2.6, angle)

type Tones = { readonly light: string; readonly mid: string; readonly dark: string }

/** Lit from the upper left: a soft shine, and shade at the lower right. */
export function shaded(outline: string, yaw: number, radius: number, tones: Tones = shade): string {
  const isAway = Math.abs(yaw) > 2.6
  return (
    fill(outline, tones.mid) +
    within(
      'h',
      outline,
      fill(`M${n(radius * 0.35)} -14Q${n(radius * 0.95)} -2 ${n(radius * 0.3)} 18H16V-14Z`, tones.dark, ' opacity=".8"') +
        ellipse(-3.4, -5.8, 3.6, 1.9, tones.light, ` transform="rotate(-32 -3.400 -5.800)" opacity="${isAway ? 0.75 : 0.95}"`),
    )
  )
}

export const short = (yaw: number): string => shaded(shell(yaw, 9.9, shortBottom), yaw, 9.9)
export const long = (yaw: number): string => shaded(shell(yaw, 10.8, longBottom, true), yaw, 10.8)

/** What shows of the hair below a cap: dark, whatever the cap's colour. */
const under: Tones = { light: shade.hairUnderHat, mid: shade.hairUnderHat, dark: shade.hairUnderHat }
export const hairUnder = (yaw: number): string => fill(shell(yaw, 9.6, shortBottom), under.mid)

export function bun(yaw: number): string {
  const [x, y] = [-Math.sin(yaw) * 8.4, -6.5 - Math.max(0, Math.cos(yaw)) * 3.6]
  const knot = circle(x, y, 4.3, shade.dark) + circle(x - 0.6, y - 0.6, 3.3, shade.mid) + ellipse(x - 1.4, y - 1.5, 1.3, 0.9, shade.light)
  return Math.cos(yaw) > 0.1 ? knot + short(yaw) : short(yaw) + knot
}

/** A tail at the back, tied with a band; it hangs to the shoulder. */
export function ponytail(yaw: number): string {
  // From before it hangs over the shoulder, or one would not see it.
  if (Math.cos(yaw) > 0.9)
    return (
      short(yaw) +
      fill('M6.200 6.600Q12 6.200 11.200 13Q9.800 18 7.400 14.600Q8.200 10.500 5 8.200Z', shade.dark) +
      fill('M6.200 6.600Q11 6.600 10 13Q9 15.500 7.800 13.600Q8.400 10 5 8.200Z', shade.mid)
    )
  const [x, away] = [-Math.sin(yaw) * 9, Math.cos(yaw) < -0.2]
  const sway = -Math.sin(yaw) * 4
  const tail =
    fill(
      `M${n(x - 2.4)} -5Q${n(x + sway - 4.6)} 2 ${n(x + sway - 1.6)} 11.500Q${n(x + sway + 1.2)} 13 ${n(x + sway + 2.2)} 10.500Q${n(x + sway + 3.6)} 2 ${n(x + 2.4)} -5Z`,
      shade.dark,
    ) + fill(`M${n(x - 2)} -5Q${n(x + sway - 4)} 2 ${n(x + sway - 1.4)} 10.500Q${n(x + sway)} 2 ${n(x + 0.6)} -5Z`, shade.mid)
  const band = ellipse(x, -5, 2.5, 1.5, shade.light)
  return away ? short(yaw) + tail + band : tail + short(yaw) + (Math.abs(Math.cos(yaw)) < 0.3 ? band : '')
}

/** Curls: a cloud of small balls around the head, none before the face. */
export function curly(yaw: number): string {
  const facing = Math.cos(yaw)
  const balls: string[] = []
  const add = (x: number, y: number, r: number): void => {
    balls.push(circle(x, y, r, x > 4 ? shade.dark : x + y < -11 ? shade.light : shade.mid))
  }
  const cover = facing < -0.2
  for (let ring = 0; ring < 2; ring++) {
    const reach = ring === 0 ? 9.6 : 6
    for (let i = 0; i < 11; i++) {
      const theta = Math.PI * (0.92 + (i / 10) * 1.16)
      const [x, y] = [Math.cos(theta) * reach, Math.sin(theta) * reach - 0.6]
      if (ring === 1 && (i % 2 === 1 || y > -3)) continue
      add(x, y, ring === 0 ? 2.9 : 3.2)
    }
  }
  const cap = fill(
    shell(yaw, 10, (angle) => shortBottom(angle) - (cover ? 0 : 0.4)),
    shade.mid,
  )
  const back = [-1, 1].flatMap((side) => {
    const x = -Math.sin(yaw) * 6 + side * 6 * Math.abs(facing)
    return facing > 0.3 ? [] : [circle(x, 3.4, 3.2, x > 3 ? shade.dark : shade.mid)]
  })
  return cap + back.join('') + balls.join('')
}

/** Grey at the sides, with brows and a moustache that have gone grey too. */
export function thin(yaw: number): string {
  const hair = shaded(shell(yaw, 9.8, thinBottom), yaw, 9.8)
  const facing = Math.cos(yaw)
  if (facing < -0.2) return hair
  const x = Math.sin(yaw) * 7.2
  const k = Math.max(0.6, facing)
  const moustache = fill(
    `M${n(x)} 3.500Q${n(x - 1.6 * k)} 3.300 ${n(x - 2.6 * k)} 4.900Q${n(x)} 4 ${n(x + 2.6 * k)} 4.900Q${n(x + 1.6 * k)} 3.300 ${n(x)} 3.500Z`,
    shade.mid,
  )
  const brows = [-1, 1]
    .map((side) => ({ x: Math.max(-7, Math.min(7, Math.sin(yaw + side * 0.42) * 8.2)), k: Math.cos(yaw + side * 0.42) }))
    .filter((brow) => brow.k > 0.12)
    .map((brow) =>
      stroke(
        `M${n(brow.x - 1.9 * brow.k)} -2Q${n(brow.x)} -3.300 ${n(brow.x + 1.9 * brow.k)} -2`,
        shade.light,
        1.3,
        ' stroke-linecap="round"',
      ),
    )
  return hair + moustache + brows.join('')
}

/** A child's hair, in this colour. */
export const cropped = (yaw: number, radius: number, colour: string): string =>
  fill(
    shell(yaw, radius, (angle) => shortBottom(angle) * (radius / 9.9)),
    colour,
  )
