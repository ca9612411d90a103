import { type ChildProcess, spawn } from 'node:child_process'
import { onCore } from '../server/cores.ts'

/** A peer in a process of its own, on loopback. */
export type PeerServer = {
  readonly pid: number
  /** `localhost:PORT` */
  readonly host: string
  /** 99th percentile of the loop's lateness since it was asked last, ms. */
  readLoopMs(): Promise<number | null>
  stop(): Promise<void>
}
type Message = { readonly type: 'listens'; readonly port: number } | { readonly type: 'loop'; readonly p99Ms: number }

const startWithinMs = 30_000

/** Starts a file of bench/peers/servers for a region's hall. @throws Error when it does not listen */
export async function startPeerServer(file: string, region: string, core: number | null): Promise<PeerServer> {
  const entry = new URL(`servers/${file}`, import.meta.url).pathname
  const [command, ...rest] = onCore(core, [process.execPath, entry, region])
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, NODE_ENV: 'production' } })
  const endNow = (): void => void child.kill('SIGKILL')
  process.once('exit', endNow)
  const hasEnded = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await hasEnded
    process.off('exit', endNow)
  }
  try {
    const port = await hear(child, file)
    const waiting: ((ms: number | null) => void)[] = []
    child.once('exit', () => {
      for (const resolve of waiting.splice(0)) resolve(null)
    })
    child.on('message', (message: Message) => {
      if (message.type === 'loop') waiting.shift()?.(message.p99Ms)
    })
    return {
      pid: child.pid ?? 0,
      host: `localhost:${port}`,
      readLoopMs: () =>
        new Promise((resolve) => {
          if (!child.connected) return resolve(null)
          waiting.push(resolve)
          child.send('loop')
        }),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function hear(child: ChildProcess, file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the peer ${file} did not listen within ${startWithinMs / 1000} s`)), startWithinMs)
    child.once('message', (message: Message) => {
      clearTimeout(timer)
      if (message.type === 'listens') resolve(message.port)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`the peer ${file} ended with ${signal ?? `code ${code}`}; what it wrote stands above`))
    })
  })
}
