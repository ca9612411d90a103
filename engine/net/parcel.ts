/**
 * What a world has to say to many sockets that another thread holds, in one buffer: a message between threads costs more than most of what it carries.
 * connection u32 · length u16 · bytes, again and again.
 */
export type Parcel = {
  put(connection: number, bytes: Uint8Array): void
  /** All that was put since, as a buffer of its own; null when nothing was. */
  take(): ArrayBuffer | null
}

/** Bytes before each message in a parcel; whoever has opened it may overwrite them. */
export const parcelHeadBytes = 6
const firstRoom = 64 * 1024

export function createParcel(): Parcel {
  let bytes = new Uint8Array(firstRoom)
  let view = new DataView(bytes.buffer)
  let at = 0
  return {
    put(connection, message) {
      const end = at + parcelHeadBytes + message.length
      if (message.length > 0xffff) throw new RangeError(`a message of ${message.length} bytes is above 65535: split it`)
      if (end > bytes.length) {
        const more = new Uint8Array(Math.max(end, bytes.length * 2))
        more.set(bytes.subarray(0, at))
        bytes = more
        view = new DataView(bytes.buffer)
      }
      view.setUint32(at, connection, true)
      view.setUint16(at + 4, message.length, true)
      bytes.set(message, at + parcelHeadBytes)
      at = end
    },
    take() {
      if (at === 0) return null
      const parcel = bytes.slice(0, at).buffer
      at = 0
      return parcel
    },
  }
}

/** Calls `deliver` for each message of a parcel, in order. The bytes are a view of the parcel. */
export function openParcel(parcel: ArrayBuffer, deliver: (connection: number, bytes: Uint8Array) => void): void {
  const view = new DataView(parcel)
  for (let at = 0; at < parcel.byteLength; ) {
    const length = view.getUint16(at + 4, true)
    deliver(view.getUint32(at, true), new Uint8Array(parcel, at + parcelHeadBytes, length))
    at += parcelHeadBytes + length
  }
}
