/** One function of the file itself; its index counts the imports before it. */
export type WasmFunction = {
  /** Where its body lies in the file, bytes: locals and code. */
  readonly start: number
  readonly end: number
  /** Where its code begins, after the locals. */
  readonly codeStart: number
  readonly type: string
  readonly calls: ReadonlySet<number>
  /** Every 32-bit number that its code could mean as an address or a place in the table. */
  readonly numbers: ReadonlySet<number>
}

export type WasmExport = { readonly name: string; readonly kind: number; readonly index: number }

export type WasmFile = {
  readonly bytes: Uint8Array
  readonly sections: readonly { readonly id: number; readonly start: number; readonly end: number }[]
  readonly imports: readonly string[]
  readonly exports: readonly WasmExport[]
  readonly functions: readonly WasmFunction[]
  /** Function index by table place. */
  readonly table: readonly (number | undefined)[]
  readonly data: readonly { readonly address: number; readonly bytes: Uint8Array }[]
}

const section = { type: 1, import: 2, function: 3, export: 7, start: 8, element: 9, code: 10, data: 11, dataCount: 12 } as const

/**
 * Reads as much of a .wasm file as deciding what can go needs. Throws an Error on whatever the Rust compiler did not write in
 * Rapier 0.19: another kind of import, element or data segment, SIMD, a start function.
 */
export function readWasm(bytes: Uint8Array): WasmFile {
  const reader = createReader(bytes)
  const sections: { id: number; start: number; end: number }[] = []
  for (reader.at = 8; reader.at < bytes.length; ) {
    const id = reader.byte()
    const size = reader.unsigned()
    sections.push({ id, start: reader.at, end: reader.at + size })
    reader.at += size
  }
  function entries<T>(id: number, read: () => T): T[] {
    const found = sections.find((each) => each.id === id)
    if (!found) return []
    reader.at = found.start
    return Array.from({ length: reader.unsigned() }, read)
  }
  const strange = sections.find(({ id }) => id === section.start || id > section.dataCount)
  if (strange) throw new Error(`the .wasm has a section ${strange.id}: teach scripts/trim-rapier/wasm-file.ts to read it`)

  const types = entries(section.type, () => {
    reader.expect(0x60, 'type')
    return `${reader.blob().join()}>${reader.blob().join()}`
  })
  const imports = entries(section.import, () => {
    reader.blob()
    const name = reader.text()
    reader.expect(0, 'import')
    reader.unsigned()
    return name
  })
  const typeOf = entries(section.function, () => types[reader.unsigned()])
  const exports = entries(section.export, () => ({ name: reader.text(), kind: reader.byte(), index: reader.unsigned() }))
  const table: (number | undefined)[] = []
  entries(section.element, () => {
    let place = reader.segmentOffset('element')
    for (let count = reader.unsigned(); count > 0; count--) table[place++] = reader.unsigned()
  })
  const data = entries(section.data, () => ({ address: reader.segmentOffset('data'), bytes: reader.blob() }))
  let next = 0
  const functions = entries(section.code, () => readFunction(reader, typeOf[next++]))
  return { bytes, sections, imports, exports, functions, table, data }
}

type Reader = ReturnType<typeof createReader>

function createReader(bytes: Uint8Array) {
  const reader = {
    at: 0,
    byte: () => bytes[reader.at++],
    unsigned() {
      for (let value = 0, scale = 1; ; scale *= 128) {
        const byte = reader.byte()
        value += (byte & 127) * scale
        if (byte < 128) return value
      }
    },
    /** A signed number of up to 64 bits. */
    signed() {
      for (let value = 0n, shift = 0n; ; ) {
        const byte = reader.byte()
        value |= BigInt(byte & 127) << shift
        shift += 7n
        if (byte < 128) return BigInt.asIntN(64, byte & 64 ? value | (-1n << shift) : value)
      }
    },
    blob() {
      const size = reader.unsigned()
      reader.at += size
      return bytes.subarray(reader.at - size, reader.at)
    },
    text: () => new TextDecoder().decode(reader.blob()),
    expect(value: number, what: string) {
      const found = reader.byte()
      if (found !== value)
        throw new Error(`${what} of kind ${found} in the .wasm, not ${value}: teach scripts/trim-rapier/wasm-file.ts to read it`)
    },
    /** The head of an active segment for memory or table 0, whose place is a plain number. */
    segmentOffset(what: string) {
      reader.expect(0, `${what} segment`)
      reader.expect(0x41, `${what} segment's place`)
      const offset = Number(reader.signed())
      reader.expect(0x0b, `${what} segment's place`)
      return offset
    },
  }
  return reader
}

function readFunction(reader: Reader, type: string): WasmFunction {
  const size = reader.unsigned()
  const start = reader.at
  const end = start + size
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.unsigned()
    reader.byte()
  }
  const codeStart = reader.at
  const calls = new Set<number>()
  const numbers = new Set<number>()
  while (reader.at < end) readInstruction(reader, calls, numbers)
  if (reader.at !== end)
    throw new Error(`the function at byte ${start} does not end where it should: scripts/trim-rapier/wasm-file.ts misread it`)
  return { start, end, codeStart, type, calls, numbers }
}

/** Numbers and names of the instructions: WebAssembly Core Specification 2.0, section 5.4. */
function readInstruction(reader: Reader, calls: Set<number>, numbers: Set<number>): void {
  const code = reader.byte()
  if (code === 0x41) numbers.add(Number(reader.signed()) >>> 0)
  else if (code === 0x42) {
    // Two words written at once: a formatter and what it formats.
    const value = BigInt.asUintN(64, reader.signed())
    numbers.add(Number(value & 0xffffffffn)).add(Number(value >> 32n))
  } else if (code === 0x43) reader.at += 4
  else if (code === 0x44) reader.at += 8
  else if (code === 0x10) calls.add(reader.unsigned())
  else if (code === 0x11) {
    reader.unsigned()
    reader.unsigned()
  } else if (code >= 0x02 && code <= 0x04) reader.signed()
  else if (code === 0x0c || code === 0x0d || (code >= 0x20 && code <= 0x24)) reader.unsigned()
  else if (code === 0x0e) for (let labels = reader.unsigned() + 1; labels > 0; labels--) reader.unsigned()
  else if (code >= 0x28 && code <= 0x3e) {
    reader.unsigned()
    // The offset of a load or store: an address where it is large, a field's place in a struct where it is small.
    const offset = reader.unsigned()
    if (offset >= 65536) numbers.add(offset)
  } else if (code === 0x3f || code === 0x40) reader.at++
  else if (code === 0xfc) readLongInstruction(reader)
  else if (
    !(code <= 0x01 || code === 0x05 || code === 0x0b || code === 0x0f || code === 0x1a || code === 0x1b || (code >= 0x45 && code <= 0xc4))
  )
    throw new Error(`instruction 0x${code.toString(16)} at byte ${reader.at - 1}: teach scripts/trim-rapier/wasm-file.ts to read it`)
}

function readLongInstruction(reader: Reader): void {
  const code = reader.unsigned()
  if (code === 10) reader.at += 2
  else if (code === 11) reader.at += 1
  else if (code > 7) throw new Error(`instruction 0xfc ${code}: teach scripts/trim-rapier/wasm-file.ts to read it`)
}
