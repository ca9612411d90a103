/** A cursor that writes little-endian values into a buffer that grows and is reused. */
export type WireWriter = { bytes: Uint8Array<ArrayBuffer>; view: DataView; at: number }

export function createWireWriter(capacity = 1024): WireWriter {
  const bytes = new Uint8Array(capacity)
  return { bytes, view: new DataView(bytes.buffer), at: 0 }
}

function room(writer: WireWriter, wanted: number): void {
  if (writer.at + wanted <= writer.bytes.length) return
  const bigger = new Uint8Array(Math.max(writer.bytes.length * 2, writer.at + wanted))
  bigger.set(writer.bytes.subarray(0, writer.at))
  writer.bytes = bigger
  writer.view = new DataView(bigger.buffer)
}

export function putU8(writer: WireWriter, value: number): void {
  room(writer, 1)
  writer.view.setUint8(writer.at, value)
  writer.at += 1
}
export function putU16(writer: WireWriter, value: number): void {
  room(writer, 2)
  writer.view.setUint16(writer.at, value, true)
  writer.at += 2
}
export function putU32(writer: WireWriter, value: number): void {
  room(writer, 4)
  writer.view.setUint32(writer.at, value, true)
  writer.at += 4
}
export function putU64(writer: WireWriter, value: bigint): void {
  room(writer, 8)
  writer.view.setBigUint64(writer.at, value, true)
  writer.at += 8
}
export function putF32(writer: WireWriter, value: number): void {
  room(writer, 4)
  writer.view.setFloat32(writer.at, value, true)
  writer.at += 4
}
export function putF64(writer: WireWriter, value: number): void {
  room(writer, 8)
  writer.view.setFloat64(writer.at, value, true)
  writer.at += 8
}
export function putBytes(writer: WireWriter, bytes: Uint8Array): void {
  room(writer, bytes.length)
  writer.bytes.set(bytes, writer.at)
  writer.at += bytes.length
}
/** What has been written, valid until the next write. */
export function written(writer: WireWriter): Uint8Array {
  return writer.bytes.subarray(0, writer.at)
}

/** A message that ends too early, goes on too long, or holds a value outside its range. */
export class WireError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WireError'
  }
}

export type WireReader = { view: DataView; bytes: Uint8Array; at: number }

export function createWireReader(bytes: Uint8Array): WireReader {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }
}

function take(reader: WireReader, wanted: number): number {
  const at = reader.at
  if (at + wanted > reader.bytes.length) {
    throw new WireError(`message of ${reader.bytes.length} bytes ends inside a value of ${wanted} bytes at ${at}`)
  }
  reader.at = at + wanted
  return at
}

export const takeU8 = (reader: WireReader): number => reader.view.getUint8(take(reader, 1))
export const takeU16 = (reader: WireReader): number => reader.view.getUint16(take(reader, 2), true)
export const takeU32 = (reader: WireReader): number => reader.view.getUint32(take(reader, 4), true)
export const takeU64 = (reader: WireReader): bigint => reader.view.getBigUint64(take(reader, 8), true)
export const takeF32 = (reader: WireReader): number => reader.view.getFloat32(take(reader, 4), true)
export const takeF64 = (reader: WireReader): number => reader.view.getFloat64(take(reader, 8), true)
export function takeBytes(reader: WireReader, count: number): Uint8Array {
  const at = take(reader, count)
  return reader.bytes.subarray(at, at + count)
}

/** A float32 that must be a number within ±`limit`. */
export function takeFinite(reader: WireReader, limit: number): number {
  const value = takeF32(reader)
  if (!(Math.abs(value) <= limit)) throw new WireError(`value ${value} at ${reader.at - 4} is outside ±${limit}`)
  return value
}

export function endOf(reader: WireReader): void {
  if (reader.at !== reader.bytes.length) {
    throw new WireError(`message of ${reader.bytes.length} bytes goes on after its end at ${reader.at}`)
  }
}
