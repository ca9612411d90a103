import type { Components } from './components.ts'

/** Ticks of walking that can be taken back: more than a late intent may ask for (M10). A power of two. */
const depth = 64
/** Floats of one state: x, y, z, metres walked. */
const width = 4

/** The state of each walking avatar after each of its last 64 ticks, so that a late intent is a look-up, not a walk from the start. */
export type History = {
  readonly floats: Float32Array
  /** Facing and the route's next point. */
  readonly bytes: Uint8Array
}

/** Memory is touched only for avatars that walk. */
export function createHistory(capacity: number): History {
  return { floats: new Float32Array((capacity + 1) * depth * width), bytes: new Uint8Array((capacity + 1) * depth * 2) }
}

/** Notes the state after `tick`. */
export function keepState(history: History, components: Components, eid: number, tick: number): void {
  const { Facing, Position, Route, Walked } = components
  const { bytes, floats } = history
  const slot = eid * depth + (tick & (depth - 1))
  const at = slot * width
  floats[at] = Position.x[eid]
  floats[at + 1] = Position.y[eid]
  floats[at + 2] = Position.z[eid]
  floats[at + 3] = Walked.metres[eid]
  bytes[slot * 2] = Facing.direction[eid]
  bytes[slot * 2 + 1] = Route.next[eid]
}

/** Puts the avatar back to how it was after `tick`, which must be kept. */
export function recallState(history: History, components: Components, eid: number, tick: number): void {
  const { Facing, Position, Route, Walked } = components
  const { bytes, floats } = history
  const slot = eid * depth + (tick & (depth - 1))
  const at = slot * width
  Position.x[eid] = floats[at]
  Position.y[eid] = floats[at + 1]
  Position.z[eid] = floats[at + 2]
  Walked.metres[eid] = floats[at + 3]
  Facing.direction[eid] = bytes[slot * 2]
  Route.next[eid] = bytes[slot * 2 + 1]
}

/** Reads where the avatar stood after `tick`, which must be kept, without moving it. */
export function readKept(history: History, eid: number, tick: number, out: { x: number; y: number; z: number; facing: number }): void {
  const { bytes, floats } = history
  const slot = eid * depth + (tick & (depth - 1))
  out.x = floats[slot * width]
  out.y = floats[slot * width + 1]
  out.z = floats[slot * width + 2]
  out.facing = bytes[slot * 2]
}
