import { tintShade as shade } from '../palette.ts'
import { hairUnder, shaded, shell, smooth } from './person-hair.ts'
import { circle, ellipse, fill, n, stroke, within } from './person-pen.ts'

/** A cloth over head, neck and breast with an opening for the face; `khimar` falls to the elbows. */
export function veil(yaw: number, isLong: boolean): string {
  const facing = Math.cos(yaw)
  const lean = Math.sin(yaw)
  const [side, low, wide] = isLong ? [10.4, 21.5, 12.2] : [9.4, 15.5, 10.4]
  const crown = 'Q-10.800 -10.400 0 -10.400'
  const rightSide = `Q9.800 5 ${n(side + lean * 0.6)} 9.500Q${n(wide + lean * 0.6)} ${n(low - 3)} ${n(side - 1.4 + lean)} ${low}`
  const hemAndLeft = `Q${n(lean * 2)} ${n(low + 3 + Math.max(0, facing))} ${n(-side + 1.4 + lean)} ${low}Q${n(-wide + lean * 0.6)} ${n(low - 3)} ${n(-side + lean * 0.6)} 9.500Q-9.800 5 -10.600 -1Z`
  const folds = isLong ? 20 : 15
  if (Math.abs(facing) < 0.3) {
    // In profile the face stands out of the cloth.
    const drape = `M-10.600 -1${crown}Q6.500 -10.400 8.400 -5.400Q5.400 -5.600 4.200 -1.500Q3.600 3 5.800 7Q6.200 8.800 7.400 10.500Q${n(wide - 1)} ${n(low - 4)} ${n(side - 1.6)} ${low}${hemAndLeft}`
    return shaded(drape, yaw, 10) + stroke(`M-3 8.500Q2 12.500 6.600 10M1 11Q2 14 3.500 ${folds}`, shade.deep, 0.9)
  }
  const drape = `M-10.600 -1${crown}Q10.800 -10.400 10.600 -1${rightSide}${hemAndLeft}`
  if (facing < 0) return shaded(drape, yaw, 10) + stroke(`M0 -2Q-1.500 8 0 ${folds}M5 2Q4 10 5 ${folds - 1}`, shade.dark, 0.9)
  const fold = stroke(
    `M${n(lean * 5 - 5.5)} 9Q${n(lean * 4)} 13.500 ${n(lean * 5 + 6)} 8M${n(lean * 4 + 1)} 11L${n(lean * 3 + 2.5)} ${folds}`,
    shade.deep,
    0.9,
  )
  // The opening, drawn against the clock inside what goes with it, stays empty; never wider than the head, or one would look past the cheek.
  const rim = Array.from({ length: 18 }, (_, i) => {
    const t = (-i / 18) * Math.PI * 2
    const [x, y] = [lean * 7.4 + Math.cos(t) * 6.9 * facing, 1 + Math.sin(t) * 7.3]
    const shrink = Math.min(1, 9 / Math.hypot(x, y))
    return `${n(x * shrink)} ${n(y * shrink)}`
  })
  return within('o', `M-20 -20H20V30H-20ZM${rim.join('L')}Z`, shaded(drape, yaw, 10) + fold)
}

export function peci(yaw: number): string {
  return (
    hairUnder(yaw) +
    fill('M-9.500 -3.800L-8.800 -10.800Q0 -13.200 8.800 -10.800L9.500 -3.800Q0 -.8 -9.500 -3.800Z', shade.mid) +
    fill('M2.500 -12.100Q6 -11.700 8.800 -10.800L9.500 -3.800Q6.700 -2.600 3 -2.400Z', shade.dark) +
    ellipse(0, -11, 8.7, 1.7, shade.light) +
    stroke('M-9.300 -5Q0 -2.100 9.300 -5', shade.deep, 0.7)
  )
}

/** A round cap of white thread. */
export function kopiah(yaw: number): string {
  const dome = 'M-9.600 -3.600Q-10 -12.800 0 -13Q10 -12.800 9.600 -3.600Q0 -.6 -9.600 -3.600Z'
  const net = stroke('M-7 -9.800Q0 -7 7 -9.800M-4.500 -12.300Q-5.300 -9 -5.300 -6M0 -13V-5M4.500 -12.300Q5.300 -9 5.300 -6', shade.mid, 0.7)
  return (
    hairUnder(yaw) +
    fill(dome, shade.light) +
    within('h', dome, fill('M3 -14Q9 -6 5 2H14V-14Z', shade.mid) + net + stroke('M-10 -5Q0 -2 10 -5', shade.mid, 2.4))
  )
}

/** A cap with a peak over the eyes. */
export function cap(yaw: number): string {
  const facing = Math.cos(yaw)
  const x = Math.sin(yaw)
  const dome = shell(yaw, 10, (angle) => -3.6 + smooth(1.2, 2.4, angle) * 2.4)
  const peak =
    facing > 0.9
      ? fill('M-8.500 -5Q0 -8 8.500 -5Q6.500 -1.600 0 -1.400Q-6.500 -1.600 -8.500 -5Z', shade.dark)
      : facing > -0.1
        ? fill(
            `M${n(x * 7 - 7 * facing)} -5.400Q${n(x * 12)} -6.600 ${n(x * 14.5 - (facing > 0.3 ? 1 : 0))} -2.600Q${n(x * 9)} -1.400 ${n(x * 5 - 6 * facing)} -2.200Z`,
            shade.dark,
          )
        : ''
  return (
    hairUnder(yaw) +
    shaded(dome, yaw, 10) +
    (facing < -0.9 ? stroke('M-3 -1.600Q0 -4.400 3 -1.600', shade.hairUnderHat, 1.4) : '') +
    peak +
    circle(0, -9.9, 0.9, shade.dark)
  )
}

/** The farmer's hat of woven bamboo. */
export function caping(yaw: number): string {
  return (
    hairUnder(yaw) +
    ellipse(0, -6.6, 13.5, 4, shade.deep) +
    fill('M-13.500 -7.100Q-6.500 -11.300 0 -17Q6.500 -11.300 13.500 -7.100Q8 -3.800 0 -3.800Q-8 -3.800 -13.500 -7.100Z', shade.mid) +
    fill('M0 -17Q6.500 -11.300 13.500 -7.100Q10 -4.500 5 -4Q3.500 -11 0 -17Z', shade.dark) +
    stroke(
      'M0 -17Q-4.500 -11 -7.500 -4.800M0 -17Q-2 -10 -1.500 -4M0 -17Q3 -10 5.700 -4.200M-9.400 -9.400Q0 -6.600 9.400 -9.400',
      shade.deep,
      0.5,
      ' opacity=".7"',
    ) +
    stroke('M-12.500 -7.500Q-5.800 -11.700 -.5 -16', shade.light, 1.1)
  )
}
