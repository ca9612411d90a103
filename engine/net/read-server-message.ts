import { type ServerMessage, takeIntent, takeState } from './codec.ts'
import { takeFrame } from './frame.ts'
import { frameBit, messageType } from './protocol.ts'
import type { Sight } from './sight.ts'
import { createWireReader, endOf, takeF64, takeU16, takeU32, takeU64, takeU8, WireError } from './wire.ts'

/**
 * Reads a server's message.
 * @param sight the reading end's numbers; a frame moves them on, so each frame is read once and in order
 * @param nearTick a tick less than 27 minutes from that of a frame
 * @throws WireError when it is not one to the byte
 */
export function readServerMessage(bytes: Uint8Array, sight: Sight, nearTick: number): ServerMessage {
  const reader = createWireReader(bytes)
  const type = takeU8(reader)
  let message: ServerMessage
  if (type & frameBit) message = { type: 'frame', ...takeFrame(reader, type & ~frameBit, sight, nearTick) }
  else if (type === messageType.pong) message = { type: 'pong', clientMs: takeF64(reader), serverMs: takeF64(reader) }
  else if (type === messageType.correction) {
    message = {
      type: 'correction',
      stamp: takeU32(reader),
      reason: takeU8(reader),
      state: takeState(reader),
      intent: takeIntent(reader),
    }
  } else if (type === messageType.welcome) {
    message = {
      type: 'welcome',
      version: takeU16(reader),
      netId: takeU32(reader),
      token: takeU64(reader),
      serverMs: takeF64(reader),
      stamp: takeU32(reader),
      state: takeState(reader),
      intent: takeIntent(reader),
    }
  } else throw new WireError(`message type ${type} is not a server's`)
  endOf(reader)
  return message
}
