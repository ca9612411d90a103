import { counterRun, lawn, lightPool, ornamentFrame, outerWalls, planks, stone, waitingRows } from './hall.ts'
import { room } from './places.ts'
import { addZone, fill, type Plan, place, put, scatter } from './plan.ts'
import { drawDriveThru, drawGarden, lastRow, southWall } from './kukar-outside.ts'
import { drawCorner, drawTeleHealth } from './kukar-rooms.ts'
import { drawWayUp } from './kukar-way-up.ts'
import { type Band, drawWing } from './wing.ts'

/**
 * Ground floor of Kutai Kartanegara's mall. One enters from the south: reception ahead, behind it the atrium with its tree and the stage
 * under the north wall; wings to the left (columns 1 to 15) and to the right (28 to 42); the way up on the atrium's left.
 *
 *        0 ┌ sosial ───────┬ stage ──────┬ kesehatan ────┐
 *       10 ├ children  way ┤   atrium    ├ tele-health ──┤
 *          │ toilets   up  │             │               │
 *       21 ├ kependudukan ─┤  reception  ├ pajak ────────┤
 *       32 └───────────────┴── doors ────┴── drive-thru ─┘   terrace, garden path, lane
 */

const bands: readonly Band[] = [
  {
    wing: 'kependudukan',
    x0: 1,
    x1: 15,
    line: 23,
    from: 0,
    tenants: ['disdukcapil', 'imigrasi', 'kepolisian', 'kejaksaan', 'pengadilan-agama'],
    inner: 'x1',
    laneFrom: 17,
    until: 31,
  },
  {
    wing: 'pajak',
    x0: 28,
    x1: 42,
    line: 23,
    from: 28,
    tenants: ['samsat', 'bapenda', 'pajak-pratama', 'jasa-raharja', 'bea-cukai'],
    inner: 'x0',
    laneFrom: 26,
    until: 30,
  },
  {
    wing: 'kesehatan',
    x0: 28,
    x1: 42,
    line: 2,
    from: 28,
    tenants: ['bpjs-kesehatan', 'dinkes', 'rsud', 'bpom'],
    inner: 'x0',
    laneFrom: 26,
    until: 10,
  },
  {
    wing: 'sosial',
    x0: 1,
    x1: 15,
    line: 2,
    from: 0,
    tenants: ['dinsos', 'disnaker', 'bpjs-tk', 'taspen', 'kemenag'],
    inner: 'x1',
    laneFrom: 17,
    until: 10,
  },
]

function drawAtrium(plan: Plan): void {
  // Stage under the north wall.
  fill(plan, 'ground', { x0: 18, x1: 25, z0: 2, z1: 5 }, 'floor/stage')
  fill(plan, 'ground', { x0: 18, x1: 25, z0: 6, z1: 6 }, 'floor/border-x')
  fill(plan, 'things', { x0: 18, x1: 25, z0: 1, z1: 1 }, 'prop/stage-back')
  scatter(plan, 'prop/banner', '17,1 26,1')
  scatter(plan, 'prop/plant-fern', '17,6 26,6')
  addZone(plan, 'stage', 'stage', { x0: 18, z0: 2, x1: 26, z1: 6 })
  room(plan, 'panggung', { x0: 18, z0: 2, x1: 26, z1: 6 }, 'stage', { x: 22, z: 1.6 })
  for (const x of [19, 20, 23, 24]) put(plan, 'things', x, 8, 'prop/bench-x')

  // The tree in its ring, an ornament around it, light from the roof.
  ornamentFrame(plan, { x0: 18, z0: 10, x1: 25, z1: 17 })
  lightPool(plan, { x0: 19, z0: 11, x1: 24, z1: 16 })
  for (let z = 12; z <= 14; z++) {
    for (let x = 20; x <= 22; x++) put(plan, 'things', x, z, `prop/tree-ring@${x === 22 ? 'e' : z === 14 ? 's' : x === 20 ? 'w' : 'n'}`)
  }
  put(plan, 'things', 21, 13, 'prop/tree')

  for (const x of [17, 26, 27]) put(plan, 'things', x, 0, 'wall/north-panel')
  put(plan, 'things', 16, 0, 'wall/north-clock')
}

function drawReception(plan: Plan): void {
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
  room(plan, 'informasi', { x0: 20, z0: 23, x1: 24, z1: 25 }, 'info', { x: 22, z: 22.5 })
}

function drawEntrance(plan: Plan): void {
  fill(plan, 'ground', { x0: 22, x1: 22, z0: 24, z1: southWall - 2 }, 'floor/carpet-w')
  fill(plan, 'ground', { x0: 23, x1: 23, z0: 24, z1: southWall - 2 }, 'floor/carpet-e')
  // To follow with a stick from the street to the desk.
  fill(plan, 'ground', { x0: 21, x1: 21, z0: 25, z1: southWall - 2 }, 'floor/tactile-z')
  put(plan, 'ground', 21, 24, 'floor/tactile-dots')
  put(plan, 'things', 20, southWall, 'wall/door-leaf')
  put(plan, 'things', 23, southWall, 'wall/door-leaf')
  scatter(plan, 'prop/umbrella', '19,31')
  scatter(plan, 'prop/plant-palm', '18,31')
  scatter(plan, 'prop/greeter', '24,31')
  scatter(plan, 'prop/bin', '26,31')
  scatter(plan, 'prop/kiosk', '18,25 25,25')
  place(plan, [
    [16, 28, 'prop/map-w'],
    [17, 28, 'prop/map-e'],
  ])
  scatter(plan, 'prop/plant-fern', '19,33')
  room(plan, 'denah', { x0: 16, z0: 29, x1: 18, z1: 30.5 }, 'map')
  room(plan, 'penyambut', { x0: 23, z0: 29.5, x1: 25, z1: 30.9 }, 'greeter')
  addZone(plan, 'start', 'start', { x0: 20, z0: 25.5, x1: 24, z1: 29.5 })
  addZone(plan, 'door', 'door', { x0: 20, z0: 34, x1: 24, z1: 36 })
}

/** The first wing's sixth counter stands under the west wall, and has the number after the fifth. */
function drawLawDesk(plan: Plan): void {
  counterRun(plan, { wing: 'kependudukan', run: 'z', from: 26, line: 2, tenants: ['kumham'], gaps: ['prop/planter-z'] })
  scatter(plan, 'prop/planter-z', '2,29')
  scatter(plan, 'prop/planter-x', '1,26 1,29')
}

/** Draws it into columns 0 to 43 and rows 0 to 41. */
export function drawGroundFloor(plan: Plan): void {
  const [lastColumn, width] = [43, 44]
  addZone(plan, 'storey', 'lantai-1', { x0: 0, z0: 0, x1: width, z1: lastRow + 1 }, { label: '1' })
  fill(plan, 'ground', { x0: 0, x1: lastColumn, z0: 0, z1: southWall }, stone)
  fill(plan, 'ground', { x0: 0, x1: lastColumn, z0: southWall + 1, z1: lastRow }, lawn)
  for (const [z0, z1] of [
    [1, 9],
    [21, 31],
  ]) {
    fill(plan, 'ground', { x0: 1, x1: 15, z0, z1 }, planks)
    fill(plan, 'ground', { x0: 28, x1: 42, z0, z1 }, planks)
  }
  outerWalls(plan, { x0: 0, z0: 0, x1: lastColumn, z1: southWall }, { x0: 20, x1: 23 })
  drawEntrance(plan)
  drawGarden(plan)
  for (const band of bands) {
    drawWing(plan, band)
    if (band.wing === 'kependudukan') drawLawDesk(plan)
  }
  drawAtrium(plan)
  drawReception(plan)
  drawWayUp(plan)
  drawCorner(plan)
  drawTeleHealth(plan)
  drawDriveThru(plan)

  // Seats: those with arms in front.
  waitingRows(plan, { x0: 7, z0: 27, x1: 14, z1: 28 }, 3, ['seat', 'bench'])
  waitingRows(plan, { x0: 30, z0: 27, x1: 40, z1: 28 }, 4, ['seat', 'bench'])
  waitingRows(plan, { x0: 30, z0: 6, x1: 40, z1: 7 }, 4, ['seat', 'bench'])
  waitingRows(plan, { x0: 3, z0: 6, x1: 13, z1: 7 }, 4, ['seat', 'bench'])
  waitingRows(plan, { x0: 30, z0: 16, x1: 40, z1: 17 }, 4, ['seat', 'bench'])
  for (const [x, z] of [
    [41, 27],
    [15, 27],
    [41, 6],
    [14, 6],
    [41, 16],
  ])
    put(plan, 'ground', x, z, 'floor/bay')
  scatter(plan, 'prop/plant-palm', '1,31 42,31 28,31 14,31 42,19 42,9 1,9 16,9 27,9 27,19 16,20')
  scatter(plan, 'prop/bench-z', '1,6 1,7')
  scatter(plan, 'prop/water', '34,9 10,31 32,31 8,9')
  scatter(plan, 'prop/plant-fern', '42,26')
  scatter(plan, 'prop/lamp', '29,17')
}
