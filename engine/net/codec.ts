import { type Intent, intentKind, targetMaxM, targetStepM } from '../input/index.ts'
import { messageType } from './protocol.ts'
import {
  createWireReader,
  endOf,
  putBytes,
  putF32,
  putF64,
  putU16,
  putU32,
  putU8,
  takeBytes,
  takeF64,
  takeFinite,
  takeU16,
  takeU32,
  takeU8,
  WireError,
  type WireReader,
  type WireWriter,
} from './wire.ts'

/** Largest coordinate on the wire, metres. */
const farM = 4096

/** Feet in metres, facing 0 to 31, just before the intent's `stamp`. */
export type WireState = { x: number; y: number; z: number; facing: number }

export type ClientMessage =
  /** `canCollide`: this client has physics and can follow others by their intents alone. */
  | { readonly type: 'hello'; readonly version: number; readonly look: number; readonly mapHash: number; readonly canCollide: boolean }
  /** `check`: low 16 bits of the hash of the avatar's feet just before `stamp`, as its client has them. */
  | { readonly type: 'intent'; readonly stamp: number; readonly check: number; readonly intent: Intent }
  | { readonly type: 'ping'; readonly clientMs: number }
  /** Physics has arrived: from now on intents suffice. */
  | { readonly type: 'able' }
  /** The avatar in this slot is not where its check says: its state is wanted. */
  | { readonly type: 'lost'; readonly slot: number }

const intentCode = { stand: 0, firstDirection: 1, walkTo: 33 } as const

/** Appends an intent: 1 byte, or 5 for a walk to a target. */
export function putIntent(writer: WireWriter, intent: Readonly<Intent>): void {
  if (intent.kind === intentKind.stand) return putU8(writer, intentCode.stand)
  if (intent.kind === intentKind.walk) return putU8(writer, intentCode.firstDirection + intent.direction)
  putU8(writer, intentCode.walkTo)
  putU16(writer, Math.round(intent.targetX / targetStepM))
  putU16(writer, Math.round(intent.targetZ / targetStepM))
}

export function takeIntent(reader: WireReader): Intent {
  const code = takeU8(reader)
  if (code === intentCode.stand) return { kind: intentKind.stand, direction: 0, targetX: 0, targetZ: 0 }
  if (code < intentCode.walkTo) return { kind: intentKind.walk, direction: code - intentCode.firstDirection, targetX: 0, targetZ: 0 }
  if (code === intentCode.walkTo) {
    return { kind: intentKind.walkTo, direction: 0, targetX: takeU16(reader) * targetStepM, targetZ: takeU16(reader) * targetStepM }
  }
  throw new WireError(`intent code ${code} is above ${intentCode.walkTo}`)
}

const highBit = 0x80

/** Appends a state: 9 bytes on the ground floor (y = 0), else 13. */
export function putState(writer: WireWriter, state: Readonly<WireState>): void {
  putU8(writer, state.facing | (state.y === 0 ? 0 : highBit))
  putF32(writer, state.x)
  putF32(writer, state.z)
  if (state.y !== 0) putF32(writer, state.y)
}

export function takeState(reader: WireReader): WireState {
  const head = takeU8(reader)
  const facing = head & ~highBit
  if (facing > 31) throw new WireError(`facing ${facing} is above 31`)
  const x = takeFinite(reader, farM)
  const z = takeFinite(reader, farM)
  return { x, z, y: head & highBit ? takeFinite(reader, farM) : 0, facing }
}

/** Appends one message of a client. */
export function writeClientMessage(writer: WireWriter, message: ClientMessage): void {
  putU8(writer, messageType[message.type])
  switch (message.type) {
    case 'hello':
      putU16(writer, message.version)
      putU32(writer, message.look)
      putU32(writer, message.mapHash)
      putU8(writer, message.canCollide ? 1 : 0)
      break
    case 'intent':
      putU32(writer, message.stamp)
      putU16(writer, message.check)
      putIntent(writer, message.intent)
      break
    case 'ping':
      putF64(writer, message.clientMs)
      break
    case 'lost':
      putU16(writer, message.slot)
      break
    case 'able':
      break
  }
}

/** Reads a client's message. @throws WireError when it is not one to the byte. */
export function readClientMessage(bytes: Uint8Array): ClientMessage {
  const reader = createWireReader(bytes)
  const message = takeClientMessage(reader)
  endOf(reader)
  return message
}

function takeClientMessage(reader: WireReader): ClientMessage {
  const type = takeU8(reader)
  if (type === messageType.intent) {
    const stamp = takeU32(reader)
    const check = takeU16(reader)
    const intent = takeIntent(reader)
    if (intent.targetX > targetMaxM || intent.targetZ > targetMaxM) throw new WireError('a target is off every map')
    return { type: 'intent', stamp, check, intent }
  }
  if (type === messageType.ping) return { type: 'ping', clientMs: takeF64(reader) }
  if (type === messageType.lost) return { type: 'lost', slot: takeU16(reader) }
  if (type === messageType.able) return { type: 'able' }
  if (type === messageType.hello) {
    const [version, look, mapHash, able] = [takeU16(reader), takeU32(reader), takeU32(reader), takeU8(reader)]
    if (able > 1) throw new WireError(`ability ${able} is neither 0 nor 1`)
    return { type: 'hello', version, look, mapHash, canCollide: able === 1 }
  }
  throw new WireError(`message type ${type} is not a client's`)
}

export type ServerMessage =
  | {
      readonly type: 'welcome'
      readonly version: number
      readonly netId: number
      readonly serverMs: number
      readonly stamp: number
      readonly state: WireState
    }
  | { readonly type: 'pong'; readonly clientMs: number; readonly serverMs: number }
  | { readonly type: 'correction'; readonly stamp: number; readonly reason: number; readonly state: WireState; readonly intent: Intent }
  | ({ readonly type: 'frame' } & Frame)

/** What a viewer is told at one tick. Slots are the index part of a net id. */
export type Frame = {
  readonly tick: number
  /** Slots of those who are no longer seen. */
  readonly left: readonly number[]
  readonly entered: readonly AvatarEntered[]
  readonly states: readonly AvatarState[]
  readonly changes: readonly AvatarChange[]
  readonly probes: readonly AvatarProbe[]
}
/** Somebody seen for the first time. */
export type AvatarEntered = AvatarState & { readonly netId: number; readonly look: number; readonly name: string | null }
/** An intent and the state just before its stamp. */
export type AvatarState = {
  readonly slot: number
  readonly flags: number
  readonly stamp: number
  readonly state: WireState
  readonly intent: Intent
}
/** A new intent of somebody whose last one the viewer was told: the state it starts from, the viewer computes; `check` proves it. */
export type AvatarChange = { readonly slot: number; readonly stamp: number; readonly check: number; readonly intent: Intent }
/** Where somebody stands, as 16 bits of a hash: a viewer who has them elsewhere says so. */
export type AvatarProbe = { readonly slot: number; readonly check: number }

export function writeWelcome(writer: WireWriter, welcome: Extract<ServerMessage, { type: 'welcome' }>): void {
  putU8(writer, messageType.welcome)
  putU16(writer, welcome.version)
  putU32(writer, welcome.netId)
  putF64(writer, welcome.serverMs)
  putU32(writer, welcome.stamp)
  putState(writer, welcome.state)
}

export function writePong(writer: WireWriter, clientMs: number, serverMs: number): void {
  putU8(writer, messageType.pong)
  putF64(writer, clientMs)
  putF64(writer, serverMs)
}

export function writeCorrection(writer: WireWriter, correction: Extract<ServerMessage, { type: 'correction' }>): void {
  putU8(writer, messageType.correction)
  putU32(writer, correction.stamp)
  putU8(writer, correction.reason)
  putState(writer, correction.state)
  putIntent(writer, correction.intent)
}

/** Appends a name with its length in front. */
export function putName(writer: WireWriter, name: Uint8Array): void {
  putU8(writer, name.length)
  putBytes(writer, name)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

export function takeName(reader: WireReader): string | null {
  const bytes = takeBytes(reader, takeU8(reader))
  if (bytes.length === 0) return null
  try {
    return decoder.decode(bytes)
  } catch {
    throw new WireError('a name is not UTF-8')
  }
}
