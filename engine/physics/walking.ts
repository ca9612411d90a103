import type { PhysicsOptions } from './physics-port.ts'

/** The gap kept between a body and what it stands on or leans against, metres. */
export const skinM = 0.01
/** The highest edge one steps onto without jumping, metres. */
export const stepHeightM = 0.35
/** Flat ground needed behind such an edge, metres. */
export const stepWidthM = 0.2
/** Going down by no more than this keeps the feet on the ground, metres. */
export const snapDownM = 0.4
/** How much of gravity goes into a move itself, metres: more, and the pressure slides a foot back off the edge it climbs. */
export const pressM = 0.01
/** Fall in one move where nothing is underfoot, metres: 2 m/s at 20 moves a second. */
export const fallM = 0.1

/** Throws a TypeError for a world that no body could stand in. */
export function checkOptions(options: PhysicsOptions): void {
  const { columns, rows, radiusM, heightM, solids } = options
  if (!(Number.isInteger(columns) && columns > 0)) throw new TypeError(`options.columns must be a whole number above 0, got ${columns}`)
  if (!(Number.isInteger(rows) && rows > 0)) throw new TypeError(`options.rows must be a whole number above 0, got ${rows}`)
  if (!(radiusM >= 0.05 && radiusM <= 2)) throw new TypeError(`options.radiusM must be from 0.05 to 2 metres, got ${radiusM}`)
  if (!(heightM >= 2 * radiusM)) throw new TypeError(`options.heightM must be at least twice the radius, got ${heightM} and ${radiusM}`)
  for (const [index, box] of solids.entries()) {
    if (box.x1 > box.x0 && box.z1 > box.z0 && box.heightM > 0) continue
    throw new TypeError(`options.solids[${index}] must have x1 > x0, z1 > z0 and heightM > 0, got ${JSON.stringify(box)}`)
  }
}

/**
 * Feet height as it is stored: whole 1/1024 m. Takes away the last wobble of a contact search,
 * so that a body on flat ground stays at exactly the same height however it came there.
 */
export const storedHeight = (y: number): number => Math.floor(y * 1024 + 0.5) / 1024
