export { createClientSession, type ClientSession, type ClientSessionHandlers } from './client-session.ts'
export { createClockSync, type ClockSync } from './clock-sync.ts'
export {
  encodeName,
  readClientMessage,
  readServerMessage,
  writeClientMessage,
  writeCorrection,
  writeFrameHead,
  writeLeft,
  writeNews,
  writePong,
  writeWelcome,
  type AvatarNews,
  type ClientMessage,
  type ServerMessage,
  type WireState,
} from './codec.ts'
export {
  aheadTicks,
  closeCodes,
  correctionReason,
  maxClientMessageBytes,
  messageType,
  protocolVersion,
  type CloseName,
} from './protocol.ts'
export { createServerSession, type ServerSession, type ServerSessionHandlers } from './server-session.ts'
export type { Socket } from './socket.ts'
export { createWireReader, createWireWriter, WireError, written, type WireReader, type WireWriter } from './wire.ts'
