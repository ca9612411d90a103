import type { WasmFile } from './wasm-file.ts'

/** What a function that went throws, as an Error, when something calls it after all. */
export const trimmedMessage = 'a rapier function was trimmed: run npm run trim-rapier'

/** Rust puts the stack in front of the data and lets it grow down: its far end is free for a text that is read once. */
const messageAddress = 1024

/**
 * The file with only the exports named and with the bodies of `keeps` functions as they were, byte for byte. All others keep their
 * index and throw `trimmedMessage`. Names are left out.
 */
export function writeWasm(file: WasmFile, exports: ReadonlySet<string>, keeps: (index: number) => boolean): Uint8Array {
  const { bytes, imports, functions } = file
  const least = Math.min(...file.data.map(({ address }) => address))
  if (least < 65536) throw new Error(`the .wasm has data at ${least}, where the trimmed file wants to put its message`)
  const message = Buffer.from(trimmedMessage)
  const thrower = imports.indexOf('__wbindgen_throw')
  if (thrower < 0)
    throw new Error('the .wasm imports no __wbindgen_throw: give the bodies in scripts/trim-rapier/write-wasm.ts another way to throw')
  const throwing = sized([[0, 0x41], signed(messageAddress), [0x41], signed(message.length), [0x10], unsigned(thrower), [0x00, 0x0b]])

  const kept = file.exports.filter(({ kind, name }) => kind !== 0 || exports.has(name))
  const written: Record<number, () => Uint8Array> = {
    7: () => list(kept.map(({ name, kind, index }) => join([sized([Buffer.from(name)]), [kind], unsigned(index)]))),
    10: () => list(functions.map(({ start, end }, i) => (keeps(i + imports.length) ? sized([bytes.subarray(start, end)]) : throwing))),
    11: () =>
      list(
        [{ address: messageAddress, bytes: message }, ...file.data].map((segment) =>
          join([[0x00, 0x41], signed(segment.address), [0x0b], sized([segment.bytes])]),
        ),
      ),
  }
  return withSections(file, written)
}

/** The file in which each of its own functions first calls the import `called`, a function from number to i32, with -1e9 - its index. */
export function writeCounting(file: WasmFile, called: string): Uint8Array {
  const target = unsigned(file.imports.indexOf(called))
  const bodies = file.functions.map(({ start, codeStart, end }, i) => {
    const number = Buffer.alloc(8)
    number.writeDoubleLE(-1e9 - (i + file.imports.length))
    return sized([file.bytes.subarray(start, codeStart), [0x44], number, [0x10], target, [0x1a], file.bytes.subarray(codeStart, end)])
  })
  return withSections(file, { 10: () => list(bodies) })
}

function withSections(file: WasmFile, written: Record<number, () => Uint8Array>): Uint8Array {
  // Names and tools (0) are for people; the count of data segments (12) is for instructions that readWasm would have refused.
  const sections = file.sections
    .filter(({ id }) => id !== 0 && id !== 12)
    .map(({ id, start, end }) => join([[id], sized([written[id]?.() ?? file.bytes.subarray(start, end)])]))
  return join([file.bytes.subarray(0, 8), ...sections])
}

type Part = ArrayLike<number>

const join = (parts: readonly Part[]): Uint8Array => Buffer.concat(parts.map((part) => Uint8Array.from(part)))
const list = (entries: readonly Part[]): Uint8Array => join([unsigned(entries.length), ...entries])

function sized(parts: readonly Part[]): Uint8Array {
  const whole = join(parts)
  return join([unsigned(whole.length), whole])
}

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(Math.floor(value / 128))]
}

/** For numbers from 0 on: the highest bit of the last byte is the sign. */
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(Math.floor(value / 128))]
}
