/**
 * Collision with the building, never with each other. Static worlds, built once and never stepped,
 * and one probe set to each avatar's position before its question: an answer then depends on that
 * avatar alone, so that a client which knows ten avatars and a server which knows a thousand get the same bits.
 */
export interface PhysicsPort {
  /**
   * Where a capsule standing with its feet at (x, y, z) ends when it wants to move by (dx, dz), metres.
   * Gravity, steps and snapping to the ground are part of the answer.
   * Writes the new feet position into `out[0..2]` as float32 values. Allocates nothing where the engine below allows it.
   */
  move(x: number, y: number, z: number, dx: number, dz: number, out: Float32Array): void
  /** Frees the world; the port must not be used afterwards. */
  dispose(): void
}

export type PhysicsOptions = {
  readonly columns: number
  readonly rows: number
  readonly solids: readonly { x0: number; z0: number; x1: number; z1: number; heightM: number }[]
  /** Capsule radius, metres. */
  readonly radiusM: number
  /** Whole capsule height, metres. */
  readonly heightM: number
}
