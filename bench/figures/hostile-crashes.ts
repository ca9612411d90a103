import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { aimAt, type Target } from '../hostile/attack.ts'
import { type HonestThread, startHonestThread } from '../hostile/honest-thread.ts'
import type { HonestReport } from '../hostile/honest-crowd.ts'
import { lineAttacks, stopReading } from '../hostile/line-attacks.ts'
import { messageAttacks } from '../hostile/message-attacks.ts'
import { hearErrors } from '../hostile/server-errors.ts'
import { throwFrames } from '../hostile/throw-frames.ts'
import { latePercentile, readLateness } from '../server/lateness.ts'
import type { Measurement } from './figure.ts'
import { startRunServer } from './run-server.ts'

const randomFrames = 1_000_000
const honestPeople = 50
/** How often each attack is made; of those over sockets `random frames` sends about 20 frames a time. */
const timesOf: Readonly<Record<string, number>> = {
  'random frames': 1500,
  'torn lines': 20,
  'broken WebSockets': 10,
  'refused requests': 10,
}
const otherTimes = 10
const slowReaders = 15
/** The world says every five seconds how late it was. */
const loopEveryMs = 5000
const quietMs = 15_000
/** Attacks are made one after the other, again and again, for so long. */
const attackMs = 20_000
/** More would not be read. */
const mostNamed = 12

/**
 * What hostile input did: faults thrown or wrong codes among a million random frames in this process; and at a real server, with honest people
 * in the hall, its ends and the errors that nobody caught, wrong answers, and honest people who were corrected, lost sight of somebody or were sent away.
 * n: messages, lines and requests.
 */
export async function measureHostileCrashes(): Promise<Measurement> {
  const thrown = await throwFrames(randomFrames, 20_26)
  const closes = [...thrown.closes].map(([name, count]) => `${name} ${count}`).join(', ')
  say(`${thrown.frames} random frames in ${thrown.sessions} sessions: closed as ${closes}`)
  const faults = thrown.faults.map((fault) => `in process: ${fault}`)
  const attacked = await attackServer()
  faults.push(...attacked.faults)
  for (const fault of faults.slice(0, mostNamed)) say(fault)
  if (faults.length > mostNamed) say(`and ${faults.length - mostNamed} more`)
  return { value: faults.length, n: thrown.frames + attacked.n }
}

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

async function attackServer(): Promise<{ n: number; faults: string[] }> {
  const faults: string[] = []
  let n = 0
  const server = await startRunServer({
    settings: { LOG_LEVEL: 'info', TRUST_PROXY: 'on' },
    onOutput: hearErrors((line) => void faults.push(`the server wrote ${line}`)),
  })
  let honest: HonestThread | null = null
  try {
    const target = await aimAt(server.origin, server.port)
    honest = await startHonestThread({
      url: `${server.origin.replace('http', 'ws')}/socket/world?region=kukar`,
      map: JSON.parse(readFileSync(new URL('../../assets/maps/kukar.tmj', import.meta.url), 'utf8')),
      count: honestPeople,
      seed: 1,
    })
    await wait(loopEveryMs)
    await honest.report()
    const before = await watchLoop(target, wait(quietMs))
    const quiet = await honest.report()
    const under = await watchLoop(
      target,
      attackAll(target, (found) => void (n += found), faults),
    )
    const attacked = await honest.report()
    faults.push(...harmOf(quiet, 'with nobody attacking'), ...harmOf(attacked, 'under attack'), ...(await illHealthOf(target)))
    say(
      `world loop p99: ${before.toFixed(1)} ms, under attack ${under.toFixed(1)} ms; honest frames late by ${lateness(quiet)}, under attack ${lateness(attacked)}`,
    )
  } catch (error) {
    faults.push(`the server could not be reached: ${String(error)}`)
  } finally {
    await honest?.close()
    await server.stop()
  }
  return { n, faults }
}

async function attackAll(target: Target, count: (n: number) => void, faults: string[]): Promise<void> {
  const letGo = await stopReading(target, slowReaders)
  const untilMs = performance.now() + attackMs
  for (let round = 0; round === 0 || (performance.now() < untilMs && faults.length === 0); round++) {
    for (const attack of [...messageAttacks, ...lineAttacks]) {
      const found = await attack.run(target, timesOf[attack.name] ?? otherTimes)
      count(found.n)
      faults.push(...found.wrong.map((wrong) => `${attack.name}: ${wrong}`))
    }
  }
  count(letGo().n)
}

/** 99th percentile of the world loop's lateness while something lasts and in the five seconds after, ms. NaN of a server that an attack has ended. */
async function watchLoop({ origin }: Target, lasts: Promise<void>): Promise<number> {
  const before = await readLateness(origin)
  await lasts
  await wait(loopEveryMs)
  const after = await readLateness(origin)
  return before === null || after === null ? Number.NaN : latePercentile(before, after, 0.99)
}

function harmOf(report: HonestReport, when: string): string[] {
  const { closes, corrections, lost, people } = report
  const harm: string[] = closes.map((code) => `an honest person's connection ended with ${code} ${when}`)
  if (people < honestPeople) harm.push(`only ${people} of ${honestPeople} honest people were in ${when}`)
  if (corrections > 0) harm.push(`honest people were corrected ${corrections} times ${when}`)
  if (lost > 0) harm.push(`honest people lost sight of others ${lost} times ${when}`)
  return harm
}

const lateness = ({ lateP50Ms, lateP99Ms, frames }: HonestReport): string =>
  `${lateP50Ms.toFixed(0)} ms, p99 ${lateP99Ms.toFixed(0)} ms (${frames} frames)`

async function illHealthOf({ origin }: Target): Promise<string[]> {
  const answer = await fetch(`${origin}/healthz`)
  const text = await answer.text()
  return answer.status === 200 && !text.includes('false') ? [] : [`the server says of its health ${answer.status} ${text}`]
}
