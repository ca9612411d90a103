import type { Spot } from './person-shape.ts'

/** How the sources of people write SVG. A tenth of a pixel at 1× is fine enough, and short. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

export const points = (spots: readonly { readonly x: number; readonly y: number }[]): string =>
  spots.map(({ x, y }) => `${n(x)},${n(y)}`).join(' ')

export const limb = (spots: readonly { readonly x: number; readonly y: number }[], width: number, colour: string): string =>
  `<polyline points="${points(spots)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

export const fill = (d: string, colour: string, more = ''): string => `<path d="${d}" fill="${colour}"${more}/>`

export const stroke = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${more}/>`

export const circle = (x: number, y: number, r: number, colour: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="${colour}"/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, colour: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${colour}"${more}/>`

/** `inner` within the outline. `id` is one of the picture's own. */
export const within = (id: string, d: string, inner: string): string =>
  inner === '' ? '' : `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${inner}</g>`

/** `inner` without a strip along the line from `a` to `b`: all round it is drawn one way and the strip the other, so it stays empty. */
export function without(id: string, a: Spot, b: Spot, r: number, inner: string): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const [dx, dy] = length < 0.05 ? [r, 0] : [((b.x - a.x) / length) * r, ((b.y - a.y) / length) * r]
  // Against the clock, as the screen has it; the rectangle goes with it.
  const strip =
    `M${n(a.x + dy)} ${n(a.y - dx)}A${r} ${r} 0 0 0 ${n(a.x - dy)} ${n(a.y + dx)}` +
    `L${n(b.x - dy)} ${n(b.y + dx)}A${r} ${r} 0 0 0 ${n(b.x + dy)} ${n(b.y - dx)}Z`
  return within(id, `M-30 -64H30V14H-30Z${strip}`, inner)
}
