import { background, counterRun, lawn, lightPool, outerWalls, planks, stone, waitingRows } from './hall.ts'
import { addZone, createPlan, fill, type Plan, place, put, scatter } from './plan.ts'

/** The hall of a region without one of its own, 26 × 22 m: counters in the north, west and east, everything in sight of the door. */
const columns = 26
const rows = 22
const southWall = 19

export function plainPlan(): Plan {
  const plan = createPlan(columns, rows, { theme: 'plain', background })
  fill(plan, 'ground', { x0: 0, x1: columns - 1, z0: 0, z1: southWall }, stone)
  fill(plan, 'ground', { x0: 0, x1: columns - 1, z0: southWall + 1, z1: rows - 1 }, lawn)
  fill(plan, 'ground', { x0: 1, x1: 24, z0: 1, z1: 5 }, planks)
  fill(plan, 'ground', { x0: 1, x1: 5, z0: 1, z1: 16 }, planks)
  fill(plan, 'ground', { x0: 16, x1: 24, z0: 8, z1: 16 }, planks)
  outerWalls(plan, { x0: 0, z0: 0, x1: columns - 1, z1: southWall }, { x0: 11, x1: 13 })

  // North: population, tax, health. A column in the colour of each begins it.
  counterRun(plan, {
    wing: 'kependudukan',
    run: 'x',
    from: 3,
    line: 2,
    tenants: ['disdukcapil', 'kepolisian', 'imigrasi'],
    gaps: ['prop/totem-kependudukan', 'prop/display-x', 'prop/planter-x'],
  })
  counterRun(plan, {
    wing: 'pajak',
    run: 'x',
    from: 12,
    line: 2,
    tenants: ['samsat', 'pajak-pratama'],
    gaps: ['prop/totem-pajak', 'prop/display-x'],
  })
  counterRun(plan, {
    wing: 'kesehatan',
    run: 'x',
    from: 18,
    line: 2,
    tenants: ['dinkes', 'bpjs-kesehatan'],
    gaps: ['prop/totem-kesehatan', 'prop/display-x'],
  })
  scatter(plan, 'prop/planter-x', '24,2 1,3 2,3')
  scatter(plan, 'prop/plant-palm', '24,1 1,1')
  // West: social and family.
  counterRun(plan, {
    wing: 'sosial',
    run: 'z',
    from: 5,
    line: 2,
    tenants: ['dinsos', 'kemenag', 'disnaker'],
    gaps: ['prop/totem-sosial', 'prop/display-z', 'prop/planter-z'],
  })
  scatter(plan, 'prop/planter-z', '2,14')
  scatter(plan, 'prop/plant-palm', '1,14 1,18')
  scatter(plan, 'prop/shoe-rack', '1,17')
  scatter(plan, 'prop/water', '3,18')
  scatter(plan, 'prop/planter-x', '1,5')
  // East: business, banking and utilities.
  fill(plan, 'things', { x0: 16, x1: 24, z0: 8, z1: 8 }, 'wall/screen-x')
  fill(plan, 'light', { x0: 16, x1: 24, z0: 9, z1: 9 }, 'floor/shade-x')
  counterRun(plan, { wing: 'usaha', run: 'x', from: 16, line: 10, tenants: ['dpmptsp'], gaps: ['prop/totem-usaha'] })
  counterRun(plan, { wing: 'perbankan', run: 'x', from: 20, line: 10, tenants: ['pln'], gaps: ['prop/totem-perbankan'] })
  scatter(plan, 'prop/planter-x', '19,10 23,10')
  scatter(plan, 'prop/leaflets', '24,10')
  scatter(plan, 'prop/planter-z', '16,9')
  scatter(plan, 'prop/plant-palm', '24,18')
  scatter(plan, 'prop/plant-fern', '17,18')

  // Reception ahead of the door, light over the middle, seats on both sides.
  lightPool(plan, { x0: 8, z0: 6, x1: 14, z1: 10 })
  for (let x = 11; x <= 13; x++) put(plan, 'things', x, 11, 'prop/counter-plain-x')
  put(plan, 'on-things', 12, 11, 'prop/on-desk-bell')
  scatter(plan, 'prop/totem-info', '10,11')
  scatter(plan, 'prop/planter-x', '14,11')
  scatter(plan, 'prop/chair-officer-x', '12,10')
  scatter(plan, 'prop/kiosk', '8,13')
  scatter(plan, 'prop/umbrella', '9,18')
  scatter(plan, 'prop/plant-palm', '15,18')
  scatter(plan, 'prop/directory', '8,16')
  scatter(plan, 'prop/bin', '8,18')
  waitingRows(plan, { x0: 8, z0: 7, x1: 14, z1: 8 }, 7, ['seat', 'bench'])
  waitingRows(plan, { x0: 18, z0: 14, x1: 22, z1: 15 }, 5, ['seat', 'bench'])
  for (const [x, z] of [
    [15, 7],
    [23, 14],
  ])
    put(plan, 'ground', x, z, 'floor/bay')
  place(plan, [[6, 17, 'prop/child-table']])
  put(plan, 'things', 12, 0, 'wall/north-clock')

  fill(plan, 'ground', { x0: 8, x1: 16, z0: 20, z1: 20 }, 'floor/terrace')
  fill(plan, 'things', { x0: 7, x1: 17, z0: 21, z1: 21 }, 'prop/hedge')
  scatter(plan, 'prop/hedge', '7,20 17,20')
  scatter(plan, 'prop/motorbike', '15,20')

  addZone(plan, 'start', 'start', { x0: 10, z0: 15, x1: 15, z1: 18 })
  addZone(plan, 'door', 'door', { x0: 11, z0: 20, x1: 14, z1: 21 })
  addZone(plan, 'reception', 'reception', { x0: 11, z0: 12, x1: 14, z1: 14 }, { staffX: 12.5, staffZ: 10.6, staffFacing: 8 })
  addZone(plan, 'wing', 'kependudukan', { x0: 3, z0: 1, x1: 12, z1: 6 }, { wing: 'kependudukan' })
  addZone(plan, 'wing', 'pajak', { x0: 12, z0: 1, x1: 18, z1: 6 }, { wing: 'pajak' })
  addZone(plan, 'wing', 'kesehatan', { x0: 18, z0: 1, x1: 25, z1: 6 }, { wing: 'kesehatan' })
  addZone(plan, 'wing', 'sosial', { x0: 1, z0: 6, x1: 7, z1: 15 }, { wing: 'sosial' })
  addZone(plan, 'wing', 'usaha', { x0: 16, z0: 9, x1: 20, z1: 17 }, { wing: 'usaha' })
  addZone(plan, 'wing', 'perbankan', { x0: 20, z0: 9, x1: 25, z1: 17 }, { wing: 'perbankan' })
  return plan
}
