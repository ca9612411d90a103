import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromeFlags } from '../../scripts/chrome.mjs'

/** A browser's program, and with what it opens an address in a fresh profile, without a window. */
export type BrowserProgram = { readonly command: string; readonly argsFor: (profile: string, address: string) => readonly string[] }

export type StartedBrowser = {
  /** Never fulfilled; rejected when the browser cannot be started or has ended by itself. */
  readonly failed: Promise<never>
  /** Ends it and removes its profile. */
  stop(): Promise<void>
}

export const chromiumProgram = (command: string): BrowserProgram => ({
  command,
  argsFor: (profile, address) => [...chromeFlags, `--user-data-dir=${profile}`, address],
})

/** What is not on loopback goes to a proxy that is not there; a script may run for long. */
const firefoxSettings = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'dom.max_script_run_time': 0,
}

export const firefoxProgram = (command: string): BrowserProgram => ({
  command,
  argsFor(profile, address) {
    const lines = Object.entries(firefoxSettings).map(([name, value]) => `user_pref('${name}', ${JSON.stringify(value)});\n`)
    writeFileSync(join(profile, 'user.js'), lines.join(''))
    return ['--headless', '--no-remote', '--profile', profile, address]
  },
})

export function startBrowser({ command, argsFor }: BrowserProgram, address: string): StartedBrowser {
  const home = mkdtempSync(join(tmpdir(), 'balai-twin-browser-'))
  const profile = join(home, 'profile')
  mkdirSync(profile)
  // A group of its own, so that a browser's many processes end together.
  const child = spawn(command, argsFor(profile, address), { detached: true, stdio: 'ignore', env: { ...process.env, HOME: home } })
  const end = (): void => {
    if (child.pid !== undefined) killGroup(child.pid)
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  process.once('exit', end)
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`${command} ended with code ${code}`)))
  })
  failed.catch(() => undefined)
  return {
    failed,
    async stop() {
      if (child.pid !== undefined) {
        killGroup(child.pid)
        await closed
      }
      process.off('exit', end)
      end()
    },
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
