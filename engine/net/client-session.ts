import { type Clock, tickMs } from '../core/index.ts'
import type { Intent } from '../input/index.ts'
import { type ClockSync, createClockSync, mostWayMs } from './clock-sync.ts'
import { type Frame, type Welcome, type WireState, writeClientMessage } from './codec.ts'
import { pingEveryMs, pingPoorEveryMs, poorRttMs, protocolVersion, silentAfterMs } from './protocol.ts'
import { readServerMessage } from './read-server-message.ts'
import { createSight } from './sight.ts'
import type { Socket } from './socket.ts'
import { createWireWriter, WireError, written } from './wire.ts'

export type ClientSessionHandlers = {
  onWelcome(welcome: Welcome): void
  onFrame(frame: Frame): void
  onCorrection(correction: { stamp: number; reason: number; state: WireState; intent: Intent }): void
  /** The connection is over; `code` as in `closeCodes`, 0 when the server sent what cannot be read. */
  onClosed(code: number, reason: string): void
}

/** The client's end of the walking protocol over any Socket. Says hello at once. */
export type ClientSession = {
  sendIntent(intent: Readonly<Intent>, stamp: number, check: number): void
  /** Physics has arrived: from now on intents of others suffice. */
  sendAble(): void
  /** Asks for the state of somebody whose check did not fit. With the own slot: says that a correction was heard. */
  sendLost(slot: number): void
  /** Call now and then: pings when due, gives a silent server up. */
  update(nowMs: number): void
  /** The server's clock, ms since its world began. */
  readonly sync: ClockSync
  /** A pong has come: the clock is good enough to stamp intents by. A welcome alone may have waited long in a busy thread. */
  isTimed(): boolean
  bytesDown(): number
  bytesUp(): number
  close(): void
}

export function createClientSession(
  socket: Socket,
  clock: Clock,
  hello: { look: number; mapHash: number; canCollide: boolean; token: bigint },
  handlers: ClientSessionHandlers,
): ClientSession {
  const sync = createClockSync()
  const sight = createSight()
  const writer = createWireWriter(64)
  let open = true
  let isTimed = false
  let pingedMs = Number.NEGATIVE_INFINITY
  let pings = 0
  let heardMs = clock()
  let down = 0
  let up = 0

  const send = (message: Parameters<typeof writeClientMessage>[1]): void => {
    if (!open) return
    writer.at = 0
    writeClientMessage(writer, message)
    up += writer.at
    socket.send(written(writer))
  }
  const takePong = (pong: { clientMs: number; serverMs: number }): void => {
    isTimed = true
    sync.sample(pong.clientMs, pong.serverMs, heardMs)
  }
  const end = (code: number, reason: string): void => {
    if (!open) return
    open = false
    handlers.onClosed(code, reason)
  }
  socket.onClose = end
  socket.onMessage = (bytes) => {
    if (!open) return
    down += bytes.length
    heardMs = clock()
    try {
      const message = readServerMessage(bytes, sight, Math.floor(Math.max(0, sync.serverMs(heardMs)) / tickMs))
      if (message.type === 'frame') handlers.onFrame(message)
      else if (message.type === 'pong') takePong(message)
      else if (message.type === 'correction') {
        // Often because our clock was wrong: it is measured again at once.
        pings = 0
        handlers.onCorrection(message)
      } else {
        // Until the first pong the welcome's own time stands in, with its whole way counted as the round trip.
        sync.sample(heardMs - 2000, message.serverMs - mostWayMs, heardMs)
        handlers.onWelcome(message)
      }
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      socket.close(4002, 'a message could not be read')
      end(0, error.message)
    }
  }
  send({ type: 'hello', version: protocolVersion, ...hello })
  return {
    sync,
    isTimed: () => isTimed,
    sendIntent(intent, stamp, check) {
      send({ type: 'intent', stamp, check, intent })
    },
    sendAble: () => send({ type: 'able' }),
    sendLost: (slot) => send({ type: 'lost', slot }),
    update(nowMs) {
      if (!open) return
      if (nowMs - heardMs > silentAfterMs) {
        socket.close(4007, 'nothing was heard for 30 seconds')
        end(4007, 'nothing was heard for 30 seconds')
        return
      }
      // Three quick pings first, so that the clock is good before the first step.
      const everyMs = sync.rttMs() > poorRttMs ? pingPoorEveryMs : pingEveryMs
      if (nowMs - pingedMs >= (pings < 4 ? 150 : everyMs)) {
        pingedMs = nowMs
        pings += 1
        send({ type: 'ping', clientMs: nowMs })
      }
    },
    bytesDown: () => down,
    bytesUp: () => up,
    close() {
      if (!open) return
      open = false
      socket.close(1000, 'left the hall')
    },
  }
}
