import { createSnapshotBuffer, openSnapshot, type SnapshotArrays } from './layout.ts'

/** The part of a MessagePort that the exchange needs. */
export interface SnapshotPort {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void
  onmessage: ((event: { data: unknown }) => void) | null
}

export type SnapshotSender = {
  /** Arrays to fill, or null when every buffer is with the reader: then this tick's picture is left out. */
  begin(): SnapshotArrays | null
  /** Hands the filled arrays over; they must not be touched afterwards. */
  send(arrays: SnapshotArrays): void
  /** Pictures left out since the start because the reader was slower than the writer. */
  skipped(): number
}

/** The writing end: three buffers going round, so that the writer never waits and nothing is allocated. */
export function createSnapshotSender(port: SnapshotPort, capacity: number): SnapshotSender {
  const free: ArrayBuffer[] = [createSnapshotBuffer(capacity), createSnapshotBuffer(capacity), createSnapshotBuffer(capacity)]
  let skipped = 0
  port.onmessage = (event) => {
    if (event.data instanceof ArrayBuffer) free.push(event.data)
  }
  return {
    begin() {
      const buffer = free.pop()
      if (buffer === undefined) {
        skipped += 1
        return null
      }
      return openSnapshot(buffer)
    },
    send(arrays) {
      port.postMessage(arrays.buffer, [arrays.buffer])
    },
    skipped: () => skipped,
  }
}

export type SnapshotReceiver = {
  /** The newest picture, or null before the first. It stays valid until the next call after a newer one came. */
  latest(): SnapshotArrays | null
}

/** The reading end: always the newest picture; older ones go straight back. `onArrival` wakes a sleeping drawer. */
export function createSnapshotReceiver(port: SnapshotPort, onArrival: () => void): SnapshotReceiver {
  let current: SnapshotArrays | null = null
  let next: SnapshotArrays | null = null
  const giveBack = (arrays: SnapshotArrays): void => port.postMessage(arrays.buffer, [arrays.buffer])
  port.onmessage = (event) => {
    if (!(event.data instanceof ArrayBuffer)) return
    const arrays = openSnapshot(event.data)
    if (next !== null) giveBack(next)
    next = arrays
    onArrival()
  }
  return {
    latest() {
      if (next !== null) {
        if (current !== null) giveBack(current)
        current = next
        next = null
      }
      return current
    },
  }
}
