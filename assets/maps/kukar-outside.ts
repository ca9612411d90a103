import { room } from './places.ts'
import { addZone, fill, type Plan, place, put, scatter } from './plan.ts'

/** What lies before the south wall of Kutai Kartanegara's mall, and the window in it. */

/** Row of the wall, and the last of the garden. */
export const southWall = 32
export const lastRow = 41

/** Before the doors: steps and a ramp, a terrace, a path between hedges, a lane for those who stay on their motorbike. What is walked on is closed in. */
export function drawGarden(plan: Plan): void {
  fill(plan, 'ground', { x0: 13, x1: 42, z0: 33, z1: 34 }, 'floor/terrace')
  fill(plan, 'ground', { x0: 20, x1: 23, z0: 35, z1: lastRow }, 'floor/terrace')
  fill(plan, 'ground', { x0: 20, x1: 23, z0: 33, z1: 33 }, 'floor/steps')
  put(plan, 'ground', 21, 34, 'floor/tactile-dots-out')
  fill(plan, 'ground', { x0: 21, x1: 21, z0: 35, z1: lastRow - 1 }, 'floor/tactile-z-out')
  fill(plan, 'ground', { x0: 24, x1: 27, z0: 33, z1: 33 }, 'floor/ramp')
  put(plan, 'ground', 28, 33, 'floor/ramp-sign')
  fill(plan, 'things', { x0: 24, x1: 27, z0: 34, z1: 34 }, 'prop/ramp-rail-x')

  fill(plan, 'ground', { x0: 32, x1: 42, z0: 34, z1: 35 }, 'floor/road')
  fill(plan, 'ground', { x0: 33, x1: 41, z0: 35, z1: 35 }, 'floor/road-line')
  for (const x of [40, 33]) put(plan, 'ground', x, 34, 'floor/road-arrow')
  put(plan, 'ground', 38, 34, 'floor/road-stop')

  for (const [x0, x1] of [
    [13, 19],
    [24, 31],
  ])
    fill(plan, 'things', { x0, x1, z0: 35, z1: 35 }, 'prop/hedge')
  fill(plan, 'things', { x0: 31, x1: 43, z0: 36, z1: 36 }, 'prop/hedge')
  scatter(plan, 'prop/hedge', '12,33 12,34 13,35 43,33')
  scatter(plan, 'prop/boom-z', '43,34 43,35')
  fill(plan, 'things', { x0: 19, x1: 19, z0: 36, z1: lastRow }, 'prop/hedge')
  fill(plan, 'things', { x0: 24, x1: 24, z0: 36, z1: lastRow }, 'prop/hedge')
  fill(plan, 'things', { x0: 20, x1: 23, z0: lastRow, z1: lastRow }, 'prop/rail-x')
  scatter(plan, 'prop/tree-garden', '3,36 8,38 11,40 16,38 29,38 27,40 34,39 39,40 6,40 42,38 31,41 36,38 1,39 14,37')
  scatter(plan, 'prop/flowers', '15,36 16,36 17,36 26,36 27,36 28,36 10,36 36,41 33,37 37,37 40,38 5,37')
  scatter(plan, 'prop/motorbike', '36,34 30,34 29,34')

  // The way to other malls.
  place(plan, [
    [13, 33, 'wall/gate-n'],
    [13, 34, 'wall/gate-s'],
  ])
  put(plan, 'ground', 15, 33, 'floor/mark-gate')
  addZone(
    plan,
    'gate',
    'gerbang',
    { x0: 13, z0: 33.2, x1: 14, z1: 34.8 },
    { label: 'Ke mal lain', labelEn: 'To other malls', icon: 'gate' },
  )
}

/** A window in the south wall for those who stay on their motorbike. Who serves there is closed in. */
export function drawDriveThru(plan: Plan): void {
  for (const [i, x] of [35, 36, 37].entries()) put(plan, 'things', x, southWall, `wall/drive-${'abc'[i]}`)
  fill(plan, 'things', { x0: 35, x1: 37, z0: 30, z1: 30 }, 'wall/screen-x')
  scatter(plan, 'prop/planter-z', '34,31 38,31')
  scatter(plan, 'prop/chair-officer-x', '36,31')
  put(plan, 'ground', 36, 33, 'floor/mark-drive')
  room(plan, 'tanpa-turun', { x0: 35, z0: 33, x1: 38, z1: 34 }, 'drive')
}
