import { tintShade } from '../palette.ts'
import { head } from './person-shape.ts'

/**
 * Hair and head-dress. The head is a ball; `bottomAt(angle)` says how far down the hair reaches (pixels below the ball's
 * middle) at an angle from the middle of the face (0) to the nape (π), and the visible half is cut out for each direction.
 */
const number = (value: number): string => value.toFixed(2)

function shell(yaw: number, radius: number, bottomAt: (angle: number) => number): string {
  const upper: string[] = []
  const lower: string[] = []
  const steps = 22
  for (let i = 0; i <= steps; i++) {
    const theta = -Math.PI / 2 + (i / steps) * Math.PI
    const x = Math.sin(theta) * radius
    let angle = Math.abs(theta - yaw)
    if (angle > Math.PI) angle = 2 * Math.PI - angle
    const top = -Math.sqrt(Math.max(0, radius * radius - x * x))
    upper.push(`${number(x)} ${number(top)}`)
    lower.push(`${number(x)} ${number(Math.max(top, bottomAt(angle)))}`)
  }
  return `M${upper.join('L')}L${lower.toReversed().join('L')}Z`
}

const smooth = (from: number, to: number, value: number): number => {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

const shortBottom = (angle: number): number => {
  const fringe = -4.2 - Math.cos(angle * 2.2) * 0.9
  const side = fringe + (1.6 - fringe) * smooth(0.78, 1.12, angle)
  return side + 4.2 * smooth(1.5, 2.6, angle)
}

const longBottom = (angle: number): number => {
  const fringe = -3.4 - Math.cos(angle * 2) * 1.4
  return fringe + (12.5 - fringe) * smooth(0.8, 1.12, angle) + 1.2 * smooth(2, 3, angle)
}

/** Lit from the upper left: a crescent of shade at the lower right, a soft shine. */
function shaded(outline: string, yaw: number, radius: number): string {
  const shineX = -3.4
  return (
    `<clipPath id="h"><path d="${outline}"/></clipPath><path d="${outline}" fill="${tintShade.mid}"/>` +
    `<g clip-path="url(#h)"><circle cx="${number(radius * 0.34)}" cy="2" r="${radius + 9}" fill="none" stroke="${tintShade.dark}" stroke-width="0"/>` +
    `<path d="M${number(radius * 0.35)} -14Q${number(radius * 0.95)} -2 ${number(radius * 0.3)} 18H16V-14Z" fill="${tintShade.dark}" opacity=".8"/>` +
    `<ellipse cx="${shineX}" cy="-5.800" rx="3.600" ry="1.900" transform="rotate(-32 ${shineX} -5.800)" fill="${tintShade.light}" opacity="${Math.abs(yaw) > 2.6 ? 0.75 : 0.95}"/></g>`
  )
}

const at = (inner: string): string => `<g transform="translate(0 ${-head.u})">${inner}</g>`

function short(yaw: number): string {
  return shaded(shell(yaw, 9.9, shortBottom), yaw, 9.9)
}

function long(yaw: number): string {
  return shaded(shell(yaw, 10.2, longBottom), yaw, 10.2)
}

function bun(yaw: number): string {
  const [x, y] = [-Math.sin(yaw) * 8.4, -6.5 - Math.max(0, Math.cos(yaw)) * 3.6]
  const knot = `<circle cx="${number(x)}" cy="${number(y)}" r="4.300" fill="${tintShade.mid}"/><circle cx="${number(x + 0.8)}" cy="${number(y + 0.8)}" r="3.200" fill="${tintShade.dark}"/><circle cx="${number(x - 0.5)}" cy="${number(y - 0.5)}" r="2.800" fill="${tintShade.mid}"/>`
  return Math.cos(yaw) > 0.1 ? knot + short(yaw) : short(yaw) + knot
}

/** A cloth over head, neck and breast with an opening for the face. */
function hijab(yaw: number): string {
  const facing = Math.cos(yaw)
  const lean = Math.sin(yaw)
  const drape = `M-10 -1Q-10.400 -10.200 0 -10.400Q10.400 -10.200 10 -1Q9.600 5 ${number(9.2 + lean)} 9Q${number(10.2 + lean)} 13.500 ${number(7 + lean)} 15.500Q${number(lean * 2)} ${number(18.5 + Math.max(0, facing))} ${number(-7 + lean)} 15.500Q${number(-10.2 + lean)} 13.500 ${number(-9.2 + lean)} 9Q-9.600 5 -10 -1Z`
  const isOpen = facing > -0.3
  const width = Math.max(2.6, 6.9 * Math.max(0, facing) + (facing < 0.5 ? 2.2 : 0))
  // No wider than the head itself, or one would look past the cheek.
  const opening = isOpen
    ? `<clipPath id="o"><circle r="9.050"/></clipPath><ellipse clip-path="url(#o)" cx="${number(lean * 7.4)}" cy="1" rx="${number(width)}" ry="${number(facing < -0.1 ? 5.4 : 7.3)}" fill="black"/>`
    : ''
  const fold = isOpen
    ? `<path d="M${number(lean * 5 - 5)} 9.500Q${number(lean * 4)} 13 ${number(lean * 5 + 6)} 8.500" fill="none" stroke="${tintShade.deep}" stroke-width=".9"/><path d="M${number(lean * 4 + 1)} 11.500L${number(lean * 3 + 2.5)} 16" stroke="${tintShade.deep}" stroke-width=".8"/>`
    : `<path d="M0 -2Q-1.500 8 0 16M5 2Q4 10 5 15" fill="none" stroke="${tintShade.dark}" stroke-width=".9"/>`
  return `<mask id="m" maskUnits="userSpaceOnUse" x="-20" y="-20" width="40" height="50"><rect x="-20" y="-20" width="40" height="50" fill="white"/>${opening}</mask><g mask="url(#m)">${shaded(drape, yaw, 10)}${fold}</g>`
}

function peci(yaw: number): string {
  const under = `<g opacity="1">${shaded(shell(yaw, 9.6, shortBottom), yaw, 9.6)}</g>`
  const cap =
    `<path d="M-9.100 -4.200L-8.300 -12.200Q0 -14.800 8.300 -12.200L9.100 -4.200Q0 -1.200 -9.100 -4.200Z" fill="${tintShade.mid}"/>` +
    `<path d="M2.500 -13.500Q6 -13 8.300 -12.200L9.100 -4.200Q6.500 -3 3 -2.800Z" fill="${tintShade.dark}"/>` +
    `<ellipse cx="0" cy="-12.300" rx="8.200" ry="1.900" fill="${tintShade.light}"/><path d="M-8.900 -5.400Q0 -2.500 8.900 -5.400" fill="none" stroke="${tintShade.deep}" stroke-width=".7"/>`
  return under.replaceAll(tintShade.light, tintShade.dark).replaceAll(tintShade.mid, tintShade.deep) + cap
}

/** The farmer's hat of woven bamboo. */
function caping(yaw: number): string {
  const under = shaded(shell(yaw, 9.6, shortBottom), yaw, 9.6)
  const dark = under
    .replaceAll(tintShade.light, tintShade.hairUnderHat)
    .replaceAll(tintShade.mid, tintShade.hairUnderHat)
    .replaceAll(tintShade.dark, tintShade.hairUnderHat)
  return (
    dark +
    `<ellipse cx="0" cy="-4" rx="14.500" ry="4.800" fill="${tintShade.deep}"/><path d="M-14.500 -4.600Q-7 -9 0 -15.500Q7 -9 14.500 -4.600Q8 -.6 0 -.6Q-8 -.6 -14.500 -4.600Z" fill="${tintShade.mid}"/>` +
    `<path d="M0 -15.500Q7 -9 14.500 -4.600Q10 -1.400 5 -.8Q3.500 -9 0 -15.500Z" fill="${tintShade.dark}"/><path d="M0 -15.500Q-5 -9 -8 -2M0 -15.500Q-2 -8 -1.500 -.8M0 -15.500Q3 -8 6 -1.200M-10 -7.200Q0 -4 10 -7.200" fill="none" stroke="${tintShade.deep}" stroke-width=".5" opacity=".7"/>` +
    `<path d="M-13.500 -5Q-6 -9.500 -.5 -14.500" fill="none" stroke="${tintShade.light}" stroke-width="1.100"/>`
  )
}

export const headDress: Record<string, (yaw: number) => string> = {
  short: (yaw) => at(short(yaw)),
  long: (yaw) => at(long(yaw)),
  hijab: (yaw) => at(hijab(yaw)),
  peci: (yaw) => at(peci(yaw)),
  bun: (yaw) => at(bun(yaw)),
  caping: (yaw) => at(caping(yaw)),
}
