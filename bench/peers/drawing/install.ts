import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Brings Phaser and Pixi into bench/peers/drawing/node_modules, unless they are there as the lock file has them. @throws Error when npm cannot */
export function installDrawingPeers(say: (sentence: string) => void): void {
  const installed = `${folder}node_modules/.package-lock.json`
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs) return
  say('installing what the drawing is measured beside into bench/peers/drawing/node_modules')
  const npm = process.env.npm_execpath
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]]
  const args = [...first, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { error, status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm could not install the drawing's peers in ${folder}: ${error?.message ?? stderr.slice(-1000)}`)
}
