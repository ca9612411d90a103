import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type CreatePhysics, walkSurface } from './surface.ts'
import type { Recording } from './trim.ts'
import type { WasmFile } from './wasm-file.ts'
import { writeCounting } from './write-wasm.ts'

/** An import of every file that wasm-bindgen writes, taken as the way out for the index of each function that runs. */
const wayOut = '__wbindgen_number_new'

type Bound = (value: number) => number
type Imports = Record<string, Record<string, Bound>>

/**
 * Walks the physics that `create` makes once through, on a copy of the file that tells what runs. `create` must not have loaded its
 * WASM before, and keeps the copy: the recording takes the place of WebAssembly.instantiate until the walk ends.
 */
export async function recordSurface(file: WasmFile, create: CreatePhysics): Promise<Recording> {
  const exports = new Set<string>()
  const functions = new Set<number>()
  const counting = new WebAssembly.Module(Uint8Array.from(writeCounting(file, wayOut)))
  const { instantiate } = WebAssembly
  async function instantiateRecording(_bytes: unknown, imports: Imports) {
    const number = imports.wbg[wayOut]
    imports.wbg[wayOut] = (value) => {
      if (value > -1e9) return number(value)
      functions.add(-1e9 - value)
      return 0
    }
    const instance = await instantiate(counting, imports)
    const recorded = Object.entries(instance.exports).map(([name, value]) => [name, recording(name, value)])
    return { instance: { exports: Object.fromEntries(recorded) }, module: counting }
  }
  function recording(name: string, value: unknown): unknown {
    if (typeof value !== 'function') return value
    return (...values: unknown[]) => {
      exports.add(name)
      return value(...values)
    }
  }
  Object.assign(WebAssembly, { instantiate: instantiateRecording })
  try {
    await walkSurface(create, { seed: 1, worlds: 40, moves: 150 })
  } finally {
    Object.assign(WebAssembly, { instantiate })
  }
  await collectGarbage()
  return { exports, functions }
}

/** What the glue left to the garbage collector is freed by calls of its own. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let turn = 0; turn < 3; turn++) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
}
