import { box, footShadow, onLeft, onRight, upright } from '../iso.ts'
import { band } from '../ornament.ts'
import { common, darken, lighten, mix, type Theme, tonesOf, wingColours, wings } from '../palette.ts'
import { type Piece, standingTile } from '../piece.ts'

const topM = 26 / 32

/** `x` desks run along x and face +z; `z` desks run along z and face +x. Each tile goes on in the next. */
type Run = 'x' | 'z'

const swap = (run: Run, b: { along0: number; along1: number; deep0: number; deep1: number; y0: number; y1: number }) =>
  run === 'x'
    ? { x0: b.along0, x1: b.along1, z0: b.deep0, z1: b.deep1, y0: b.y0, y1: b.y1 }
    : { x0: b.deep0, x1: b.deep1, z0: b.along0, z1: b.along1, y0: b.y0, y1: b.y1 }

function desk(theme: Theme, colour: string, run: Run): string {
  const shade = (c: string): string => (run === 'x' ? c : darken(c, 0.2))
  const body = swap(run, { along0: 0, along1: 1, deep0: 0.3, deep1: 0.82, y0: 0.1, y1: 0.74 })
  const kick = swap(run, { along0: 0, along1: 1, deep0: 0.34, deep1: 0.76, y0: 0, y1: 0.1 })
  const slab = swap(run, { along0: 0, along1: 1, deep0: 0.24, deep1: 0.88, y0: 0.74, y1: topM })
  const top = mix(theme.stone, common.paper, 0.4)

  // Local x runs from the left end of the visible face; on the +x face that is from z = 1.
  const frontBand = band(theme, {
    line: shade(theme.ornament),
    ground: shade(mix(theme.ornamentGround, theme.wood, 0.12)),
    accent: shade(theme.ornamentAccent),
  })
  const front =
    `<rect x="0" y="-24" width="32" height="21" fill="${shade(colour)}"/>` +
    `<path d="M16 -14V-3M0 -14V-3M32 -14V-3" stroke="${shade(darken(colour, 0.2))}" stroke-width=".9"/><path d="M17 -14V-3M1 -14V-3" stroke="${shade(lighten(colour, 0.25))}" stroke-width=".6"/>` +
    `<g transform="translate(0 -20.400) scale(1 .62)">${frontBand}</g>`
  return (
    footShadow(swap(run, { along0: 0, along1: 1, deep0: 0.3, deep1: 0.88, y0: 0, y1: 0 }), common.shadow, 0.14, 0.22) +
    box(kick, tonesOf(darken(theme.wood, 0.35)), { edge: false }) +
    box(body, { ...tonesOf(colour), top: theme.wood }, { edge: false }) +
    (run === 'x' ? onLeft(0.82, front) : onRight(0.82, front)) +
    box(slab, { top, left: darken(top, 0.14), right: darken(top, 0.26), edge: common.white })
  )
}

/** What lies on a desk; drawn as a tile of its own over the desk's. */
function onDesk(run: Run, what: 'screen' | 'papers'): string {
  if (what === 'screen') {
    const foot = swap(run, { along0: 0.5, along1: 0.66, deep0: 0.36, deep1: 0.46, y0: topM, y1: topM + 0.1 })
    const panel = swap(run, { along0: 0.3, along1: 0.86, deep0: 0.38, deep1: 0.44, y0: topM + 0.1, y1: topM + 0.46 })
    return (
      box(foot, tonesOf(common.metal), { edge: false }) +
      box(panel, { ...tonesOf(mix(common.screen, common.metal, 0.35)), edge: common.metal })
    )
  }
  const tray = swap(run, { along0: 0.22, along1: 0.56, deep0: 0.5, deep1: 0.78, y0: topM, y1: topM + 0.03 })
  const paper = swap(run, { along0: 0.25, along1: 0.53, deep0: 0.53, deep1: 0.75, y0: topM + 0.03, y1: topM + 0.07 })
  return (
    box(tray, tonesOf(common.metal), { edge: false }) +
    box(paper, { top: common.paper, left: darken(common.paper, 0.12), right: darken(common.paper, 0.2), edge: common.white })
  )
}

function officerChair(run: Run): string {
  const cushion = tonesOf(common.cushion)
  const metal = tonesOf(common.metal)
  const stem = swap(run, { along0: 0.46, along1: 0.54, deep0: 0.5, deep1: 0.58, y0: 0, y1: 0.36 })
  const foot = swap(run, { along0: 0.32, along1: 0.68, deep0: 0.36, deep1: 0.72, y0: 0, y1: 0.05 })
  const seat = swap(run, { along0: 0.28, along1: 0.72, deep0: 0.34, deep1: 0.74, y0: 0.36, y1: 0.46 })
  const back = swap(run, { along0: 0.3, along1: 0.7, deep0: 0.26, deep1: 0.34, y0: 0.46, y1: 1.02 })
  return box(foot, metal, { edge: false }) + box(stem, metal, { edge: false }) + box(back, cushion) + box(seat, cushion)
}

/** A call bell, so that the reception reads as a desk where somebody helps. */
const bell = upright(
  0.5,
  topM,
  0.6,
  `<ellipse cx="0" cy="0" rx="4.500" ry="2.200" fill="${darken(common.metal, 0.4)}"/><path d="M-3.500 -.6A3.500 3.500 0 0 1 3.500 -.6Z" fill="${lighten(common.called, 0.1)}"/><circle cx="0" cy="-4.600" r=".9" fill="${darken(common.called, 0.3)}"/>`,
)

/** Wings that have desks under a western wall in some map. */
const wingsAlongZ = ['kependudukan', 'sosial'] as const

export function counterPieces(theme: Theme): Piece[] {
  const boxes = { x: '0 0.2 1 0.95 0.81', z: '0.2 0 0.95 1 0.81' }
  const pieces: Piece[] = []
  const wood = mix(theme.wood, theme.plank, 0.25)
  for (const run of ['x', 'z'] as const) {
    const facts = { height: topM, boxes: boxes[run] }
    for (const wing of run === 'x' ? wings : wingsAlongZ)
      pieces.push(standingTile(`prop/counter-${wing}-${run}`, desk(theme, wingColours[wing], run), facts))
    pieces.push(standingTile(`prop/on-desk-papers-${run}`, onDesk(run, 'papers'), facts))
    pieces.push(standingTile(`prop/on-desk-screen-${run}`, onDesk(run, 'screen'), facts))
    pieces.push(standingTile(`prop/chair-officer-${run}`, officerChair(run), { height: 1, boxes: '' }))
  }
  pieces.push(standingTile('prop/counter-plain-x', desk(theme, wood, 'x'), { height: topM, boxes: boxes.x }))
  pieces.push(standingTile('prop/on-desk-bell', bell, { height: topM, boxes: boxes.x }))
  return pieces
}
