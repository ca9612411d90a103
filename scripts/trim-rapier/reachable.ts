import { type MemoryWords, memoryWords } from './memory-words.ts'
import type { WasmFile } from './wasm-file.ts'

/** A function this short is kept where in doubt: compilers merge equal short functions, and it costs next to nothing. */
const shortBytes = 64

/** `fn(&Self, &mut Formatter)`: the one kind of function that Rapier's code names by its place in the table outside of vtables. */
const formatter = '127,127>127'

/**
 * The functions that calls of `roots` can come to, without going through those for which `isCut` says so.
 *
 * Direct calls say where they lead. A call through the table leads to whatever the code or the memory can name, and is found by what
 * Rust writes: a vtable { drop, size, alignment, methods … } in memory. Its methods can be called once code that can be reached holds
 * its address. Any other number, in code or in memory, that could be a place in the table is taken as one, if no vtable has that
 * place: a method of a vtable is called through the vtable.
 */
export function reachable(file: WasmFile, roots: readonly number[], isCut: (index: number) => boolean): ReadonlySet<number> {
  const { functions, imports, table } = file
  const words = memoryWords(file)
  const vtables = findVtables(file, words)
  const slots = new Set([...vtables.values()].flatMap((vtable) => vtable.slots))
  const inVtables = new Set(
    [...vtables].flatMap(([address, { end }]) => Array.from({ length: (end - address) / 4 }, (_, i) => address + i * 4)),
  )
  const reached = new Set<number>()
  const open: number[] = [...roots]
  const seen = new Set<number>()

  function openPlace(place: number): void {
    const index = table[place]
    if (index !== undefined) open.push(index)
  }
  function name(number: number): void {
    if (seen.has(number)) return
    seen.add(number)
    const vtable = vtables.get(number)
    for (const slot of vtable?.slots ?? []) openPlace(slot)
    for (const parent of vtable?.parents ?? []) name(parent)
    const named = functions[(table[number] ?? -1) - imports.length]
    if (named && (!slots.has(number) || named.type === formatter || named.end - named.start < shortBytes)) openPlace(number)
  }

  for (const [address, word] of words) if (!inVtables.has(address)) name(word)
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const called = functions[index - imports.length]
    if (!called || reached.has(index) || isCut(index)) continue
    reached.add(index)
    open.push(...called.calls)
    for (const number of called.numbers) name(number)
  }
  return reached
}

/** Places in the table, and the vtables of the supertraits that one of a trait points to. */
type Vtable = { readonly end: number; readonly slots: readonly number[]; readonly parents: readonly number[] }

/** By address. Only what some code or word points to is a vtable: its start is never guessed. */
function findVtables({ functions, table }: WasmFile, words: MemoryWords): ReadonlyMap<number, Vtable> {
  const pointedTo = new Set([...words.values(), ...functions.flatMap(({ numbers }) => [...numbers])])
  const isPlace = (word: number | undefined): word is number => word !== undefined && table[word] !== undefined
  const starts = new Set<number>()
  for (const [address, drop] of words) {
    const [size, alignment] = [words.get(address + 4) ?? -1, words.get(address + 8) ?? -1]
    if (!pointedTo.has(address) || !(drop === 0 || isPlace(drop)) || !isPlace(words.get(address + 12))) continue
    if (size >= 0 && size <= 65536 && [1, 2, 4, 8, 16].includes(alignment)) starts.add(address)
  }
  const vtables = new Map<number, Vtable>()
  for (const start of starts) {
    const slots = [words.get(start) ?? 0].filter(isPlace)
    const parents: number[] = []
    let end = start + 12
    for (; !starts.has(end); end += 4) {
      const word = words.get(end)
      if (isPlace(word)) slots.push(word)
      else if (word !== undefined && starts.has(word)) parents.push(word)
      else break
    }
    vtables.set(start, { end, slots, parents })
  }
  return vtables
}
