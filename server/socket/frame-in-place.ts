import { parcelHeadBytes } from '@balai/engine/net'

const binary = 0x82
const shortLength = 125
const longLength = 126

/**
 * Makes a message that lies in a parcel a whole WebSocket frame (RFC 6455 §5.2: binary, final, not masked), without a copy: its header takes
 * the place of the parcel's own head before the message. A hall says thousands of small things a second; ws would make two pieces of each.
 * @param bytes a message of at most 65,535 bytes as `openParcel` gives it
 * @returns a view of the parcel
 */
export function frameInPlace(bytes: Uint8Array): Buffer {
  const { buffer, byteOffset, length } = bytes
  const isShort = length <= shortLength
  const head = isShort ? 2 : 4
  if (byteOffset < parcelHeadBytes || length > 0xffff)
    throw new RangeError(`a message of ${length} bytes at ${byteOffset} has no room for a header`)
  const frame = Buffer.from(buffer, byteOffset - head, head + length)
  frame[0] = binary
  frame[1] = isShort ? length : longLength
  if (!isShort) frame.writeUInt16BE(length, 2)
  return frame
}
