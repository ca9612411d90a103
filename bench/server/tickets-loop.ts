import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CodedError } from '@balai/engine/core'
import type { FigureErrorCode, Measurement } from '../figures/figure.ts'
import { startRunServer } from '../figures/run-server.ts'
import { percentile } from '../figures/percentile.ts'
import { readOptions } from '../bots/options.ts'
import { crowdWithinMs, runCrowdProcess } from './crowd-process.ts'
import type { PairLoadAnswer, PairLoadTask } from './pair-load-messages.ts'
import { addOfficers } from './run-officers.ts'
import { readServerMetrics } from './server-metrics.ts'
import { watchStolenTime } from './stolen-time.ts'

const people = 1000
const pairsPerS = 500
/** The first part of the load warms the code up, as a morning does, and is not looked at. */
const warmUpSeconds = 8
const seconds = warmUpSeconds + 20
const officerCount = 24
const readEveryMs = 4000
/** So much of the pace must have been kept, or the load was another. */
const leastShare = 0.95
const region = 'kukar'

/**
 * Lateness of the server's main thread while 500 numbers a second are taken and called over HTTP and 1,000 people walk: the median over the
 * spans of four seconds of a warm run of the 99th percentile, ms. n: pairs. Server, walkers and callers share this machine's cores.
 * @throws CodedError `too-slow` when the pace could not be kept
 */
export async function measureTicketsLoop(): Promise<Measurement> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balai-pairs-'))
  const officers = await addOfficers(dataDir, officerCount)
  const server = await startRunServer({ dataDir, settings: { TRUST_PROXY: 'on', LOG_LEVEL: 'error', NODE_ENV: 'production' } })
  const args = [
    '--url',
    server.origin,
    '--n',
    people,
    '--seconds',
    seconds + 30,
    '--warm-up',
    15,
    '--ramp',
    250,
    '--behaviour',
    'citizens',
  ].map(String)
  const options = readOptions(args)
  if (options === null) throw new TypeError('a crowd is wanted')
  try {
    const entry = new URL('bots-crowd.ts', import.meta.url)
    const command = { entry, args, core: null, withinMs: crowdWithinMs(options) }
    let crowd: Promise<unknown> = Promise.resolve()
    await new Promise<void>((began, failed) => {
      crowd = runCrowdProcess(command, () => undefined, { began, ended: () => undefined })
      crowd.catch(failed)
    })
    const stolen = watchStolenTime()
    const { pairs, lateMs: all } = await runPairs({ port: server.port, region, officers, pairsPerS, seconds }, server.origin)
    const lateMs = all.slice(Math.round((warmUpSeconds * 1000) / readEveryMs))
    process.stderr.write(
      `${lateMs.map((ms) => ms.toFixed(1)).join(' ')} ms; ${pairs} pairs; the host took ${(100 * stolen()).toFixed(1)} % of the cores\n`,
    )
    await crowd
    if (pairs < leastShare * pairsPerS * seconds)
      throw new CodedError<FigureErrorCode>('too-slow', `${pairs} pairs in ${seconds} s: the pace of ${pairsPerS} a second was not kept`)
    return { value: percentile(lateMs, 0.5), n: pairs }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function runPairs(task: PairLoadTask, origin: string): Promise<{ pairs: number; lateMs: number[] }> {
  const child = fork(new URL('pair-load.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const heard = (type: PairLoadAnswer['type']): Promise<PairLoadAnswer> =>
    new Promise((resolve, reject) => {
      child.on('message', (message: PairLoadAnswer) => {
        if (message.type === type) resolve(message)
        else if (message.type === 'failed') reject(new Error(message.why))
      })
      child.once('exit', (code) => reject(new Error(`the callers' process ended with code ${code}`)))
    })
  const [ready, done] = [heard('ready'), heard('done')]
  done.catch(() => undefined)
  const lateMs: number[] = []
  try {
    child.send(task)
    await ready
    // The reading before the load begins is of the time before.
    await readServerMetrics(origin)
    for (let passedMs = readEveryMs; passedMs <= task.seconds * 1000; passedMs += readEveryMs) {
      await wait(readEveryMs)
      lateMs.push((await readServerMetrics(origin)).get('balai_main_loop_p99_ms') ?? Number.NaN)
    }
    const answer = await done
    return { pairs: answer.type === 'done' ? answer.pairs : 0, lateMs }
  } finally {
    child.kill()
  }
}
