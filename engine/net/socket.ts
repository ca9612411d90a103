/** A message pipe, ordered and reliable: a WebSocket, a MessagePort, or two arrays in a test. */
export interface Socket {
  /** Sends one binary message. The bytes are copied or sent before it returns; the caller may reuse them. */
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
  /** Bytes accepted but not yet on their way. */
  bufferedAmount(): number
  onMessage: ((bytes: Uint8Array) => void) | null
  onClose: ((code: number, reason: string) => void) | null
}
