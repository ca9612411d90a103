import { common } from '../art/palette.ts'
import { farWalls, planks, stone, waitingRows } from './hall.ts'
import { room } from './places.ts'
import { addZone, fill, type Plan, place, put, scatter } from './plan.ts'
import { drawWayDown } from './kukar-way-up.ts'
import { type Band, drawWing } from './wing.ts'

/**
 * Upper floor of Kutai Kartanegara's mall: a gallery round the opening over the atrium. Columns are those of the ground floor below, and
 * so are rows, counted from this floor's own north wall.
 *
 *        0 ┌ perbankan ────────┬ usaha ──────────────┐
 *       10 │   stairs   ┌ opening ┐   consultation   │
 *          │ escalators │  tree   │ ─────────────────┤
 *       18 │   lift     └─────────┘     musala       │
 *       21 └─────────────────────────────────────────┘  haze, treetops
 */
const west = 5
const east = 38
const south = 21
export const upperRows = 26

const bands: readonly Band[] = [
  {
    wing: 'usaha',
    x0: 21,
    x1: 37,
    line: 2,
    from: 21,
    tenants: ['dpmptsp', 'perizinan-pusat', 'disperindag', 'dlh', 'pupr'],
    inner: 'x0',
    laneFrom: 20,
    until: 9,
  },
  { wing: 'perbankan', x0: 6, x1: 15, line: 2, from: 6, tenants: ['bankaltimtara', 'pln', 'pdam'], inner: 'x1', laneFrom: 17, until: 9 },
]

/** The opening's tiles, both ends included. */
const opening = { x0: 18, x1: 27, z0: 10, z1: 18 }

function drawOpening(plan: Plan): void {
  const { x0, x1, z0, z1 } = opening
  for (let z = z0; z <= z1; z++) {
    for (let x = x0; x <= x1; x++) put(plan, 'ground', x, z, `floor/below-${Math.min(x - x0, z - z0, 3)}`)
  }
  // What lies three tiles to the south-east in the picture is three metres below.
  fill(plan, 'ground', { x0: 21, x1, z0: 13, z1: 13 }, 'floor/below-border-x')
  fill(plan, 'ground', { x0: 21, x1: 21, z0: 14, z1 }, 'floor/below-border-z')
  fill(plan, 'ground', { x0, x1, z0, z1: z0 }, 'floor/below-n')
  fill(plan, 'ground', { x0, x1: x0, z0, z1 }, 'floor/below-w')
  put(plan, 'ground', x0, z0, 'floor/below-nw')
  for (let x = x0 + 1; x < x1; x++) {
    put(plan, 'things', x, z0, 'prop/glass-n')
    put(plan, 'things', x, z1, 'prop/glass-s')
  }
  for (let z = z0 + 1; z < z1; z++) {
    put(plan, 'things', x0, z, 'prop/glass-w')
    put(plan, 'things', x1, z, 'prop/glass-e')
  }
  place(plan, [
    [x0, z0, 'prop/glass-nw'],
    [x1, z0, 'prop/glass-ne'],
    [x0, z1, 'prop/glass-sw'],
    [x1, z1, 'prop/glass-se'],
    [21, 13, 'prop/tree-top'],
    [22, 11, 'prop/below-bench'],
    [23, 11, 'prop/below-bench'],
    [26, 11, 'prop/below-bench'],
  ])
}

/** Rooms to talk in at leisure, with somebody there or on a screen. */
function drawConsultation(plan: Plan): void {
  for (let i = 0; i < 3; i++) {
    const x = 29 + i * 3
    put(plan, 'things', x, 11, 'wall/booth-meeting')
    put(plan, 'things', x + 1, 11, 'wall/booth-window')
    if (i < 2) put(plan, 'things', x + 2, 11, 'prop/planter-x')
    room(plan, `konsultasi-${i + 1}`, { x0: x, z0: 12, x1: x + 2, z1: 13.4 }, 'meeting', undefined, i + 1)
  }
  put(plan, 'ground', 28, 12, 'floor/mark-meeting')
  scatter(plan, 'prop/plant-palm', '28,11 37,11')
}

/** Mats towards the west behind a lattice; one enters from the south and leaves the shoes outside. */
function drawMusala(plan: Plan): void {
  fill(plan, 'ground', { x0: 30, x1: 36, z0: 15, z1: 17 }, 'floor/prayer')
  fill(plan, 'things', { x0: 30, x1: 36, z0: 14, z1: 14 }, 'wall/screen-x')
  fill(plan, 'things', { x0: 29, x1: 29, z0: 15, z1: 17 }, 'prop/lattice-z')
  fill(plan, 'things', { x0: 30, x1: 36, z0: 18, z1: 18 }, 'prop/lattice-x')
  fill(plan, 'things', { x0: 37, x1: 37, z0: 15, z1: 17 }, 'prop/lattice-z')
  place(plan, [
    [32, 18, 'wall/arch-w'],
    [33, 18, 'wall/arch-e'],
  ])
  scatter(plan, 'prop/shoe-rack', '34,19 35,19')
  scatter(plan, 'prop/basin', '30,19')
  room(plan, 'musala', { x0: 30, z0: 15, x1: 37, z1: 18 }, 'musala')
}

/** A parapet where the floor ends, and the tops of the garden's trees in the haze. */
function drawEdge(plan: Plan): void {
  for (let x = west + 1; x < east; x++) put(plan, 'things', x, south, 'prop/slab-s')
  for (let z = 1; z < south; z++) put(plan, 'things', east, z, 'prop/slab-e')
  put(plan, 'things', east, south, 'prop/slab-se')
  for (const [x, z, corner] of [
    [east, 0, 'ne'],
    [west, south, 'sw'],
  ] as const) {
    put(plan, 'things', x, z, `prop/slab-${corner}`)
    put(plan, 'ground', x, z, null)
  }
  scatter(plan, 'prop/haze-tree', '8,24 17,23 27,24 33,25 41,14 40,22 42,5')
  scatter(plan, 'prop/haze-tree-b', '11,25 14,23 22,25 30,23 36,24 40,9 41,18 40,2 6,23')
}

/** Draws it into columns 0 to 43 and rows 0 to `upperRows` − 1 of its own. */
export function drawUpperFloor(plan: Plan): void {
  addZone(plan, 'storey', 'lantai-2', { x0: 0, z0: 0, x1: plan.columns, z1: upperRows }, { label: '2', background: common.haze })
  fill(plan, 'ground', { x0: west, x1: east, z0: 0, z1: south }, stone)
  fill(plan, 'ground', { x0: west + 1, x1: 16, z0: 1, z1: 8 }, planks)
  fill(plan, 'ground', { x0: 21, x1: east - 1, z0: 1, z1: 8 }, planks)
  fill(plan, 'ground', { x0: 29, x1: east - 1, z0: 11, z1: 20 }, planks)
  farWalls(plan, { x0: west, z0: 0, x1: east, z1: south })
  for (const band of bands) drawWing(plan, band)
  drawOpening(plan)
  drawWayDown(plan)
  drawConsultation(plan)
  drawMusala(plan)
  drawEdge(plan)

  // Sun through the glass roof on the gallery.
  fill(plan, 'light', { x0: 18, x1: 27, z0: 19, z1: 20 }, 'floor/skylight')
  for (const x of [17, 19]) put(plan, 'things', x, 0, 'wall/north-panel')
  put(plan, 'things', 18, 0, 'wall/north-clock')
  scatter(plan, 'prop/bench-x', '17,1 18,1 19,1')
  waitingRows(plan, { x0: 24, z0: 6, x1: 33, z1: 7 }, 4, ['seat', 'bench'])
  waitingRows(plan, { x0: 8, z0: 6, x1: 14, z1: 7 }, 3, ['seat', 'bench'])
  for (const [x, z] of [
    [35, 6],
    [15, 6],
  ])
    put(plan, 'ground', x, z, 'floor/bay')
  // Seats with a view: down to the tree, and out over the garden.
  scatter(plan, 'prop/seat-s', '19,20 20,20 24,20 25,20')
  scatter(plan, 'prop/plant-palm', '6,1 16,1 37,8 6,20 17,20 22,20 37,20 28,9 17,9')
  scatter(plan, 'prop/plant-fern', '28,20 6,8')
  scatter(plan, 'prop/lamp', '21,20 23,20')
  scatter(plan, 'prop/water', '36,8')
  scatter(plan, 'prop/seat-e', '6,15 6,16 6,17')
  scatter(plan, 'prop/leaflets', '6,13')
}
