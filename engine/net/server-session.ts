import type { Clock } from '../core/index.ts'
import type { Intent } from '../input/index.ts'
import { type ClientMessage, readClientMessage, type Welcome, type WireState, writeCorrection, writePong, writeWelcome } from './codec.ts'
import {
  closeCodes,
  type CloseName,
  maxClientBurst,
  maxClientMessageBytes,
  maxClientMessagesPerSecond,
  protocolVersion,
  silentAfterMs,
} from './protocol.ts'
import { createRateLimit } from './rate-limit.ts'
import type { Socket } from './socket.ts'
import { createWireWriter, WireError, written, type WireWriter } from './wire.ts'

export type ServerSessionHandlers = {
  /** The first message was good: put the person into the world and answer with `welcome`. */
  onHello(hello: { look: number; mapHash: number; canCollide: boolean; token: bigint }): void
  onIntent(intent: Intent, stamp: number, check: number): void
  /** The client has physics now and can follow others by their intents. */
  onAble(): void
  /** The client has somebody elsewhere: it wants the state of this slot. Or it has heard a correction: its own slot. */
  onLost(slot: number): void
  /** Once, whoever closed; `code` as of a WebSocket. */
  onGone(code: number): void
}

/** One client on the server: checks every message at the door; a bad one ends this socket and touches nobody else. */
export type ServerSession = {
  welcome(welcome: Omit<Welcome, 'version'>): void
  correct(stamp: number, reason: number, state: Readonly<WireState>, intent: Readonly<Intent>): void
  /** Sends bytes made with the frame writers of the codec. */
  send(bytes: Uint8Array): void
  bufferedAmount(): number
  close(name: CloseName): void
  /** Ends the session when the client has been silent for too long. */
  checkSilence(nowMs: number): void
}

export function createServerSession(socket: Socket, clock: Clock, serverMs: Clock, handlers: ServerSessionHandlers): ServerSession {
  const limit = createRateLimit(maxClientMessagesPerSecond, maxClientBurst)
  const writer: WireWriter = createWireWriter(128)
  let greeted = false
  let open = true
  let heardMs = clock()

  const close = (name: CloseName): void => {
    if (!open) return
    open = false
    socket.close(closeCodes[name].code, closeCodes[name].reason)
    handlers.onGone(closeCodes[name].code)
  }
  const flush = (): void => {
    if (open) socket.send(written(writer))
    writer.at = 0
  }
  const handle = (message: ClientMessage): void => {
    if (message.type === 'hello') {
      if (greeted) return close('helloExpected')
      if (message.version !== protocolVersion) return close('badVersion')
      greeted = true
      return handlers.onHello(message)
    }
    if (!greeted) return close('helloExpected')
    if (message.type === 'intent') return handlers.onIntent(message.intent, message.stamp, message.check)
    if (message.type === 'able') return handlers.onAble()
    if (message.type === 'lost') return handlers.onLost(message.slot)
    writePong(writer, message.clientMs, serverMs())
    flush()
  }
  socket.onMessage = (bytes) => {
    if (!open) return
    heardMs = clock()
    if (bytes.length > maxClientMessageBytes) return close('tooLarge')
    if (!limit.allow(heardMs)) return close('tooMany')
    let message: ClientMessage
    try {
      message = readClientMessage(bytes)
    } catch (error) {
      if (error instanceof WireError) return close('badMessage')
      throw error
    }
    handle(message)
  }
  socket.onClose = (code) => {
    if (!open) return
    open = false
    handlers.onGone(code)
  }
  return {
    welcome(welcome) {
      writeWelcome(writer, { version: protocolVersion, ...welcome })
      flush()
    },
    correct(stamp, reason, state, intent) {
      writeCorrection(writer, { type: 'correction', stamp, reason, state, intent })
      flush()
    },
    send(bytes) {
      if (open) socket.send(bytes)
    },
    bufferedAmount: () => socket.bufferedAmount(),
    close,
    checkSilence(nowMs) {
      if (nowMs - heardMs > silentAfterMs) close('silent')
    },
  }
}
