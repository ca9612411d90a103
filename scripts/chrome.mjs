// Where the tests' browser is, and how it comes there. Plain JavaScript: the set-up uses it before anything is installed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** Path of a Chromium or Chrome: CHROME_PATH, else one in PATH, else a usual place; null when there is none. */
export function findChrome() {
  const named = process.env.CHROME_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, and there is no such file: correct it or unset it`)
    return named
  }
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...inPath, ...places].find(isProgram) ?? null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Installs Debian's chromium where that can be done. Returns null, or a sentence that says what to do instead. */
export function installChrome() {
  const advice = 'The tests drive a Chromium. Install Chromium or Chrome and run the command again, or set CHROME_PATH to one.'
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return advice
  console.log('Installing chromium for the tests (apt-get) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
      .status === 0
  if (!apt('update') || !apt('install', '--no-install-recommends', 'chromium', 'fonts-dejavu-core') || findChrome() === null) {
    return `apt-get could not install chromium. ${advice}`
  }
  return null
}

/** Flags for a headless run that talks to nobody outside. */
export const chromeFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
