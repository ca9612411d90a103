import { doorInWall, room } from './places.ts'
import { fill, type Plan, put, scatter } from './plan.ts'

/** The rooms on Kutai Kartanegara's ground floor. */

/** Booths in which a doctor is on the screen. */
export function drawTeleHealth(plan: Plan): void {
  for (let i = 0; i < 4; i++) {
    const x = 30 + i * 3
    put(plan, 'things', x, 12, 'wall/booth-telehealth')
    put(plan, 'things', x + 1, 12, 'wall/booth-window')
    put(plan, 'things', x + 2, 12, i < 3 ? 'prop/planter-x' : 'prop/plant-palm')
    put(plan, 'ground', x, 13, 'floor/wing-kesehatan')
    put(plan, 'ground', x + 1, 13, 'floor/wing-kesehatan')
    room(plan, `dokter-${i + 1}`, { x0: x, z0: 13, x1: x + 2, z1: 14.5 }, 'telehealth', undefined, i + 1)
  }
  scatter(plan, 'prop/totem-kesehatan', '29,12')
  put(plan, 'ground', 28, 14, 'floor/mark-telehealth')
}

/** The corner behind the way up: for children, for mothers, for whoever needs a wide door. */
export function drawCorner(plan: Plan): void {
  for (let z = 11; z <= 14; z++) for (let x = 3; x <= 7; x++) put(plan, 'ground', x, z, `floor/play-${'abcd'[(x + z * 2) % 4]}`)
  fill(plan, 'things', { x0: 3, x1: 7, z0: 10, z1: 10 }, 'wall/screen-x')
  scatter(plan, 'prop/bookcase', '3,11 4,11')
  scatter(plan, 'prop/child-table', '4,13 7,12')
  scatter(plan, 'prop/toys', '3,14')
  scatter(plan, 'prop/plant-palm', '8,10')
  room(plan, 'pojok-anak', { x0: 3, z0: 12, x1: 8, z1: 15 }, 'children', { x: 5.5, z: 10.6 })
  doorInWall(plan, 0, 12, 'west', 'lactation')
  doorInWall(plan, 0, 18, 'west', 'toilet')
  scatter(plan, 'prop/basin', '1,16')
  scatter(plan, 'prop/bench-z', '1,14')
  scatter(plan, 'prop/plant-fern', '1,20')
  scatter(plan, 'prop/seat-s', '4,17 5,17')
  scatter(plan, 'prop/lamp', '6,17')
}
