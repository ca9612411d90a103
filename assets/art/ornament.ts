import { mix, type Theme } from './palette.ts'

/** Colours of an ornament: what it is drawn with, on, and set off by. */
export type OrnamentColours = { readonly line: string; readonly ground: string; readonly accent: string }

export const ornamentOf = (theme: Theme): OrnamentColours => ({
  line: theme.ornament,
  ground: theme.ornamentGround,
  accent: theme.ornamentAccent,
})

/** The colours that an ornament is drawn in: its own three, and two between line and ground, for layers. */
type Inks = OrnamentColours & { readonly mid: string; readonly pale: string }

/**
 * A band one tile (32 units) long and 10 high, origin at its upper left, which goes on without a seam: the hook-and-diamond lattice of
 * *ulap doyo*, the layered clouds of *mega mendung*, silver filigree over the steps of *tenun Tolaki*, or plain steps.
 */
export const band = (theme: Theme, colours: OrnamentColours = ornamentOf(theme)): string => part('band', bands[theme.name], colours)

/** One large figure in a square of 24, its middle at the origin: for the middle of a panel and the corner of a border. */
export const motif = (theme: Theme, colours: OrnamentColours = ornamentOf(theme)): string => part('motif', motifs[theme.name], colours)

/**
 * A part is drawn in its own way in each theme, in whatever colours it is given: the pack keeps it once a theme and once for all pictures.
 * Within it only fills and strokes, no opacity.
 */
function part(name: string, draw: (inks: Inks) => string, colours: OrnamentColours): string {
  const { line, ground, accent } = colours
  const [mid, pale] = [mix(line, ground, 0.38), mix(line, ground, 0.7)]
  // In this order, and each other than the rest: the pack finds them again by their place.
  return `<g data-part="${name}" data-colours="${[line, ground, accent, mid, pale].join(' ')}">${draw({ line, ground, accent, mid, pale })}</g>`
}

const frame = ({ ground, accent }: Inks, inner: string): string =>
  `<rect x="-.3" y="0" width="32.6" height="10" fill="${ground}"/>${inner}` +
  `<rect x="-.3" y="0" width="32.6" height="1.100" fill="${accent}"/><rect x="-.3" y="8.900" width="32.6" height="1.100" fill="${accent}"/>`

const diamond = (x: number, y: number, rx: number, ry: number, colour: string): string =>
  `<path d="M${x} ${y - ry}L${x + rx} ${y}L${x} ${y + ry}L${x - rx} ${y}Z" fill="${colour}"/>`

function lattice(inks: Inks): string {
  const { line, accent, ground } = inks
  const hook = (sx: number, sy: number): string =>
    `<path transform="translate(16 5) scale(${sx} ${sy})" d="M5.4 0L8 -2.3L12 -2.3L12 -.2L9.6 -.2" fill="none" stroke="${line}" stroke-width="1.250"/>`
  const inner = [
    hook(1, 1),
    hook(-1, 1),
    hook(1, -1),
    hook(-1, -1),
    diamond(16, 5, 5, 3.75, line),
    diamond(16, 5, 3, 2.25, ground),
    diamond(16, 5, 1.9, 1.4, accent),
    `<path d="M0 3L2.600 5L0 7Z" fill="${accent}"/><path d="M32 3L29.400 5L32 7Z" fill="${accent}"/>`,
  ]
  return frame(inks, inner.join(''))
}

/** A long cloud with curling lobes and drawn-out tails, its foot in the middle of its lower edge: 30 wide and 8.6 high at scale 1. */
const cloud = (x: number, y: number, kx: number, ky: number, colour: string): string =>
  `<path transform="translate(${x} ${y}) scale(${kx} ${ky})" d="M-15 0C-11.500 -.4 -11 -2.800 -9 -4C-8.600 -7.600 -3.800 -9 -1.600 -6.400C.6 -9.200 6 -8 6.400 -4.600C9.200 -5 9.600 -1.400 15 0Z" fill="${colour}"/>`

/** A cloud in layers, from the pale rim to the dark heart; `down` hangs it from above. */
const layers = ({ line, mid, pale, ground }: Inks, x: number, y: number, k: number, down = false): string => {
  const one = (part: number, colour: string): string => cloud(x, y, k * part, (down ? -k : k) * (part * 0.86 + 0.14), colour)
  return one(1, pale) + one(0.78, mid) + one(0.56, line) + one(0.22, ground)
}

function clouds(inks: Inks): string {
  const inner = layers(inks, 0, 0.9, 0.5, true) + layers(inks, 32, 0.9, 0.5, true) + layers(inks, 16, 9, 0.86)
  return frame(inks, `<clipPath id="m"><rect x="-.3" y="0" width="32.600" height="10"/></clipPath><g clip-path="url(#m)">${inner}</g>`)
}

/** A curl of silver wire. */
const curl = (x: number, y: number, side: number, colour: string, k = 1): string =>
  `<path transform="translate(${x} ${y}) scale(${side * k} ${k})" d="M0 2.600C3.600 2.600 3.800 -1.800 .6 -1.800C-1.200 -1.800 -1.300 .8 .5 .7" fill="none" stroke="${colour}" stroke-width=".8"/>`

function filigree(inks: Inks): string {
  const { line, accent, mid } = inks
  const steps = [
    [6, 7.2, 20, 1.8],
    [9, 5.4, 14, 1.9],
    [12, 3.6, 8, 1.9],
    [14.6, 2, 2.8, 1.7],
  ]
    .map(([x, y, w, h]) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${line}"/>`)
    .join('')
  const heart = diamond(16, 6.3, 2.6, 2, inks.ground) + diamond(16, 6.3, 1.3, 1, accent)
  const wire = curl(2.4, 5, 1, mid) + curl(29.6, 5, -1, mid)
  const beads = `<path d="M0 1.600L1.600 3L0 4.400ZM32 1.600L30.400 3L32 4.400Z" fill="${accent}"/>`
  return frame(inks, steps + heart + wire + beads)
}

function plainSteps(inks: Inks): string {
  const bars: string[] = []
  for (let i = 0; i < 8; i++) {
    const up = i % 4 < 2 ? i % 4 : 4 - (i % 4)
    bars.push(`<rect x="${i * 4}" y="${6.2 - up * 1.8}" width="4.1" height="1.600" fill="${i % 4 === 2 ? inks.accent : inks.line}"/>`)
  }
  return frame(inks, bars.join(''))
}

const bands: Readonly<Record<Theme['name'], (inks: Inks) => string>> = {
  kutai: lattice,
  jabar: clouds,
  kendari: filigree,
  plain: plainSteps,
}

function hookedDiamond({ line, accent, ground }: Inks): string {
  const hook = (sx: number, sy: number): string =>
    `<path transform="scale(${sx} ${sy})" d="M1.500 9.500L5.500 9.500L5.500 6.500M9.500 1.500L9.500 5.500L7 5.500" fill="none" stroke="${line}" stroke-width="1.500"/>`
  return [
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1],
  ]
    .map(([sx, sy]) => hook(sx, sy))
    .concat(
      diamond(0, 0, 8.6, 8.6, line),
      diamond(0, 0, 5.8, 5.8, ground),
      diamond(0, 0, 3.6, 3.6, accent),
      diamond(0, 0, 1.5, 1.5, ground),
    )
    .join('')
}

const towering = (inks: Inks): string =>
  layers(inks, 0, -1.4, 0.6) +
  layers(inks, 0, 7.4, 0.8) +
  `<rect x="-10" y="8.600" width="20" height="1.500" fill="${inks.accent}"/>${diamond(0, -9.4, 2, 1.8, inks.accent)}`

function silverStar({ line, mid, accent, ground }: Inks): string {
  const rays = [0, 45, 90, 135]
    .map((turn) => `<path transform="rotate(${turn})" d="M0 -10.500L2.200 0L0 10.500L-2.200 0Z" fill="${turn % 90 === 0 ? line : mid}"/>`)
    .join('')
  const wire = [
    [6.6, 6.6],
    [-6.6, 6.6],
    [6.6, -6.6],
    [-6.6, -6.6],
  ]
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="2.200" fill="none" stroke="${line}" stroke-width=".9"/>`)
    .join('')
  return `${wire}${rays}<circle cx="0" cy="0" r="3.800" fill="${ground}"/><circle cx="0" cy="0" r="2.400" fill="${accent}"/>`
}

const plainDiamond = ({ line, ground, accent }: Inks): string =>
  diamond(0, 0, 9, 9, line) + diamond(0, 0, 6, 6, ground) + diamond(0, 0, 3.2, 3.2, accent)

const motifs: Readonly<Record<Theme['name'], (inks: Inks) => string>> = {
  kutai: hookedDiamond,
  jabar: towering,
  kendari: silverStar,
  plain: plainDiamond,
}
