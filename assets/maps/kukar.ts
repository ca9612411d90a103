import { background } from './hall.ts'
import { drawGroundFloor } from './kukar-ground.ts'
import { drawUpperFloor, upperRows } from './kukar-upper.ts'
import { createPlan, type Plan, shift } from './plan.ts'

const columns = 44
const groundRows = 42

/** The mall of Kutai Kartanegara: two floors side by side on one plane, the upper one's rows after the ground floor's. */
export function kukarPlan(): Plan {
  const plan = createPlan(columns, groundRows + upperRows, { theme: 'kutai', background })
  drawGroundFloor(plan)
  shift(plan, 0, groundRows, drawUpperFloor)
  return plan
}
