import type { Wing } from '../art/palette.ts'
import { counterRun, lane } from './hall.ts'
import { addZone, fill, type Plan, put } from './plan.ts'

/** A wing along x: where it is, who is in it, and from which side one comes to it. */
export type Band = {
  readonly wing: Wing
  /** First and last tile. */
  readonly x0: number
  readonly x1: number
  /** Row of the desks. */
  readonly line: number
  /** Where the first gap before a desk is. */
  readonly from: number
  readonly tenants: readonly string[]
  /** Which end lies at the atrium: there stands the wing's column, and its lane begins. */
  readonly inner: 'x0' | 'x1'
  /** Where the lane's mark lies, outside of the wing. */
  readonly laneFrom: number
  /** Last row that belongs to it. */
  readonly until: number
}

/** One wing: a woven screen behind the officers (the outer wall does it in the north), counters, a lane of its colour. */
export function drawWing(plan: Plan, band: Band): void {
  const { wing, x0, x1, line, from, tenants } = band
  const inner = band[band.inner]
  if (line > 2) {
    fill(plan, 'things', { x0: Math.max(x0, from), x1, z0: line - 2, z1: line - 2 }, 'wall/screen-x')
    fill(plan, 'light', { x0: Math.max(x0, from), x1, z0: line - 1, z1: line - 1 }, 'floor/shade-x')
  }
  counterRun(plan, { wing, run: 'x', from, line, tenants, gaps: ['prop/planter-x', 'prop/leaflets', 'prop/planter-x'] })
  // The end at the atrium is closed by planters, and marked by the wing's column where no counter's sign hangs over it.
  put(plan, 'things', inner, line, 'prop/planter-x')
  if (band.inner === 'x1') put(plan, 'things', inner, line - 1, `prop/totem-${wing}`)
  else {
    put(plan, 'things', inner, line - 1, 'prop/planter-z')
    put(plan, 'things', inner - 1, line, `prop/totem-${wing}`)
  }
  if (band.inner === 'x1' && from > x0) put(plan, 'things', from, line - 1, 'prop/planter-z')
  const last = from + tenants.length * 3
  for (let x = last; x <= x1; x++) if (x !== inner) put(plan, 'things', x, line, x === last ? 'prop/planter-x' : 'prop/plant-palm')
  lane(plan, wing, line + 3, band.laneFrom, band.inner === 'x1' ? Math.max(from, x0 + 2) : x1)
  addZone(plan, 'wing', wing, { x0, z0: line - 1, x1: x1 + 1, z1: band.until }, { wing })
}
