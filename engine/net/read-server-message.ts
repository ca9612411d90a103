import { type ServerMessage, takeIntent, takeState } from './codec.ts'
import { takeFrame } from './frame.ts'
import { messageType } from './protocol.ts'
import { createWireReader, endOf, takeF64, takeU16, takeU32, takeU8, WireError } from './wire.ts'

/** Reads a server's message. @throws WireError when it is not one to the byte. */
export function readServerMessage(bytes: Uint8Array): ServerMessage {
  const reader = createWireReader(bytes)
  const type = takeU8(reader)
  let message: ServerMessage
  if (type === messageType.frame) message = { type: 'frame', ...takeFrame(reader) }
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
      serverMs: takeF64(reader),
      stamp: takeU32(reader),
      state: takeState(reader),
    }
  } else throw new WireError(`message type ${type} is not a server's`)
  endOf(reader)
  return message
}
