import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { createRapierPhysics } from '@balai/engine/physics'
import { recordSurface } from './trim-rapier/record.ts'
import { trim } from './trim-rapier/trim.ts'
import { readWasm } from './trim-rapier/wasm-file.ts'

/**
 * `npm run trim-rapier`: makes engine/physics/wasm anew from the installed Rapier. Run it after Rapier or engine/physics changed,
 * and commit what it wrote. Needs no tool but Node.
 */
const folder = fileURLToPath(new URL('../engine/physics/wasm/', import.meta.url))
const packageFolder = dirname(createRequire(join(folder, '..', 'index.ts')).resolve('@dimforge/rapier3d-compat'))
const sourceFile = 'rapier_wasm3d_bg.wasm'
const trimmedFile = 'rapier-trimmed.wasm'

const source = readFileSync(join(packageFolder, sourceFile))
const { name, version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { name: string; version: string }
const file = readWasm(source)
const { wasm, exports, areas, functions } = trim(file, await recordSurface(file, createRapierPhysics))

const describe = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  brotliBytes: brotliCompressSync(bytes).length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
const list = {
  source: { package: name, version, file: sourceFile, ...describe(source) },
  trimmed: { file: trimmedFile, ...describe(wasm) },
  functions,
  unusedAreas: areas,
  exports,
}
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, trimmedFile), wasm)
writeFileSync(join(folder, 'used-exports.json'), `${JSON.stringify(list, null, 2)}\n`)
process.stdout.write(
  `${trimmedFile}: ${list.trimmed.brotliBytes} bytes after brotli of ${list.source.brotliBytes}, ` +
    `${exports.length} exports of ${file.exports.length}, ${functions.reached} functions of ${functions.before}\n`,
)
