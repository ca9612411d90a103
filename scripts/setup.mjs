// Prepares a fresh clone. Plain JavaScript on purpose: it must run on whatever Node the machine has.
//   --browser  also finds or installs the Chromium that the tests drive
//   --build    also builds the pages
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChrome, installChrome } from './chrome.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const wants = (flag) => process.argv.includes(flag)

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

const major = Number(process.versions.node.split('.')[0])
if (major < 20)
  stop(
    `Balai needs Node 20 or newer to set itself up; this is ${process.versions.node}. Install one from https://nodejs.org and run the command again.`,
  )

// Not `npm ci`: that refuses a lock file without the binaries of other machines, and this one was written where they cannot all be had.
// Dependencies: skipped while the lock file is the one they were installed from.
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const stamp = join(root, 'node_modules', '.balai-setup')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing dependencies (once for each lock file) …')
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const result = spawnSync(command, [...first, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (result.status !== 0) stop('Installing failed: see the lines above. With a network, run the command again; nothing half-done is kept.')
  writeFileSync(stamp, lock)
}

// From here on Node 24: npm brought it along where it has a build for this machine.
const local = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const node = existsSync(local) ? local : process.execPath
const version = execFileSync(node, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' }).trim()
if (Number(version.slice(1).split('.')[0]) < 24) {
  stop(
    `Balai runs on Node 24, and npm has no build of it for ${process.platform} ${process.arch}; this machine has ${version}. Install Node 24 and run the command again.`,
  )
}

if (wants('--browser')) {
  let problem = null
  try {
    problem = findChrome() === null ? installChrome() : null
  } catch (error) {
    problem = error.message
  }
  if (problem !== null) stop(problem)
}

if (wants('--build')) {
  const result = spawnSync(node, ['scripts/build.ts'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status !== 0) stop('Building the pages failed: see the lines above.')
}
