import { box, footShadow, onLeft, onRight } from '../iso.ts'
import { common, darken, lighten, mix, type Theme, tonesOf } from '../palette.ts'
import { type Piece, standingTile } from '../piece.ts'

type Run = 'x' | 'z'
type Bar = { a0: number; a1: number; d0: number; d1: number; y0: number; y1: number }

/** A bar of a seat that runs along `run`; d is the depth, its back at d = 1. */
const bar = (run: Run, b: Bar) =>
  run === 'x'
    ? { x0: b.a0, x1: b.a1, z0: b.d0, z1: b.d1, y0: b.y0, y1: b.y1 }
    : { x0: b.d0, x1: b.d1, z0: b.a0, z1: b.a1, y0: b.y0, y1: b.y1 }

/** A slatted bench without a back; one tile of a longer one. */
export function bench(theme: Pick<Theme, 'wood' | 'plank'>, run: Run): string {
  const wood = tonesOf(mix(theme.wood, theme.plank, 0.35))
  const dark = tonesOf(darken(theme.wood, 0.15))
  const legs = [0.16, 0.78]
    .map((a) => box(bar(run, { a0: a, a1: a + 0.08, d0: 0.3, d1: 0.74, y0: 0, y1: 0.38 }), dark, { edge: false }))
    .join('')
  const slats = [0.28, 0.44, 0.6].map((d) => box(bar(run, { a0: 0, a1: 1, d0: d, d1: d + 0.14, y0: 0.38, y1: 0.46 }), wood)).join('')
  return footShadow(bar(run, { a0: 0.02, a1: 0.98, d0: 0.3, d1: 0.76, y0: 0, y1: 0 }), common.shadow, 0.1, 0.24) + legs + slats
}

/** A seat with arms and a woven back, for those to whom getting up is work. Facing north one looks at it from behind. */
function armchair(theme: Theme, facing: 'n' | 's' | 'e'): string {
  const run = facing === 'e' ? 'z' : 'x'
  const wood = tonesOf(theme.wood)
  const cushion = tonesOf(mix(common.cushion, common.white, 0.12))
  // Its back is at d = 1 where it faces north, else turned round.
  const part = (b: Bar) => bar(run, facing === 'n' ? b : { ...b, d0: 1 - b.d1, d1: 1 - b.d0 })
  const legs = [0.12, 0.8]
    .map((a) => box(part({ a0: a, a1: a + 0.08, d0: 0.24, d1: 0.84, y0: 0, y1: 0.34 }), wood, { edge: false }))
    .join('')
  const seat = box(part({ a0: 0.12, a1: 0.88, d0: 0.2, d1: 0.84, y0: 0.34, y1: 0.46 }), cushion)
  const arm = (a: number): string =>
    box(part({ a0: a, a1: a + 0.1, d0: 0.22, d1: 0.86, y0: 0.58, y1: 0.66 }), { ...wood, top: lighten(theme.wood, 0.3) })
  const back = box(part({ a0: 0.1, a1: 0.9, d0: 0.8, d1: 0.88, y0: 0.4, y1: 0.98 }), wood)
  const weave: string[] = []
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < 3; j++) {
      const straw = (i + j) % 2 === 0 ? theme.rattan : lighten(theme.rattan, 0.3)
      weave.push(`<rect x="${6 + i * 4}" y="${-29 + j * 4.5}" width="4" height="4.500" fill="${straw}"/>`)
    }
  }
  const shadow = footShadow(part({ a0: 0.1, a1: 0.9, d0: 0.24, d1: 0.88, y0: 0, y1: 0 }), common.shadow, 0.1, 0.24)
  if (facing === 'n') return shadow + legs + arm(0.06) + seat + arm(0.84) + back + onLeft(0.88, weave.join(''))
  // The arm nearer to the viewer last.
  const [far, near] = facing === 's' ? [0.06, 0.84] : [0.06, 0.84]
  const woven = `<g transform="translate(0 0)">${weave.join('')}</g>`
  return shadow + back + (facing === 's' ? onLeft(0.2, woven) : onRight(0.2, woven)) + legs + arm(far) + seat + arm(near)
}

/** A low round table with a book and blocks, and two stools, for children. */
function childTable(theme: Theme): string {
  const table = tonesOf(mix(theme.plank, theme.wood, 0.2))
  const red = tonesOf(mix(common.tail, common.white, 0.2))
  const blue = tonesOf(mix(common.cushion, common.white, 0.2))
  return (
    footShadow({ x0: 0.2, x1: 0.8, z0: 0.2, z1: 0.8 }, common.shadow, 0.1, 0.2) +
    box({ x0: 0.06, x1: 0.26, z0: 0.4, z1: 0.6, y0: 0, y1: 0.22 }, blue) +
    box({ x0: 0.3, x1: 0.7, z0: 0.3, z1: 0.7, y0: 0, y1: 0.3 }, tonesOf(theme.wood), { edge: false }) +
    box({ x0: 0.24, x1: 0.76, z0: 0.24, z1: 0.76, y0: 0.3, y1: 0.38 }, table) +
    box({ x0: 0.34, x1: 0.44, z0: 0.34, z1: 0.44, y0: 0.38, y1: 0.48 }, tonesOf(common.called)) +
    box(
      { x0: 0.5, x1: 0.7, z0: 0.46, z1: 0.62, y0: 0.38, y1: 0.41 },
      { top: common.paper, left: darken(common.paper, 0.2), right: darken(common.paper, 0.3), edge: common.white },
    ) +
    box({ x0: 0.5, x1: 0.7, z0: 0.8, z1: 0.98, y0: 0, y1: 0.22 }, red)
  )
}

export function seatPieces(theme: Theme): Piece[] {
  const seatBoxes = { x: '0 0.2 1 0.9 0.5', z: '0.2 0 0.9 1 0.5' }
  return [
    standingTile('prop/bench-x', bench(theme, 'x'), { height: 0.46, boxes: seatBoxes.x, seat: 'n' }),
    standingTile('prop/bench-z', bench(theme, 'z'), { height: 0.46, boxes: seatBoxes.z, seat: 'e' }),
    standingTile('prop/seat-x', armchair(theme, 'n'), { height: 0.98, boxes: seatBoxes.x, seat: 'n' }),
    standingTile('prop/seat-s', armchair(theme, 's'), { height: 0.98, boxes: '0 0.1 1 0.8 0.5', seat: 's' }),
    standingTile('prop/seat-e', armchair(theme, 'e'), { height: 0.98, boxes: '0.1 0 0.8 1 0.5', seat: 'e' }),
    standingTile('prop/child-table', childTable(theme), { height: 0.5, boxes: '0.05 0.2 0.8 1 0.5' }),
  ]
}
