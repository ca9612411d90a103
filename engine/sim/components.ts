/**
 * The data of the simulation: one array for each property, indexed by entity id. No class, no object an avatar.
 * `capacity` is the highest number of avatars at one time; entity ids run from 1 to it.
 */
export function createComponents(capacity: number) {
  const slots = capacity + 1
  const floats = (): Float32Array => new Float32Array(slots)
  const words = (): Uint32Array => new Uint32Array(slots)
  const bytes = (): Uint8Array => new Uint8Array(slots)
  return {
    /** Feet, metres in world space, float32. Written by moveAvatars and by intents that rewind; read by all. */
    Position: { x: floats(), y: floats(), z: floats() },
    /** Feet and metres walked before the step made in world tick `tick`. Written by stepAvatar, read by fillSnapshot. */
    Previous: { tick: words(), x: floats(), y: floats(), z: floats(), walkedM: floats() },
    /** Where the face points, 0 to 31. */
    Facing: { direction: bytes() },
    /** Metres walked since the avatar appeared (the walk cycle follows it). */
    Walked: { metres: floats() },
    /** The intent in force: kind and direction as in engine/input; target in metres; `stamp` is the first tick it moves. */
    CurrentIntent: { kind: bytes(), direction: bytes(), targetX: floats(), targetZ: floats(), stamp: words() },
    /** The state just before the intent in force: where a path starts; no later intent goes back beyond it. */
    Origin: { tick: words(), x: floats(), y: floats(), z: floats(), walkedM: floats(), facing: bytes() },
    /** The path of a walk-to intent: points in `routes[eid]`, `next` is the one walked towards. */
    Route: { count: bytes(), next: bytes() },
    /** Ticks that this avatar is simulated behind the world's tick: 0 for the own avatar and on the server. */
    Lag: { ticks: bytes() },
    /** Name on the wire, clothes as the application packs them, flag bits as in engine/snapshot. */
    Identity: { netId: words(), look: words(), flags: bytes() },
    /** The tick in which an avatar that stands made its last step. Means nothing while it moves. */
    Settled: { tick: words() },
    /** Has an intent that still moves it. Set and cleared between systems only. */
    IsMoving: {},
    /** Zone events are wanted for this one. */
    IsWatched: {},
  }
}

export type Components = ReturnType<typeof createComponents>
