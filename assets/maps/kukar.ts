import type { Wing } from '../art/palette.ts'
import { background, counterRun, lane, lawn, lightPool, ornamentFrame, outerWalls, planks, stone, waitingRows } from './hall.ts'
import { addZone, createPlan, fill, type Plan, place, put, scatter } from './plan.ts'

/**
 * The mall of Kutai Kartanegara, 44 × 42 m with its garden. One enters from the south: reception ahead, behind it the atrium with its
 * tree and the stage under the north wall; three wings to the left (columns 1 to 15) and three to the right (28 to 42).
 *
 *        0 ┌ pajak ────────┬ stage ──────┬ usaha ────────┐
 *       11 ├ perbankan ────┤   atrium    ├ sosial ───────┤
 *       21 ├ kependudukan ─┤  reception  ├ kesehatan ────┤
 *       32 └───────────────┴── doors ────┴───────────────┘   terrace, garden path
 */
const columns = 44
const rows = 42
const southWall = 32

type Band = { wing: Wing; side: 'left' | 'right'; line: number; tenants: readonly string[]; from: number }

const bands: readonly Band[] = [
  {
    wing: 'kependudukan',
    side: 'left',
    line: 23,
    from: 0,
    tenants: ['disdukcapil', 'imigrasi', 'kepolisian', 'kejaksaan', 'pengadilan-agama'],
  },
  { wing: 'kesehatan', side: 'right', line: 23, from: 28, tenants: ['bpjs-kesehatan', 'dinkes', 'rsud', 'bpom'] },
  { wing: 'sosial', side: 'right', line: 13, from: 28, tenants: ['dinsos', 'disnaker', 'bpjs-tk', 'taspen', 'kemenag'] },
  { wing: 'perbankan', side: 'left', line: 13, from: 6, tenants: ['bankaltimtara', 'pln', 'pdam'] },
  { wing: 'usaha', side: 'right', line: 2, from: 28, tenants: ['dpmptsp', 'perizinan-pusat', 'disperindag', 'dlh', 'pupr'] },
  { wing: 'pajak', side: 'left', line: 2, from: 0, tenants: ['samsat', 'bapenda', 'pajak-pratama', 'jasa-raharja', 'bea-cukai'] },
]

/** One wing: a woven screen behind the officers (the outer wall does it in the north), counters, a lane of its colour, seats. */
function drawWing(plan: Plan, { wing, side, line, tenants, from }: Band): void {
  const [x0, x1] = side === 'left' ? [1, 15] : [28, 42]
  const inner = side === 'left' ? x1 : x0
  if (line > 2) {
    fill(plan, 'things', { x0: Math.max(x0, from), x1, z0: line - 2, z1: line - 2 }, 'wall/screen-x')
    fill(plan, 'light', { x0: Math.max(x0, from), x1, z0: line - 1, z1: line - 1 }, 'floor/shade-x')
  }
  counterRun(plan, {
    wing,
    run: 'x',
    from,
    line,
    tenants,
    gaps: ['prop/planter-x', 'prop/display-x', 'prop/leaflets'],
  })
  // The end towards the atrium is marked by the wing's column beside the officers and closed by a planter.
  put(plan, 'things', inner, line, 'prop/planter-x')
  put(plan, 'things', inner, line - 1, `prop/totem-${wing}`)
  if (side === 'left' && from > x0) put(plan, 'things', from, line - 1, 'prop/planter-z')
  const last = from + tenants.length * 3
  for (let x = last; x <= x1; x++) if (x !== inner) put(plan, 'things', x, line, x === last ? 'prop/planter-x' : 'prop/plant-palm')
  if (side === 'left') lane(plan, wing, line + 3, 17, Math.max(from, 3))
  else lane(plan, wing, line + 3, 26, x1)
  addZone(plan, 'wing', wing, { x0, z0: line - 1, x1: x1 + 1, z1: line === 2 ? 11 : line + 8 }, { wing })
}

function drawAtrium(plan: Plan): void {
  // Stage under the north wall.
  fill(plan, 'ground', { x0: 18, x1: 25, z0: 2, z1: 5 }, 'floor/stage')
  fill(plan, 'ground', { x0: 18, x1: 25, z0: 6, z1: 6 }, 'floor/border-x')
  fill(plan, 'things', { x0: 18, x1: 25, z0: 1, z1: 1 }, 'prop/stage-back')
  scatter(plan, 'prop/plant-palm', '17,1 26,1')
  scatter(plan, 'prop/plant-fern', '17,6 26,6')
  addZone(plan, 'stage', 'stage', { x0: 18, z0: 2, x1: 26, z1: 6 })
  for (const x of [19, 20, 23, 24]) put(plan, 'things', x, 8, 'prop/bench-x')

  // The tree in its ring, an ornament around it, light from the roof.
  ornamentFrame(plan, { x0: 18, z0: 10, x1: 25, z1: 17 })
  lightPool(plan, { x0: 19, z0: 11, x1: 24, z1: 16 })
  for (let z = 12; z <= 14; z++) for (let x = 20; x <= 22; x++) put(plan, 'things', x, z, 'prop/tree-ring')
  put(plan, 'things', 21, 13, 'prop/tree')

  for (const x of [16, 17, 26, 27]) put(plan, 'things', x, 0, 'wall/north-panel')
  put(plan, 'things', 14, 0, 'wall/north-clock')

  // Reception with a woven back.
  fill(plan, 'things', { x0: 19, x1: 24, z0: 20, z1: 20 }, 'wall/screen-x')
  for (let x = 20; x <= 23; x++) put(plan, 'things', x, 22, 'prop/counter-plain-x')
  put(plan, 'on-things', 21, 22, 'prop/on-desk-bell')
  put(plan, 'on-things', 20, 22, 'prop/on-desk-papers-x')
  put(plan, 'on-things', 23, 22, 'prop/on-desk-screen-x')
  scatter(plan, 'prop/planter-x', '19,22 24,22')
  scatter(plan, 'prop/totem-info', '19,21')
  scatter(plan, 'prop/planter-z', '24,21')
  scatter(plan, 'prop/ribbon-z', '19,23 19,24')
  scatter(plan, 'prop/chair-officer-x', '21,21 22,21')
  addZone(plan, 'reception', 'reception', { x0: 20, z0: 23, x1: 24, z1: 25 }, { staffX: 22, staffZ: 21.6, staffFacing: 8 })
}

function drawEntrance(plan: Plan): void {
  ornamentFrame(plan, { x0: 18, z0: 26, x1: 25, z1: 30 })
  lightPool(plan, { x0: 19, z0: 27, x1: 24, z1: 29 })
  put(plan, 'things', 20, southWall, 'wall/door-leaf')
  put(plan, 'things', 23, southWall, 'wall/door-leaf')
  scatter(plan, 'prop/umbrella', '19,31')
  scatter(plan, 'prop/plant-palm', '24,31 18,31')
  scatter(plan, 'prop/bin', '25,31')
  scatter(plan, 'prop/kiosk', '18,25 25,25')
  scatter(plan, 'prop/directory', '17,28')
  scatter(plan, 'prop/motorbike', '27,34 28,34')
  scatter(plan, 'prop/plant-fern', '19,33 24,33')
  addZone(plan, 'start', 'start', { x0: 20, z0: 27, x1: 24, z1: 31 })
  addZone(plan, 'door', 'door', { x0: 20, z0: 33, x1: 24, z1: 35 })
}

/** Before the doors: a terrace, a path between hedges, lawn with trees. What is walked on is closed in. */
function drawGarden(plan: Plan): void {
  fill(plan, 'ground', { x0: 14, x1: 29, z0: 33, z1: 34 }, 'floor/terrace')
  fill(plan, 'ground', { x0: 20, x1: 23, z0: 35, z1: rows - 1 }, 'floor/terrace')
  for (const [x0, x1] of [
    [13, 19],
    [24, 30],
  ])
    fill(plan, 'things', { x0, x1, z0: 35, z1: 35 }, 'prop/hedge')
  for (const z of [33, 34])
    place(plan, [
      [13, z, 'prop/hedge'],
      [30, z, 'prop/hedge'],
    ])
  fill(plan, 'things', { x0: 19, x1: 19, z0: 36, z1: rows - 1 }, 'prop/hedge')
  fill(plan, 'things', { x0: 24, x1: 24, z0: 36, z1: rows - 1 }, 'prop/hedge')
  fill(plan, 'things', { x0: 20, x1: 23, z0: rows - 1, z1: rows - 1 }, 'prop/rail-x')
  scatter(plan, 'prop/tree-garden', '3,36 8,38 12,40 16,38 29,38 27,40 34,37 39,39 6,40 42,36 31,41 36,36 1,39 14,37')
  scatter(plan, 'prop/flowers', '15,36 16,36 17,36 26,36 27,36 28,36 10,36 36,39 32,35 33,39 40,36 5,37')
}

/** A corner for children and for those who pray, where the bank wing leaves room. */
function drawCorner(plan: Plan): void {
  fill(plan, 'ground', { x0: 1, x1: 4, z0: 12, z1: 17 }, 'floor/mat')
  fill(plan, 'things', { x0: 1, x1: 5, z0: 11, z1: 11 }, 'wall/screen-x')
  scatter(plan, 'prop/child-table', '2,14 4,16')
  scatter(plan, 'prop/plant-palm', '1,12')
  scatter(plan, 'prop/leaflets', '4,12')
  scatter(plan, 'prop/shoe-rack', '1,18 2,18')
}

/** The first wing's sixth counter stands under the west wall, and has the number after the fifth. */
function drawLawDesk(plan: Plan): void {
  counterRun(plan, { wing: 'kependudukan', run: 'z', from: 26, line: 2, tenants: ['kumham'], gaps: ['prop/planter-z'] })
  scatter(plan, 'prop/planter-z', '2,29')
  scatter(plan, 'prop/planter-x', '1,26 1,29')
}

export function kukarPlan(): Plan {
  const plan = createPlan(columns, rows, { theme: 'kutai', background })
  fill(plan, 'ground', { x0: 0, x1: columns - 1, z0: 0, z1: southWall }, stone)
  fill(plan, 'ground', { x0: 0, x1: columns - 1, z0: southWall + 1, z1: rows - 1 }, lawn)
  fill(plan, 'ground', { x0: 1, x1: 15, z0: 1, z1: 31 }, planks)
  fill(plan, 'ground', { x0: 28, x1: 42, z0: 1, z1: 31 }, planks)
  outerWalls(plan, { x0: 0, z0: 0, x1: columns - 1, z1: southWall }, { x0: 20, x1: 23 })
  drawEntrance(plan)
  drawGarden(plan)
  for (const band of bands) {
    drawWing(plan, band)
    if (band.wing === 'kependudukan') drawLawDesk(plan)
  }
  drawAtrium(plan)
  drawCorner(plan)

  // Seats: those with arms in front.
  waitingRows(plan, { x0: 7, z0: 27, x1: 14, z1: 28 }, 3, ['seat', 'bench'])
  waitingRows(plan, { x0: 30, z0: 27, x1: 40, z1: 28 }, 4, ['seat', 'bench'])
  waitingRows(plan, { x0: 30, z0: 17, x1: 40, z1: 18 }, 4, ['seat', 'bench'])
  waitingRows(plan, { x0: 7, z0: 17, x1: 14, z1: 18 }, 3, ['seat', 'bench'])
  waitingRows(plan, { x0: 30, z0: 6, x1: 40, z1: 7 }, 4, ['seat', 'bench'])
  waitingRows(plan, { x0: 3, z0: 6, x1: 13, z1: 7 }, 4, ['seat', 'bench'])
  for (const [x, z] of [
    [41, 27],
    [15, 27],
    [41, 17],
    [41, 6],
    [14, 6],
  ])
    put(plan, 'ground', x, z, 'floor/bay')
  scatter(plan, 'prop/plant-palm', '1,31 42,31 28,31 15,31 42,19 42,9 1,9 16,9 27,9 16,19 27,19')
  scatter(plan, 'prop/bench-z', '1,6 1,7')
  scatter(plan, 'prop/water', '34,31 10,31 35,9')
  scatter(plan, 'prop/plant-fern', '42,26')
  scatter(plan, 'prop/leaflets', '42,16')
  return plan
}
