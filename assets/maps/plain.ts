import { background, counterRun, lawn, lightPool, outerWalls, planks, stone, waitingRows } from './hall.ts'
import { doorInWall, room } from './places.ts'
import { addZone, createPlan, fill, type Plan, place, put, scatter } from './plan.ts'

/**
 * The hall of a region without one of its own, 30 × 24 m, one floor: counters in the north, west and east, everything in sight of the door,
 * and in small the same rooms as in a large mall.
 */
const columns = 30
const rows = 28
const [east, south] = [29, 22]

/** North: population, tax, health. West: social. East: business, banking. A column in the colour of each begins it. */
function drawCounters(plan: Plan): void {
  const north = { run: 'x', line: 2 } as const
  counterRun(plan, {
    ...north,
    wing: 'kependudukan',
    from: 4,
    tenants: ['disdukcapil', 'kepolisian', 'imigrasi'],
    gaps: ['prop/totem-kependudukan', 'prop/leaflets', 'prop/planter-x'],
  })
  counterRun(plan, {
    ...north,
    wing: 'pajak',
    from: 13,
    tenants: ['samsat', 'pajak-pratama'],
    gaps: ['prop/totem-pajak', 'prop/planter-x'],
  })
  counterRun(plan, {
    ...north,
    wing: 'kesehatan',
    from: 19,
    tenants: ['dinkes', 'bpjs-kesehatan'],
    gaps: ['prop/totem-kesehatan', 'prop/planter-x'],
  })
  scatter(plan, 'prop/planter-x', '25,2 2,3 1,3')
  scatter(plan, 'prop/planter-z', '3,2 3,1')
  counterRun(plan, {
    wing: 'sosial',
    run: 'z',
    from: 5,
    line: 2,
    tenants: ['dinsos', 'kemenag', 'disnaker'],
    gaps: ['prop/totem-sosial', 'prop/leaflets', 'prop/planter-z'],
  })
  scatter(plan, 'prop/planter-z', '2,14')
  scatter(plan, 'prop/planter-x', '1,5 1,14')
  fill(plan, 'things', { x0: 19, x1: 27, z0: 9, z1: 9 }, 'wall/screen-x')
  fill(plan, 'light', { x0: 19, x1: 27, z0: 10, z1: 10 }, 'floor/shade-x')
  const inEast = { run: 'x', line: 11 } as const
  counterRun(plan, { ...inEast, wing: 'usaha', from: 19, tenants: ['dpmptsp'], gaps: ['prop/totem-usaha'] })
  counterRun(plan, { ...inEast, wing: 'perbankan', from: 23, tenants: ['pln'], gaps: ['prop/totem-perbankan'] })
  scatter(plan, 'prop/planter-x', '22,11 26,11 28,11')
  scatter(plan, 'prop/leaflets', '27,11')
  scatter(plan, 'prop/planter-z', '19,10')
  const wings = {
    kependudukan: { x0: 4, z0: 1, x1: 13, z1: 6 },
    pajak: { x0: 13, z0: 1, x1: 19, z1: 6 },
    kesehatan: { x0: 19, z0: 1, x1: 29, z1: 8 },
    sosial: { x0: 1, z0: 6, x1: 7, z1: 15 },
    usaha: { x0: 19, z0: 10, x1: 23, z1: 18 },
    perbankan: { x0: 23, z0: 10, x1: 28, z1: 18 },
  } as const
  for (const [wing, area] of Object.entries(wings)) addZone(plan, 'wing', wing, area, { wing })
}

function drawReception(plan: Plan): void {
  lightPool(plan, { x0: 9, z0: 7, x1: 16, z1: 11 })
  for (let x = 12; x <= 14; x++) put(plan, 'things', x, 13, 'prop/counter-plain-x')
  put(plan, 'on-things', 13, 13, 'prop/on-desk-bell')
  put(plan, 'on-things', 12, 13, 'prop/on-desk-screen-x')
  scatter(plan, 'prop/totem-info', '11,13')
  scatter(plan, 'prop/planter-x', '15,13')
  scatter(plan, 'prop/chair-officer-x', '13,12')
  // Nobody comes behind the desk by the way.
  scatter(plan, 'prop/ribbon-z', '11,12 15,12')
  fill(plan, 'things', { x0: 11, x1: 15, z0: 11, z1: 11 }, 'wall/screen-x')
  addZone(plan, 'reception', 'reception', { x0: 12, z0: 14, x1: 15, z1: 16 }, { staffX: 13.5, staffZ: 12.6, staffFacing: 8 })
  room(plan, 'informasi', { x0: 12, z0: 14, x1: 15, z1: 16 }, 'info', { x: 13.5, z: 13.5 })
}

/** The rooms: for a doctor on the screen, for children, mothers, prayer, and one with a wide door. */
function drawRooms(plan: Plan): void {
  put(plan, 'things', 26, 5, 'wall/booth-telehealth')
  put(plan, 'things', 27, 5, 'wall/booth-window')
  scatter(plan, 'prop/planter-x', '25,5 28,5')
  for (const x of [26, 27]) put(plan, 'ground', x, 6, 'floor/wing-kesehatan')
  room(plan, 'dokter', { x0: 26, z0: 6, x1: 28, z1: 7.5 }, 'telehealth')

  doorInWall(plan, 27, 0, 'north', 'toilet')
  doorInWall(plan, 0, 16, 'west', 'lactation')
  doorInWall(plan, 0, 20, 'west', 'musala')
  scatter(plan, 'prop/shoe-rack', '1,18')
  scatter(plan, 'prop/basin', '1,21')

  for (let z = 17; z <= 20; z++) for (let x = 4; x <= 6; x++) put(plan, 'ground', x, z, `floor/play-${'abcd'[(x + z * 2) % 4]}`)
  scatter(plan, 'prop/child-table', '5,18')
  scatter(plan, 'prop/toys', '4,20')
  scatter(plan, 'prop/bookcase', '5,16 6,16')
  room(plan, 'pojok-anak', { x0: 4, z0: 18.9, x1: 7, z1: 21 }, 'children', { x: 5.5, z: 16.8 })
}

function drawEntrance(plan: Plan): void {
  fill(plan, 'ground', { x0: 13, x1: 13, z0: 15, z1: south - 2 }, 'floor/carpet-w')
  fill(plan, 'ground', { x0: 14, x1: 14, z0: 15, z1: south - 2 }, 'floor/carpet-e')
  fill(plan, 'ground', { x0: 12, x1: 12, z0: 16, z1: south - 2 }, 'floor/tactile-z')
  put(plan, 'ground', 12, 15, 'floor/tactile-dots')
  scatter(plan, 'prop/kiosk', '9,15 17,15')
  scatter(plan, 'prop/umbrella', '10,21')
  scatter(plan, 'prop/plant-palm', '9,21')
  scatter(plan, 'prop/greeter', '16,21')
  scatter(plan, 'prop/bin', '18,21')
  place(plan, [
    [8, 18, 'prop/map-w'],
    [9, 18, 'prop/map-e'],
  ])
  room(plan, 'denah', { x0: 8, z0: 19, x1: 10, z1: 20.5 }, 'map')
  room(plan, 'penyambut', { x0: 15, z0: 19.5, x1: 17, z1: 20.9 }, 'greeter')
  addZone(plan, 'start', 'start', { x0: 11, z0: 17, x1: 15, z1: 20 })
  addZone(plan, 'door', 'door', { x0: 12, z0: 24, x1: 15, z1: 25 })

  fill(plan, 'ground', { x0: 6, x1: 21, z0: south + 1, z1: south + 2 }, 'floor/terrace')
  fill(plan, 'ground', { x0: 12, x1: 14, z0: south + 1, z1: south + 1 }, 'floor/steps')
  fill(plan, 'ground', { x0: 15, x1: 17, z0: south + 1, z1: south + 1 }, 'floor/ramp')
  put(plan, 'ground', 18, south + 1, 'floor/ramp-sign')
  put(plan, 'ground', 12, south + 2, 'floor/tactile-dots-out')
  fill(plan, 'things', { x0: 15, x1: 17, z0: south + 2, z1: south + 2 }, 'prop/ramp-rail-x')
  fill(plan, 'things', { x0: 5, x1: 22, z0: south + 3, z1: south + 3 }, 'prop/hedge')
  scatter(plan, 'prop/hedge', '5,23 5,24 22,23 22,24')
  scatter(plan, 'prop/motorbike', '20,24 21,24')
  scatter(plan, 'prop/plant-fern', '11,23')
  scatter(plan, 'prop/tree-garden', '3,25 9,26 16,26 24,25 27,24')
  scatter(plan, 'prop/flowers', '7,26 12,26 13,26 20,26 2,26 26,26')
  place(plan, [
    [6, 23, 'wall/gate-n'],
    [6, 24, 'wall/gate-s'],
  ])
  put(plan, 'ground', 8, 23, 'floor/mark-gate')
  addZone(plan, 'gate', 'gerbang', { x0: 6, z0: 23.2, x1: 7, z1: 24.8 }, { label: 'Ke mal lain', labelEn: 'To other malls', icon: 'gate' })
}

export function plainPlan(): Plan {
  const plan = createPlan(columns, rows, { theme: 'plain', background })
  fill(plan, 'ground', { x0: 0, x1: columns - 1, z0: 0, z1: south }, stone)
  fill(plan, 'ground', { x0: 0, x1: columns - 1, z0: south + 1, z1: rows - 1 }, lawn)
  fill(plan, 'ground', { x0: 1, x1: 28, z0: 1, z1: 5 }, planks)
  fill(plan, 'ground', { x0: 1, x1: 6, z0: 1, z1: 15 }, planks)
  fill(plan, 'ground', { x0: 19, x1: 28, z0: 9, z1: 21 }, planks)
  outerWalls(plan, { x0: 0, z0: 0, x1: east, z1: south }, { x0: 12, x1: 14 })
  drawCounters(plan)
  drawReception(plan)
  drawRooms(plan)
  drawEntrance(plan)
  waitingRows(plan, { x0: 9, z0: 7, x1: 16, z1: 8 }, 3, ['seat', 'bench'])
  waitingRows(plan, { x0: 20, z0: 16, x1: 26, z1: 17 }, 3, ['seat', 'bench'])
  for (const [x, z] of [
    [17, 7],
    [27, 16],
  ])
    put(plan, 'ground', x, z, 'floor/bay')
  put(plan, 'things', 16, 0, 'wall/north-clock')
  scatter(plan, 'prop/plant-palm', '1,1 25,1 28,21 19,21 18,9')
  scatter(plan, 'prop/water', '28,9')
  scatter(plan, 'prop/banner', '17,11 18,11')
  return plan
}
