/**
 * What is to be drawn at one instant: the avatars in view, one value an avatar in each array, `count` of them.
 * World space, metres. Read it at once: the arrays are reused for the next frame.
 */
export type FrameView = {
  count: number
  readonly netId: Uint32Array
  readonly x: Float32Array
  readonly y: Float32Array
  readonly z: Float32Array
  /** Direction of the face, 0 to 31 (see `directionX` in core). */
  readonly facing: Uint8Array
  /** One of `pose`. */
  readonly pose: Uint8Array
  /** Sum of `avatarFlag` bits. */
  readonly flags: Uint8Array
  /** The person's clothes, hair and skin, packed by the application; the engine only carries it. */
  readonly look: Uint32Array
  /** Metres walked since the avatar appeared: the walk cycle follows it, so feet never slide. */
  readonly walkedM: Float32Array
  /** The gesture being made, 1 to 31 as the application counts them, or 0; and the ticks since it began, 255 for longer. */
  readonly gesture: Uint8Array
  readonly gestureTicks: Uint8Array
  /** Index of the viewer's own avatar in the arrays, or -1. */
  ownIndex: number
}

export const pose = { stand: 0, walk: 1, sit: 2, wave: 3, speak: 4, wait: 5, point: 6 } as const
export const avatarFlag = { own: 1, called: 2, speaking: 4, officer: 8, crowd: 16 } as const

export function createFrameView(capacity: number): FrameView {
  return {
    count: 0,
    netId: new Uint32Array(capacity),
    x: new Float32Array(capacity),
    y: new Float32Array(capacity),
    z: new Float32Array(capacity),
    facing: new Uint8Array(capacity),
    pose: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    look: new Uint32Array(capacity),
    walkedM: new Float32Array(capacity),
    gesture: new Uint8Array(capacity),
    gestureTicks: new Uint8Array(capacity),
    ownIndex: -1,
  }
}
