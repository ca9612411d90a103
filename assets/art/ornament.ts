import type { Theme } from './palette.ts'

/** Colours of a band: lines, ground, accent. */
export type BandColours = { readonly line: string; readonly ground: string; readonly accent: string }

export const bandOf = (theme: Theme): BandColours => ({ line: theme.ornament, ground: theme.ornamentGround, accent: theme.ornamentAccent })

/**
 * A band one tile (32 units) long and 10 high, origin at its upper left, which goes on without a seam:
 * the hook-and-diamond lattice of ulap doyo weaving, or a plain stepped weave in the neutral theme.
 */
export function band(theme: Theme, colours: BandColours = bandOf(theme)): string {
  const ground = `<rect x="-.3" y="0" width="32.6" height="10" fill="${colours.ground}"/>`
  const rims = `<rect x="-.3" y="0" width="32.6" height="1.1" fill="${colours.accent}"/><rect x="-.3" y="8.9" width="32.6" height="1.1" fill="${colours.accent}"/>`
  return ground + (theme.name === 'plain' ? steps(colours) : lattice(colours)) + rims
}

function lattice({ line, accent, ground }: BandColours): string {
  const diamond = (x: number, r: number, colour: string): string =>
    `<path d="M${x} ${5 - r * 0.75}L${x + r} 5L${x} ${5 + r * 0.75}L${x - r} 5Z" fill="${colour}"/>`
  const hook = (sx: number, sy: number): string =>
    `<path transform="translate(16 5) scale(${sx} ${sy})" d="M5.4 0L8 -2.3L12 -2.3L12 -.2L9.6 -.2" fill="none" stroke="${line}" stroke-width="1.25" stroke-linejoin="miter"/>`
  return [
    hook(1, 1),
    hook(-1, 1),
    hook(1, -1),
    hook(-1, -1),
    diamond(16, 5, line),
    diamond(16, 3, ground),
    diamond(16, 1.9, accent),
    `<path d="M0 3L2.6 5L0 7Z" fill="${accent}"/><path d="M32 3L29.4 5L32 7Z" fill="${accent}"/>`,
  ].join('')
}

function steps({ line, accent }: BandColours): string {
  const bars: string[] = []
  for (let i = 0; i < 8; i++) {
    const up = i % 4 < 2 ? i % 4 : 4 - (i % 4)
    bars.push(`<rect x="${i * 4}" y="${6.2 - up * 1.8}" width="4.1" height="1.6" fill="${i % 4 === 2 ? accent : line}"/>`)
  }
  return bars.join('')
}
