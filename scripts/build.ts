// Builds the pages: dist/client for browsers (with .br and .gz beside every file that gains by it) and dist/server for the server.
//   --force  builds even when no source has changed
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'vite'
import { clientConfig, serverConfig, verifyServerConfig } from '../vite.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const stamp = join(dist, 'sources.sha256')
/** What the built pages are made of. */
const sources = [
  'assets',
  'engine',
  'game',
  'workers',
  'scripts/build.ts',
  'scripts/vite-lean-pixi.ts',
  'scripts/vite-rapier-wasm.ts',
  'scripts/vite-service-worker.ts',
  'vite.config.ts',
  'package-lock.json',
]
const compressible = /\.(js|css|html|json|svg|wasm|tmj|txt|webmanifest)$/
/** Below this the header costs more than packing saves. */
const smallestPacked = 256

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    const files = /\.\w+$/.test(source) ? [path] : await filesOf(path)
    for (const file of files.filter((one) => !one.includes('node_modules')))
      hash.update(file.slice(root.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

/** Writes `file.br` and `file.gz`, each only where it is smaller. */
async function pack(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < smallestPacked) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const packed = await Promise.all([packBrotli(bytes, { params }), packGzip(bytes, { level: 9 })])
  for (const [index, ending] of ['br', 'gz'].entries()) {
    if (packed[index].length < bytes.length) await writeFile(`${file}.${ending}`, packed[index])
  }
}

const hash = await hashSources()
const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
if (isCurrent && !process.argv.includes('--force')) {
  console.log('The pages are built from these very sources; nothing to do.')
} else {
  console.log('Building the pages …')
  const startedAt = performance.now()
  // Without the stamp a build that breaks off is built again.
  rmSync(stamp, { force: true })
  await build(clientConfig())
  await build(serverConfig())
  await build(verifyServerConfig())
  const files = (await filesOf(join(dist, 'client'))).filter((file) => compressible.test(file))
  await Promise.all(files.map(pack))
  writeFileSync(stamp, hash)
  console.log(
    `Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${files.length} files in dist/client, the citizen page in dist/server.`,
  )
}
