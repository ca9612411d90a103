import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The product's own server in a process of its own, listening on loopback. */
export type RunServer = {
  /** `http://localhost:PORT` */
  readonly origin: string
  readonly port: number
  readonly pid: number
  /** The first officer, on the first start in a data folder. */
  readonly bootstrap: { readonly username: string; readonly password: string } | null
  /** Asks it to end and waits; removes the data folder when it was made here. */
  stop(): Promise<void>
  /** Ends it at once by SIGKILL, as a power cut of the process; the data folder stays. */
  kill(): Promise<void>
}

export type RunServerOptions = {
  /** Left out: a new temporary folder. */
  readonly dataDir?: string
  /** Settings as the environment gives them, on top of a free port and a quiet log. */
  readonly settings?: Readonly<Record<string, string>>
  /** Hears what it writes, as it comes, from its start on. */
  readonly onOutput?: (text: string) => void
}

const entry = fileURLToPath(new URL('../../server/start.mjs', import.meta.url))
const startWithinMs = 60_000

/** Starts `node server/main.ts` on a free port and waits until it says that it listens. @throws Error with its output when it does not */
export async function startRunServer(options: RunServerOptions = {}): Promise<RunServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'balai-run-')))
  const removeData = async (): Promise<void> => {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', DEMO: 'on', ...options.settings, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // No server outlives who started it, nor does its data.
  const endNow = (): void => {
    child.kill('SIGKILL')
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  process.once('exit', endNow)
  const hasEnded = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', endNow)
      resolve()
    })
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await hasEnded
    clearTimeout(late)
  }
  try {
    const said = await waitForAddress(child, options.onOutput ?? (() => undefined))
    const port = Number(/http:\/\/localhost:(\d+)\//.exec(said)?.[1])
    const officer = /First officer: user (\S+), password (\S+)/.exec(said)
    return {
      origin: `http://localhost:${port}`,
      port,
      pid: child.pid ?? 0,
      bootstrap: officer === null ? null : { username: officer[1], password: officer[2] },
      async stop() {
        await end('SIGTERM')
        await removeData()
      },
      kill: () => end('SIGKILL'),
    }
  } catch (error) {
    await end('SIGKILL')
    await removeData()
    throw error
  }
}

/** What it wrote up to and with its announcement, which ends in an empty line. */
function waitForAddress(child: ChildProcess, onOutput: (text: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string): void => reject(new Error(`the server ${why}; it wrote:\n${said.slice(-4000)}`))
    const timer = setTimeout(() => fail(`did not listen within ${startWithinMs / 1000} s`), startWithinMs)
    const hear = (chunk: Buffer): void => {
      onOutput(chunk.toString())
      // Once it listens, its output is read on and dropped: a full pipe would stop it.
      if (said.length < 100_000) said += chunk.toString()
      if (!/\n {2}http:\/\/localhost:\d+\/\n[\s\S]*\n\n$/.test(said)) return
      clearTimeout(timer)
      resolve(said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', (error) => fail(`could not be started (${error.message})`))
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      fail(`ended with ${signal ?? `code ${code}`}`)
    })
  })
}
