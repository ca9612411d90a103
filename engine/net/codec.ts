import { type Intent, intentKind } from '../input/index.ts'
import { messageType, maxNameBytes } from './protocol.ts'
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

/** What a viewer is told of somebody: who, from which state, with which intent from which tick on. */
export type AvatarNews = {
  netId: number
  stamp: number
  flags: number
  state: WireState
  intent: Intent
  /** Set when the viewer sees this one for the first time or the look or name changed. */
  identity: { look: number; name: string | null } | null
}

export type ClientMessage =
  | { readonly type: 'hello'; readonly version: number; readonly look: number; readonly mapHash: number }
  /** `check`: low 16 bits of the hash of the avatar's feet just before `stamp`, as its client has them. */
  | { readonly type: 'intent'; readonly stamp: number; readonly check: number; readonly intent: Intent }
  | { readonly type: 'ping'; readonly clientMs: number }

export type ServerMessage =
  | {
      readonly type: 'welcome'
      readonly version: number
      readonly netId: number
      readonly serverMs: number
      readonly stamp: number
      readonly state: WireState
    }
  | { readonly type: 'frame'; readonly tick: number; readonly left: readonly number[]; readonly news: readonly AvatarNews[] }
  | { readonly type: 'pong'; readonly clientMs: number; readonly serverMs: number }
  | { readonly type: 'correction'; readonly stamp: number; readonly reason: number; readonly state: WireState; readonly intent: Intent }

function putIntent(writer: WireWriter, intent: Readonly<Intent>): void {
  putU8(writer, intent.kind)
  if (intent.kind === intentKind.walk) putU8(writer, intent.direction)
  if (intent.kind === intentKind.walkTo) {
    putF32(writer, intent.targetX)
    putF32(writer, intent.targetZ)
  }
}

function takeIntent(reader: WireReader): Intent {
  const kind = takeU8(reader)
  if (kind === intentKind.stand) return { kind, direction: 0, targetX: 0, targetZ: 0 }
  if (kind === intentKind.walk) {
    const direction = takeU8(reader)
    if (direction > 31) throw new WireError(`direction ${direction} is above 31`)
    return { kind, direction, targetX: 0, targetZ: 0 }
  }
  if (kind === intentKind.walkTo) {
    return { kind, direction: 0, targetX: takeFinite(reader, farM), targetZ: takeFinite(reader, farM) }
  }
  throw new WireError(`intent kind ${kind} is unknown`)
}

function putState(writer: WireWriter, state: Readonly<WireState>): void {
  putF32(writer, state.x)
  putF32(writer, state.y)
  putF32(writer, state.z)
  putU8(writer, state.facing)
}

function takeState(reader: WireReader): WireState {
  const x = takeFinite(reader, farM)
  const y = takeFinite(reader, farM)
  const z = takeFinite(reader, farM)
  const facing = takeU8(reader)
  if (facing > 31) throw new WireError(`facing ${facing} is above 31`)
  return { x, y, z, facing }
}

/** Appends one message of a client. */
export function writeClientMessage(writer: WireWriter, message: ClientMessage): void {
  putU8(writer, messageType[message.type])
  if (message.type === 'hello') {
    putU16(writer, message.version)
    putU32(writer, message.look)
    putU32(writer, message.mapHash)
  } else if (message.type === 'intent') {
    putU32(writer, message.stamp)
    putU16(writer, message.check)
    putIntent(writer, message.intent)
  } else putF64(writer, message.clientMs)
}

/** Reads a client's message. @throws WireError when it is not one to the byte. */
export function readClientMessage(bytes: Uint8Array): ClientMessage {
  const reader = createWireReader(bytes)
  const type = takeU8(reader)
  let message: ClientMessage
  if (type === messageType.hello) message = { type: 'hello', version: takeU16(reader), look: takeU32(reader), mapHash: takeU32(reader) }
  else if (type === messageType.intent)
    message = { type: 'intent', stamp: takeU32(reader), check: takeU16(reader), intent: takeIntent(reader) }
  else if (type === messageType.ping) message = { type: 'ping', clientMs: takeF64(reader) }
  else throw new WireError(`message type ${type} is not a client's`)
  endOf(reader)
  return message
}

/** Appends a frame's head; `left` and news follow by `writeLeft` and `writeNews`, in the numbers given here. */
export function writeFrameHead(writer: WireWriter, tick: number, leftCount: number, newsCount: number): void {
  putU8(writer, messageType.frame)
  putU32(writer, tick)
  putU8(writer, leftCount)
  putU8(writer, newsCount)
}

export function writeLeft(writer: WireWriter, netId: number): void {
  putU32(writer, netId)
}

const encoder = new TextEncoder()

/** A name's bytes for the wire: at most `maxNameBytes`, cut between characters. */
export function encodeName(name: string | null): Uint8Array {
  let text = name ?? ''
  let bytes = encoder.encode(text)
  while (bytes.length > maxNameBytes) {
    text = Array.from(text).slice(0, -1).join('')
    bytes = encoder.encode(text)
  }
  return bytes
}

const identityBit = 0x80

/** Appends one avatar's news. `name` is what `encodeName` gave, or null to leave the identity out. */
export function writeNews(
  writer: WireWriter,
  news: {
    netId: number
    stamp: number
    flags: number
    state: Readonly<WireState>
    intent: Readonly<Intent>
    look: number
    name: Uint8Array | null
  },
): void {
  putU32(writer, news.netId)
  putU8(writer, (news.flags & 0x7f) | (news.name === null ? 0 : identityBit))
  putU32(writer, news.stamp)
  putState(writer, news.state)
  putIntent(writer, news.intent)
  if (news.name !== null) {
    putU32(writer, news.look)
    putU8(writer, news.name.length)
    putBytes(writer, news.name)
  }
}

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

const decoder = new TextDecoder('utf-8', { fatal: true })

function takeName(reader: WireReader): string | null {
  const bytes = takeBytes(reader, takeU8(reader))
  if (bytes.length === 0) return null
  try {
    return decoder.decode(bytes)
  } catch {
    throw new WireError('a name is not UTF-8')
  }
}

function takeNews(reader: WireReader): AvatarNews {
  const netId = takeU32(reader)
  const flags = takeU8(reader)
  const stamp = takeU32(reader)
  const state = takeState(reader)
  const intent = takeIntent(reader)
  const identity = (flags & identityBit) === 0 ? null : { look: takeU32(reader), name: takeName(reader) }
  return { netId, flags: flags & 0x7f, stamp, state, intent, identity }
}

/** Reads a server's message. @throws WireError when it is not one to the byte. */
export function readServerMessage(bytes: Uint8Array): ServerMessage {
  const reader = createWireReader(bytes)
  const type = takeU8(reader)
  let message: ServerMessage
  if (type === messageType.welcome) {
    message = {
      type: 'welcome',
      version: takeU16(reader),
      netId: takeU32(reader),
      serverMs: takeF64(reader),
      stamp: takeU32(reader),
      state: takeState(reader),
    }
  } else if (type === messageType.frame) {
    const tick = takeU32(reader)
    const leftCount = takeU8(reader)
    const newsCount = takeU8(reader)
    const left: number[] = []
    for (let i = 0; i < leftCount; i++) left.push(takeU32(reader))
    const news: AvatarNews[] = []
    for (let i = 0; i < newsCount; i++) news.push(takeNews(reader))
    message = { type: 'frame', tick, left, news }
  } else if (type === messageType.pong) message = { type: 'pong', clientMs: takeF64(reader), serverMs: takeF64(reader) }
  else if (type === messageType.correction) {
    message = { type: 'correction', stamp: takeU32(reader), reason: takeU8(reader), state: takeState(reader), intent: takeIntent(reader) }
  } else throw new WireError(`message type ${type} is not a server's`)
  endOf(reader)
  return message
}
