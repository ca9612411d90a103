import type { PhysicsOptions, PhysicsPort } from './physics-port.ts'
import { checkOptions, fallM, skinM, snapDownM, stepHeightM, storedHeight } from './walking.ts'

type Body = { x: number; y: number; z: number }
type Box = PhysicsOptions['solids'][number]

/** Passes over all boxes before a place is given up as too narrow. */
const maxPushes = 4
/** Overlap, metres, that is still taken as free: what rounding leaves of a push. */
const toleranceM = 1e-6

/**
 * The port without WASM, for embedders that cannot load any: a circle pushed out of the boxes by plain arithmetic,
 * with the same rules (gap, steps, falls) as the Rapier one. Deterministic, but its bits are its own: both ends of a
 * connection must run the same port. Each move looks at every solid.
 */
export function createNullPhysics(options: PhysicsOptions): PhysicsPort {
  checkOptions(options)
  const { columns, rows, radiusM, solids } = options
  const reach = radiusM + skinM
  const body: Body = { x: 0, y: 0, z: 0 }

  function stride(dx: number, dz: number): boolean {
    const { x, z } = body
    body.x += dx
    body.z += dz
    for (let pass = 0; pass < maxPushes; pass++) {
      keepInside(body, reach, columns, rows)
      if (!pushOut(body, solids, reach)) return true
    }
    keepInside(body, reach, columns, rows)
    if (!pushOut(body, solids, reach)) return true
    body.x = x
    body.z = z
    return false
  }

  return {
    move(x, y, z, dx, dz, out) {
      body.x = x
      body.y = y
      body.z = z
      // Half a radius at a time: the middle of the body never comes past the middle of a wall, however thin.
      const strides = Math.max(1, Math.ceil(Math.sqrt(dx * dx + dz * dz) / (radiusM / 2)))
      for (let i = 0; i < strides; i++) {
        if (!stride(dx / strides, dz / strides)) break
        settle(body, solids)
      }
      out[0] = body.x
      out[1] = storedHeight(body.y)
      out[2] = body.z
    },
    dispose() {},
  }
}

function keepInside(body: Body, reach: number, columns: number, rows: number): void {
  body.x = Math.min(Math.max(body.x, reach), columns - reach)
  body.z = Math.min(Math.max(body.z, reach), rows - reach)
}

/** Moves the body out of every box too high to step on; false when it touched none. */
function pushOut(body: Body, boxes: readonly Box[], reach: number): boolean {
  let touched = false
  for (const box of boxes) {
    if (box.heightM <= body.y + stepHeightM) continue
    const awayX = body.x - Math.min(Math.max(body.x, box.x0), box.x1)
    const awayZ = body.z - Math.min(Math.max(body.z, box.z0), box.z1)
    const squared = awayX * awayX + awayZ * awayZ
    if (squared >= reach * reach) continue
    const distance = Math.sqrt(squared)
    if (reach - distance < toleranceM) continue
    touched = true
    if (distance === 0) leaveByNearestSide(body, box, reach)
    else {
      body.x += awayX * (reach / distance - 1)
      body.z += awayZ * (reach / distance - 1)
    }
  }
  return touched
}

function leaveByNearestSide(body: Body, box: Box, reach: number): void {
  const left = body.x - box.x0
  const right = box.x1 - body.x
  const back = body.z - box.z0
  const front = box.z1 - body.z
  const least = Math.min(left, right, back, front)
  if (least === left) body.x = box.x0 - reach
  else if (least === right) body.x = box.x1 + reach
  else if (least === back) body.z = box.z0 - reach
  else body.z = box.z1 + reach
}

/** Steps up onto, down from or falls towards the highest box under the middle of the body. */
function settle(body: Body, boxes: readonly Box[]): void {
  let ground = 0
  for (const box of boxes) {
    if (box.heightM <= ground || box.heightM > body.y + stepHeightM) continue
    if (body.x >= box.x0 && body.x < box.x1 && body.z >= box.z0 && body.z < box.z1) ground = box.heightM
  }
  body.y = body.y - ground <= snapDownM ? ground : body.y - fallM
}
