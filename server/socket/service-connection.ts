import type { WebSocket } from 'ws'
import type { ServiceEvent } from '../../game/api/index.ts'
import type { Language } from '../http/index.ts'
import type { Who } from '../identity/index.ts'
import type { ContactParty } from '../../game/contact/index.ts'

/** One page's open service socket. */
export type ServiceConnection = {
  readonly who: Who
  readonly language: Language
  /** The Cookie header it came with: asked again now and then, because sessions end. */
  readonly cookie: string | undefined
  /** The region whose public state it hears of. */
  watching: string | null
  send(event: ServiceEvent): void
  /** Sends one state under a name, only when it differs from the last one under that name. */
  sendState(name: string, event: ServiceEvent): void
  close(reason: { readonly code: number; readonly reason: string }): void
  isOpen(): boolean
}

/** A page that cannot take so much is dropped: it comes back and is told the present state. Bytes. */
export const mostBuffered = 1024 * 1024

export function createServiceConnection(options: {
  socket: WebSocket
  who: Who
  language: Language
  cookie: string | undefined
}): ServiceConnection {
  const { socket, who, language, cookie } = options
  const lastStates = new Map<string, string>()

  function sendText(text: string): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > mostBuffered) {
      socket.terminate()
      return
    }
    socket.send(text)
  }
  return {
    who,
    language,
    cookie,
    watching: null,
    send: (event) => sendText(JSON.stringify(event)),
    sendState(name, event) {
      const text = JSON.stringify(event)
      if (lastStates.get(name) === text) return
      lastStates.set(name, text)
      sendText(text)
    },
    close: ({ code, reason }) => socket.close(code, reason),
    isOpen: () => socket.readyState === socket.OPEN,
  }
}

/** The side of a talk this connection can be, and whose; null for a visitor. */
export function partyOf(who: Who): { readonly party: ContactParty; readonly person: string } | null {
  if (who.role === 'citizen') return { party: 'citizen', person: who.citizen.id }
  if (who.role === 'officer') return { party: 'officer', person: who.officer.id }
  return null
}

/** Counts messages; more than 40 in a second close the socket. */
export function createMessageBudget(clock: () => number): () => boolean {
  const mostPerSecond = 40
  let windowStartMs = clock()
  let count = 0
  return () => {
    const nowMs = clock()
    if (nowMs - windowStartMs >= 1000) {
      windowStartMs = nowMs
      count = 0
    }
    count++
    return count <= mostPerSecond
  }
}
