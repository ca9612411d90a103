import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Brings what the peers are made of into bench/peers/node_modules, unless it is there. @throws Error when npm cannot */
export function installPeers(say: (sentence: string) => void): void {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return
  say('installing what the peers are made of into bench/peers/node_modules')
  const { error, status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the peers could not be installed with npm ci in ${folder}: ${error?.message ?? stderr.slice(-1000)}`)
}
