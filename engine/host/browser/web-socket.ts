import type { Socket } from '../../net/index.ts'

/** A WebSocket as the engine's Socket. Messages sent before it is open wait. `onActivity` runs after each message and the end. */
export function openWebSocket(url: string, onActivity: () => void): Socket {
  const web = new WebSocket(url)
  web.binaryType = 'arraybuffer'
  const early: Uint8Array[] = []
  const socket: Socket = {
    send(bytes) {
      if (web.readyState === WebSocket.OPEN) web.send(bytes as Uint8Array<ArrayBuffer>)
      else if (web.readyState === WebSocket.CONNECTING) early.push(bytes.slice())
    },
    close(code, reason) {
      web.close(code, reason)
    },
    bufferedAmount: () => web.bufferedAmount,
    onMessage: null,
    onClose: null,
  }
  web.onopen = () => {
    for (const bytes of early) web.send(bytes as Uint8Array<ArrayBuffer>)
    early.length = 0
  }
  web.onmessage = (event) => {
    if (event.data instanceof ArrayBuffer) socket.onMessage?.(new Uint8Array(event.data))
    onActivity()
  }
  web.onclose = (event) => {
    socket.onClose?.(event.code, event.reason)
    onActivity()
  }
  return socket
}
