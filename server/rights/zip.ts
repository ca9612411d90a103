import { crc32 } from 'node:zlib'

/** A file of an archive: its bytes come when it is written. */
export type ZipEntry = { readonly name: string; readonly atMs: number; readonly bytes: () => Promise<Uint8Array> }

const utf8Names = 0x0800
const stored = 0
const version = 20

/**
 * An archive that every system opens (APPNOTE 6.3, stored, one entry in memory at a time). Papers are packed already; packing them again would gain nothing.
 * Names are made safe by the caller: no `..`, no `/` at the start.
 * @throws RangeError beyond 65,535 entries or 4 GB, for which the format has other fields
 */
export async function* writeZip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  if (entries.length > 0xffff) throw new RangeError(`a plain zip holds 65,535 entries, not ${entries.length}`)
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const body = await entry.bytes()
    const name = Buffer.from(entry.name, 'utf8')
    const shared = sharedHeader(entry.atMs, body, name.length)
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt32LE(0x04034b50, 0)
    shared.copy(local, 4)
    name.copy(local, 30)
    directory.push(directoryEntry(shared, name, offset))
    yield local
    yield body
    offset += local.length + body.length
    if (offset > 0xffffffff) throw new RangeError('a plain zip holds 4 GB')
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  yield* directory
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  yield end
}

/** The 26 bytes that a file's own header and its row in the directory have in common. */
function sharedHeader(atMs: number, body: Uint8Array, nameLength: number): Buffer {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)))
  const header = Buffer.alloc(26)
  header.writeUInt16LE(version, 0)
  header.writeUInt16LE(utf8Names, 2)
  header.writeUInt16LE(stored, 4)
  header.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 6)
  header.writeUInt16LE(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 8)
  header.writeUInt32LE(crc32(body), 10)
  header.writeUInt32LE(body.length, 14)
  header.writeUInt32LE(body.length, 18)
  header.writeUInt16LE(nameLength, 22)
  return header
}

function directoryEntry(shared: Buffer, name: Buffer, offset: number): Buffer {
  const row = Buffer.alloc(46 + name.length)
  row.writeUInt32LE(0x02014b50, 0)
  row.writeUInt16LE(version, 4)
  shared.copy(row, 6)
  row.writeUInt32LE(offset, 42)
  name.copy(row, 46)
  return row
}
