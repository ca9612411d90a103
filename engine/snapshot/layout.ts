/**
 * One snapshot in one ArrayBuffer: a header, then one array for each property. The simulation thread writes it,
 * the drawing thread reads it; the buffer is handed over, never copied.
 *
 * Header, 32 bytes: magic u32 · version u32 · capacity u32 · count u32 · tick u32 · own index i32 · time f64 (ms, epoch).
 */
export const snapshotMagic = 0x42_4c_53_31
export const snapshotVersion = 2
export const headerBytes = 32

export type SnapshotArrays = {
  readonly buffer: ArrayBuffer
  readonly header: Uint32Array
  readonly time: Float64Array
  readonly netId: Uint32Array
  readonly look: Uint32Array
  /** Position one tick before, so that a reader can draw between the two without knowing the snapshot before. */
  readonly fromX: Float32Array
  readonly fromY: Float32Array
  readonly fromZ: Float32Array
  readonly toX: Float32Array
  readonly toY: Float32Array
  readonly toZ: Float32Array
  readonly fromWalkedM: Float32Array
  readonly toWalkedM: Float32Array
  readonly facing: Uint8Array
  readonly pose: Uint8Array
  readonly flags: Uint8Array
  /** See `FrameView`. */
  readonly gesture: Uint8Array
  readonly gestureTicks: Uint8Array
}

const wordsAnAvatar = 10
const bytesAnAvatar = wordsAnAvatar * 4 + 5

/** Bytes of a snapshot with room for `capacity` avatars, rounded up to a multiple of 8. */
export function snapshotBytes(capacity: number): number {
  return headerBytes + Math.ceil((capacity * bytesAnAvatar) / 8) * 8
}

/** A new empty buffer with its magic, version and capacity set. */
export function createSnapshotBuffer(capacity: number): ArrayBuffer {
  const buffer = new ArrayBuffer(snapshotBytes(capacity))
  const header = new Uint32Array(buffer, 0, 6)
  header[0] = snapshotMagic
  header[1] = snapshotVersion
  header[2] = capacity
  return buffer
}

/**
 * Lays the arrays over a buffer.
 * @throws TypeError when the buffer is not a snapshot of this version or is too short for its capacity.
 */
export function openSnapshot(buffer: ArrayBuffer): SnapshotArrays {
  if (buffer.byteLength < headerBytes) throw new TypeError(`snapshot of ${buffer.byteLength} bytes is shorter than its header`)
  const header = new Uint32Array(buffer, 0, 6)
  if (header[0] !== snapshotMagic) throw new TypeError(`snapshot starts with ${header[0].toString(16)}, not with its magic`)
  if (header[1] !== snapshotVersion) throw new TypeError(`snapshot version is ${header[1]}; this code reads ${snapshotVersion}`)
  const capacity = header[2]
  if (buffer.byteLength !== snapshotBytes(capacity) || header[3] > capacity) {
    throw new TypeError(`snapshot of ${buffer.byteLength} bytes does not fit its capacity ${capacity} and count ${header[3]}`)
  }
  let offset = headerBytes
  const words = (): number => {
    const at = offset
    offset += capacity * 4
    return at
  }
  const floats = (): Float32Array => new Float32Array(buffer, words(), capacity)
  const bytes = (): Uint8Array => {
    const at = offset
    offset += capacity
    return new Uint8Array(buffer, at, capacity)
  }
  return {
    buffer,
    header,
    time: new Float64Array(buffer, 24, 1),
    netId: new Uint32Array(buffer, words(), capacity),
    look: new Uint32Array(buffer, words(), capacity),
    fromX: floats(),
    fromY: floats(),
    fromZ: floats(),
    toX: floats(),
    toY: floats(),
    toZ: floats(),
    fromWalkedM: floats(),
    toWalkedM: floats(),
    facing: bytes(),
    pose: bytes(),
    flags: bytes(),
    gesture: bytes(),
    gestureTicks: bytes(),
  }
}
