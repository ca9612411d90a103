export { createClientSession, type ClientSession, type ClientSessionHandlers } from './client-session.ts'
export { createClockSync, type ClockSync } from './clock-sync.ts'
export {
  readClientMessage,
  writeClientMessage,
  writeCorrection,
  writePong,
  writeWelcome,
  type AvatarChange,
  type AvatarEntered,
  type AvatarProbe,
  type AvatarState,
  type ClientMessage,
  type Frame,
  type CrowdCell,
  type ServerMessage,
  type Welcome,
  type WireState,
} from './codec.ts'
export {
  putCount,
  writeAgain,
  writeChange,
  writeCrowdCell,
  writeEntered,
  writeFrameHead,
  writeLeft,
  writeProbe,
  writeState,
  type FrameCounts,
} from './frame.ts'
export { createParcel, openParcel, parcelHeadBytes, type Parcel } from './parcel.ts'
export { encodeName } from './name.ts'
export {
  aheadTicks,
  closeCodes,
  correctionReason,
  maxClientMessageBytes,
  frameBit,
  messageType,
  protocolVersion,
  type CloseName,
} from './protocol.ts'
export { readServerMessage } from './read-server-message.ts'
export { createServerSession, type ServerSession, type ServerSessionHandlers } from './server-session.ts'
export { clearSight, createSight, freeNumber, type Sight, takeNumber } from './sight.ts'
export type { Socket } from './socket.ts'
export { createWireReader, createWireWriter, WireError, written, type WireReader, type WireWriter } from './wire.ts'
