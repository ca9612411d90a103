import { landing, portal } from './places.ts'
import { type Plan, place, put, scatter } from './plan.ts'

/** Stairs, escalators and the lift of Kutai Kartanegara's mall, at the same columns and rows on both floors. */

/** Stairs, escalators and the lift, west of the atrium. They are entered towards the west, and nobody enters one by the way. */
export function drawWayUp(plan: Plan): void {
  for (let k = 0; k < 5; k++) {
    const x = 14 - k
    put(plan, 'things', x, 10, `wall/stairs-n-${k}`)
    put(plan, 'things', x, 11, `wall/stairs-s-${k}`)
    put(plan, 'things', x, 12, 'prop/planter-x')
    put(plan, 'things', x, 13, `wall/escalator-${k}`)
    put(plan, 'things', x, 14, `wall/escalator-${k}`)
    put(plan, 'things', x, 15, 'prop/planter-x')
  }
  place(plan, [
    [15, 9, 'prop/newel-stairs'],
    [15, 12, 'prop/newel-escalator'],
    [15, 14, 'prop/escalator-foot'],
    [15, 15, 'prop/planter-z'],
    [15, 16, 'prop/newel-lift'],
    [15, 18, 'prop/planter-z'],
  ])
  for (const x of [12, 13]) for (const z of [16, 17, 18]) put(plan, 'things', x, z, 'wall/lift')
  for (const [z, kind] of [
    [16, 'lift'],
    [17, 'lift-door-e'],
    [18, 'lift'],
  ] as const)
    put(plan, 'things', 14, z, `wall/${kind}`)
  for (const z of [10, 11]) put(plan, 'ground', 15, z, 'floor/tactile-dots')
  put(plan, 'ground', 16, 10, 'floor/mark-stairs')
  put(plan, 'ground', 16, 13, 'floor/mark-escalator')
  put(plan, 'ground', 16, 17, 'floor/mark-lift')

  portal(plan, 'tangga-naik', { x0: 15, z0: 10, x1: 15.7, z1: 12 }, 'stairs', 'tangga-atas', 16)
  portal(plan, 'eskalator-naik', { x0: 15, z0: 13, x1: 15.7, z1: 14 }, 'escalator', 'eskalator-atas', 16)
  portal(plan, 'lift-naik', { x0: 15, z0: 17, x1: 15.7, z1: 18 }, 'lift', 'lift-atas', 8)
  landing(plan, 'tangga-bawah', 17, 11)
  landing(plan, 'eskalator-bawah', 17, 14.5)
  landing(plan, 'lift-bawah', 17.25, 19)
}

/** What leads down, and where one comes out who comes up: over the flights of the floor below. */
export function drawWayDown(plan: Plan): void {
  place(plan, [
    [10, 10, 'prop/well-stairs'],
    [10, 13, 'prop/well-escalator'],
    [10, 14, 'prop/well-escalator'],
  ])
  for (const z of [10, 11, 13, 14])
    for (let x = 10; x <= 14; x++) if (plan.layers.things[z * plan.columns + x] === null) put(plan, 'things', x, z, 'prop/solid')
  for (let x = 10; x <= 14; x++) {
    put(plan, 'over', x, 10, 'prop/glass-n')
    put(plan, 'things', x, 12, 'prop/planter-x')
    put(plan, 'things', x, 15, 'prop/planter-x')
  }
  for (const z of [10, 11, 13, 14]) put(plan, 'over', 14, z, z === 10 ? 'prop/glass-ne' : 'prop/glass-e')
  place(plan, [
    [9, 9, 'prop/newel-stairs'],
    [9, 12, 'prop/newel-escalator'],
    [9, 13, 'prop/escalator-foot'],
    [9, 15, 'prop/planter-z'],
  ])
  for (const x of [12, 13, 14])
    for (const z of [16, 17, 18]) put(plan, 'things', x, z, x === 13 && z === 18 ? 'wall/lift-door-s' : 'wall/lift')
  scatter(plan, 'prop/planter-x', '12,19')
  scatter(plan, 'prop/newel-lift', '14,19')
  for (const z of [10, 11]) put(plan, 'ground', 9, z, 'floor/tactile-dots')
  put(plan, 'ground', 8, 10, 'floor/mark-stairs')
  put(plan, 'ground', 8, 14, 'floor/mark-escalator')
  put(plan, 'ground', 13, 20, 'floor/mark-lift')

  portal(plan, 'tangga-turun', { x0: 9.3, z0: 10, x1: 10, z1: 12 }, 'stairs', 'tangga-bawah', 0)
  portal(plan, 'eskalator-turun', { x0: 9.3, z0: 14, x1: 10, z1: 15 }, 'escalator', 'eskalator-bawah', 0)
  portal(plan, 'lift-turun', { x0: 13, z0: 19, x1: 14, z1: 19.7 }, 'lift', 'lift-bawah', 0)
  landing(plan, 'tangga-atas', 7.5, 11)
  landing(plan, 'eskalator-atas', 7.5, 13.5)
  landing(plan, 'lift-atas', 11, 20)
}
