import { closeCodes, type Socket } from '../../net/index.ts'

/** As much of a WebSocket as is used: the package `ws` has it, and so has a browser. */
export type WebSocketLike = {
  binaryType: string
  readonly readyState: number
  readonly bufferedAmount: number
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { code: number; reason: string }) => void): void
  addEventListener(type: 'error', listener: (event: object) => void): void
}

const open = 1
/** A person whose line takes no more than this is too slow to follow, bytes. */
const mostBuffered = 262_144
/** Messages kept until the world listens; a client says hello and pings, no more. */
const mostEarly = 32

/**
 * An open WebSocket as the engine's Socket. Messages that come before the world listens wait for it; give the WebSocket's own server a
 * small limit too (`maxPayload` of `ws`), as a message is looked at only when all of it is there.
 */
export function socketOf(web: WebSocketLike): Socket {
  const early: Uint8Array[] = []
  let listener: Socket['onMessage'] = null
  let ended: { code: number; reason: string } | null = null
  let onClose: Socket['onClose'] = null
  const end = ({ code, reason }: { code: number; reason: string }): void => web.close(code, reason)
  web.binaryType = 'arraybuffer'
  web.addEventListener('message', ({ data }) => {
    if (web.readyState !== open) return
    if (!(data instanceof ArrayBuffer)) return end(closeCodes.badMessage)
    const bytes = new Uint8Array(data)
    if (listener !== null) listener(bytes)
    else if (early.length < mostEarly) early.push(bytes)
    else end(closeCodes.tooMany)
  })
  web.addEventListener('close', ({ code, reason }) => {
    ended = { code, reason }
    onClose?.(code, reason)
  })
  // A failed connection closes right after; without a listener it would end the process.
  web.addEventListener('error', () => {})
  return {
    send(bytes) {
      if (web.readyState !== open) return
      if (web.bufferedAmount > mostBuffered) end(closeCodes.slow)
      // A copy: the caller uses its bytes again, and a full line keeps what it was given.
      else web.send(bytes.slice())
    },
    close: (code, reason) => web.close(code, reason),
    bufferedAmount: () => web.bufferedAmount,
    get onMessage() {
      return listener
    },
    set onMessage(given) {
      listener = given
      // Not within the assignment: the session that listens is still being made.
      if (given !== null) void Promise.resolve().then(() => early.splice(0).forEach((bytes) => given(bytes)))
    },
    get onClose() {
      return onClose
    },
    set onClose(given) {
      onClose = given
      if (ended !== null) void Promise.resolve(ended).then(({ code, reason }) => given?.(code, reason))
    },
  }
}
