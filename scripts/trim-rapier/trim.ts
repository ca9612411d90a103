import { panicSources, memoryWords } from './memory-words.ts'
import { reachable } from './reachable.ts'
import type { WasmFile } from './wasm-file.ts'
import { writeWasm } from './write-wasm.ts'

/** What ran while the engine's physics was walked through: names of exports and indices of functions. */
export type Recording = { readonly exports: ReadonlySet<string>; readonly functions: ReadonlySet<number> }

export type Trimmed = {
  readonly wasm: Uint8Array
  readonly exports: readonly string[]
  /** For each of `unusedAreas`: how many functions of it would still have been reached, and their size, bytes. */
  readonly areas: Readonly<Record<string, { readonly functions: number; readonly bytes: number }>>
  readonly functions: { readonly before: number; readonly reached: number; readonly run: number }
}

/**
 * What a world of standing half-spaces, boxes and one capsule has none of, by the Rust source files. A function compiled from one of
 * these goes although calls could lead to it, but only if it did not run once in the recording.
 */
export const unusedAreas: Readonly<Record<string, RegExp>> = {
  'bodies that move: solver, joints, continuous collision': /\/rapier3d[^/]*\/src\/dynamics\/(joint|solver|ccd|rigid_body_components)/,
  'shapes made of others: meshes, height fields, voxels, hulls':
    /\/parry3d[^/]*\/src\/shape\/(voxels|trimesh|heightfield|compound|polyline|convex_polyhedron)/,
  'contacts with such shapes and with balls':
    /\/parry3d[^/]*\/src\/query\/contact_manifolds\/contact_manifolds_(voxels|heightfield|trimesh|composite|ball)/,
  'other questions to such shapes': /\/parry3d[^/]*\/src\/query\/(nonlinear_shape_cast|[a-z_]*\/[a-z_]*_composite)/,
  'making and weighing such shapes': /\/parry3d[^/]*\/src\/(transformation|mass_properties)\//,
  'linear algebra of solver and hulls': /\/nalgebra[^/]*\/src\/linalg\//,
  'numbers with a fraction as text': /\/core\/src\/num\/flt2dec\//,
}

/**
 * Leaves in the file what `recording` used, what calls from there could lead to, and what the glue needs to free or throw;
 * takes out `unusedAreas`. What stays keeps its code byte for byte, so its results are the same bits.
 */
export function trim(file: WasmFile, recording: Recording): Trimmed {
  const names = file.exports.filter(({ kind }) => kind === 0).map(({ name }) => name)
  const classes = new Set([...recording.exports].map((name) => /^raw[a-z0-9]+/.exec(name)?.[0]))
  // A class that was used can be freed by the garbage collector at any time.
  const isKept = (name: string): boolean =>
    recording.exports.has(name) || name.startsWith('__wbindgen_') || classes.has(/^__wbg_(raw[a-z0-9]+)_free$/.exec(name)?.[1] ?? '')
  const exports = new Set(names.filter(isKept))
  const roots = file.exports.filter(({ kind, name }) => kind === 0 && exports.has(name)).map(({ index }) => index)

  const all = reachable(file, roots, () => false)
  const missed = [...recording.functions].find((index) => !all.has(index))
  if (missed !== undefined)
    throw new Error(`function ${missed} ran but is not reachable: scripts/trim-rapier/reachable.ts misses a way to call`)
  const area = areasOf(file, recording)
  const kept = reachable(file, roots, (index) => area.has(index))

  const areas = Object.fromEntries(Object.keys(unusedAreas).map((name) => [name, { functions: 0, bytes: 0 }]))
  for (const index of all) {
    const counted = areas[area.get(index) ?? '']
    if (!counted) continue
    const { start, end } = file.functions[index - file.imports.length]
    counted.functions++
    counted.bytes += end - start
  }
  const functions = { before: file.functions.length, reached: kept.size, run: recording.functions.size }
  return { wasm: writeWasm(file, exports, (index) => kept.has(index)), exports: [...exports].sort(), areas, functions }
}

/** The unused area of each function that has one and did not run. */
function areasOf(file: WasmFile, { functions }: Recording): ReadonlyMap<number, string> {
  const areas = new Map<number, string>()
  for (const [index, paths] of panicSources(file, memoryWords(file))) {
    if (functions.has(index)) continue
    const area = Object.keys(unusedAreas).find((name) => paths.some((path) => unusedAreas[name].test(path)))
    if (area) areas.set(index, area)
  }
  return areas
}
