import { gestureIntent, gestures, type Intent, intentKind, targetMaxM, targetStepM } from '../input/index.ts'
import { messageType } from './protocol.ts'
import {
  createWireReader,
  endOf,
  putBytes,
  putF32,
  putF64,
  putU16,
  putU32,
  putU64,
  putU8,
  takeBytes,
  takeF64,
  takeFinite,
  takeU16,
  takeU32,
  takeU64,
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
  /**
   * `canCollide`: this client has physics and can follow others by their intents alone.
   * `token`: what a welcome gave before, to come back to the same avatar; 0 for somebody new.
   */
  | {
      readonly type: 'hello'
      readonly version: number
      readonly look: number
      readonly mapHash: number
      readonly canCollide: boolean
      readonly token: bigint
    }
  /** `check`: low 16 bits of the hash of the avatar's feet just before `stamp`, as its client has them. */
  | { readonly type: 'intent'; readonly stamp: number; readonly check: number; readonly intent: Intent }
  | { readonly type: 'ping'; readonly clientMs: number }
  /** Physics has arrived: from now on intents suffice. */
  | { readonly type: 'able' }
  /** The avatar in this slot is not where its check says: its state is wanted. The own slot: a correction was heard. */
  | { readonly type: 'lost'; readonly slot: number }

const intentCode = { stand: 0, firstDirection: 1, walkTo: 33, gesture: 33 } as const

/** Appends an intent: 1 byte, or 5 for a walk to a target. */
export function putIntent(writer: WireWriter, intent: Readonly<Intent>): void {
  if (intent.kind === intentKind.stand) return putU8(writer, intentCode.stand)
  if (intent.kind === intentKind.walk) return putU8(writer, intentCode.firstDirection + intent.direction)
  if (intent.kind === intentKind.gesture) return putU8(writer, intentCode.gesture + intent.direction)
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
  if (code <= intentCode.gesture + gestures) return gestureIntent(code - intentCode.gesture)
  throw new WireError(`intent code ${code} is above ${intentCode.gesture + gestures}`)
}

/** First byte of a state: facing in the low five bits, and what follows. */
const stateHead = { facing: 31, upstairs: 32, onGrid: 64, extras: 128 } as const

/**
 * Appends a state: 5 bytes on the ground floor (y = 0) where x and z lie on the grid of targets, as whoever has arrived does; else 9, upstairs 4 more.
 * @param hasExtras a bit for the caller: something of its own follows later
 */
export function putState(writer: WireWriter, state: Readonly<WireState>, hasExtras = false): void {
  const onGrid = isOnGrid(state.x) && isOnGrid(state.z)
  let head = state.facing
  if (state.y !== 0) head |= stateHead.upstairs
  if (onGrid) head |= stateHead.onGrid
  if (hasExtras) head |= stateHead.extras
  putU8(writer, head)
  if (onGrid) {
    putU16(writer, state.x / targetStepM)
    putU16(writer, state.z / targetStepM)
  } else {
    putF32(writer, state.x)
    putF32(writer, state.z)
  }
  if (state.y !== 0) putF32(writer, state.y)
}

function isOnGrid(metres: number): boolean {
  const steps = metres / targetStepM
  // Minus zero has bits of its own.
  return steps >= 0 && steps <= 0xffff && Number.isInteger(steps) && !Object.is(metres, -0)
}

export function takeState(reader: WireReader): WireState {
  const head = takeU8(reader)
  if (head & stateHead.extras) throw new WireError(`state head ${head} promises more than a state`)
  return takeFeet(reader, head)
}

/** Reads a state whose extras follow later. */
export function takeStateWithExtras(reader: WireReader): { state: WireState; hasExtras: boolean } {
  const head = takeU8(reader)
  return { state: takeFeet(reader, head), hasExtras: (head & stateHead.extras) !== 0 }
}

function takeFeet(reader: WireReader, head: number): WireState {
  const onGrid = (head & stateHead.onGrid) !== 0
  const x = onGrid ? takeU16(reader) * targetStepM : takeFinite(reader, farM)
  const z = onGrid ? takeU16(reader) * targetStepM : takeFinite(reader, farM)
  return { x, z, y: head & stateHead.upstairs ? takeFinite(reader, farM) : 0, facing: head & stateHead.facing }
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
      putU64(writer, message.token)
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
    const [version, look, mapHash, able, token] = [takeU16(reader), takeU32(reader), takeU32(reader), takeU8(reader), takeU64(reader)]
    if (able > 1) throw new WireError(`ability ${able} is neither 0 nor 1`)
    return { type: 'hello', version, look, mapHash, canCollide: able === 1, token }
  }
  throw new WireError(`message type ${type} is not a client's`)
}

export type ServerMessage =
  | ({ readonly type: 'welcome' } & Welcome)
  | { readonly type: 'pong'; readonly clientMs: number; readonly serverMs: number }
  | { readonly type: 'correction'; readonly stamp: number; readonly reason: number; readonly state: WireState; readonly intent: Intent }
  | ({ readonly type: 'frame' } & Frame)

/** Who one is, and the state and intent from which the own avatar goes on. */
export type Welcome = {
  readonly version: number
  readonly netId: number
  /** With it a later connection comes back to the same avatar. Never 0. */
  readonly token: bigint
  /** ms since the world began. */
  readonly serverMs: number
  readonly stamp: number
  readonly state: WireState
  readonly intent: Intent
}

/** What a viewer is told at one tick. Slots are the index part of a net id. */
export type Frame = {
  readonly tick: number
  /** Slots of those who are no longer seen. */
  readonly left: readonly number[]
  readonly entered: readonly AvatarEntered[]
  readonly states: readonly AvatarState[]
  readonly changes: readonly AvatarChange[]
  readonly probes: readonly AvatarProbe[]
  readonly crowd: readonly CrowdCell[]
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

/** How many people stand in one cell of the crowd grid, those whom the viewer knows included. */
export type CrowdCell = { readonly cell: number; readonly count: number }

export function writeWelcome(writer: WireWriter, welcome: Welcome): void {
  putU8(writer, messageType.welcome)
  putU16(writer, welcome.version)
  putU32(writer, welcome.netId)
  putU64(writer, welcome.token)
  putF64(writer, welcome.serverMs)
  putU32(writer, welcome.stamp)
  putState(writer, welcome.state)
  putIntent(writer, welcome.intent)
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
