import { avatarHeightM, avatarRadiusM } from '@balai/engine/core'
import { createRapierPhysics } from '@balai/engine/physics'
import { type Bot, createBot } from './bot.ts'
import type { Meter } from './bot-socket.ts'
import { comparePictures, takePictures, type TwinComparison } from './compare-twins.ts'
import type { Findings } from './findings.ts'
import type { BotOptions } from './options.ts'
import { loadMallPlan } from './mall-plan.ts'
import { copyMeter, createTally, since, sumOf } from './tally.ts'

/** One timer turns everybody; each is at its turn 20 times a second, spread evenly. */
const turnMs = 10
const turnsARound = 5
/** Handshakes under way at a time: a server's queue for them is short. */
const mostConnecting = 60
/** A turn that takes longer goes on in the next one, so that the run ends on time on a machine that is too slow for it. */
const mostTurnMs = 200
/** After this, whoever is not in is not waited for. */
const graceSeconds = 20
/** The last way takes 2.5 s, pictures follow at most 1.5 s behind, and the line takes its own time. */
const settleMs = 4500
/** For the server's answer to the last intents. */
const answerMs = 1000
const mostBehindMs = 15_000
const closeWithinMs = 3000

/** Lets the bots in, measures, compares, and sends them home. @throws Error when nobody gets in, with the reason */
export async function runBots(options: BotOptions, say: (sentence: string) => void): Promise<Findings> {
  const plan = loadMallPlan(options.region)
  const { columns, rows, solids } = plan.place.map
  const physics = await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
  const tally = createTally()
  const url = `${options.url.origin}/socket/world?region=${encodeURIComponent(options.region)}`
  const clock = (): number => performance.now()
  const share = { ...options, url, plan, physics, clock, tally }
  // Twins are spread over the crowd: they come in with everybody else.
  const bots = Array.from({ length: options.n }, (_, i) => createBot(share, i, isTwinAt(i, options)))
  const lateMs: number[] = []
  const stopTurning = startTurning(bots, clock, lateMs)
  try {
    await comeIn(bots, options, tally)
    say(`${inside(bots)} of ${options.n} are in; warming up for ${options.warmUp} s, then measuring for ${options.seconds} s`)
    await pause(options.warmUp * 1000)
    lateMs.length = 0
    const window = { ...(await measure(bots, options.seconds)), lateMs: [...lateMs] }
    const twins = await compare(bots, options, say)
    return { options, ...window, twins, tally, ...sums(bots) }
  } finally {
    await goHome(bots)
    stopTurning()
    physics.dispose()
  }
}

/** @returns a function that ends it. `lateMs` gets each turn's lateness. */
function startTurning(bots: readonly Bot[], clock: () => number, lateMs: number[]): () => void {
  const roundMs = turnsARound * turnMs
  const dueMs = bots.map((_, i) => clock() + (i % turnsARound) * turnMs)
  let at = 0
  let lastMs = clock()
  const timer = setInterval(() => {
    const beganMs = clock()
    lateMs.push(Math.max(0, beganMs - lastMs - turnMs))
    lastMs = beganMs
    for (let done = 0; done < bots.length; done++) {
      const now = clock()
      if (now - beganMs > mostTurnMs) return
      const i = at
      at = (at + 1) % bots.length
      bots[i].run(now)
      if (now < dueMs[i]) continue
      // Whoever is late keeps the place in the round.
      dueMs[i] += roundMs * (1 + Math.floor((now - dueMs[i]) / roundMs))
      bots[i].update(now)
    }
  }, turnMs)
  return () => clearInterval(timer)
}

/** Evenly spread: the i-th of n is a twin. */
export function isTwinAt(i: number, { n, twins }: { readonly n: number; readonly twins: number }): boolean {
  return Math.floor(((i + 1) * twins) / n) > Math.floor((i * twins) / n)
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)))
const sums = (bots: readonly Bot[]) => ({
  intentsInAll: bots.reduce((sum, bot) => sum + bot.meter.intents, 0),
  lost: bots.reduce((sum, bot) => sum + (bot.isTwin ? bot.lost() : 0), 0),
  twinFrames: bots.reduce((sum, bot) => sum + (bot.isTwin ? bot.meter.newsFrames : 0), 0),
})
const inside = (bots: readonly Bot[]): number => bots.reduce((sum, bot) => sum + (bot.netId() === null ? 0 : 1), 0)

async function comeIn(bots: readonly Bot[], { n, ramp, url }: BotOptions, tally: ReturnType<typeof createTally>): Promise<void> {
  const beganMs = performance.now()
  let begun = 0
  while (bots.some((bot) => !bot.hasEntered())) {
    const passed = (performance.now() - beganMs) / 1000
    const connecting = begun - bots.filter((bot) => bot.hasEntered()).length
    for (let room = mostConnecting - connecting; room > 0 && begun < Math.min(n, passed * ramp); room--) bots[begun++].connect()
    if (tally.connectMs.length === 0 && (sumOf(tally.closes) >= 5 || passed > graceSeconds)) {
      const why = [...tally.failures.keys(), ...[...tally.closes.keys()].map((code) => `closed with ${code}`)].join('; ')
      throw new Error(
        `nobody got in at ${url.origin} (${why || 'no answer'}): start the server with npm start, and name one of its regions`,
      )
    }
    if (passed > n / ramp + graceSeconds) return
    await pause(50)
  }
}

async function measure(
  bots: readonly Bot[],
  seconds: number,
): Promise<Omit<Findings, 'options' | 'twins' | 'tally' | 'lateMs' | keyof ReturnType<typeof sums>>> {
  const cpu = process.cpuUsage()
  const beganMs = performance.now()
  const began = bots.map((bot) => copyMeter(bot.meter))
  const walkingShares: number[] = []
  const people: number[] = []
  const secondsDown: number[] = []
  let last = began
  for (let second = 1; second <= Math.floor(seconds); second++) {
    await pause(beganMs + second * 1000 - performance.now())
    const now = bots.map((bot) => copyMeter(bot.meter))
    now.forEach((meter, i) => secondsDown.push(since(meter, last[i]).bytesDown))
    last = now
    people.push(inside(bots))
    walkingShares.push(bots.filter((bot) => bot.isMoving()).length / Math.max(1, inside(bots)))
  }
  await pause(beganMs + seconds * 1000 - performance.now())
  const meters: Meter[] = bots.map((bot, i) => since(bot.meter, began[i]))
  const passed = (performance.now() - beganMs) / 1000
  const used = process.cpuUsage(cpu)
  return {
    seconds: passed,
    people,
    meters,
    walkingShares,
    secondsDown,
    cpuCores: (used.user + used.system) / 1e6 / passed,
  }
}

/** Lets everybody come to rest, compares what twins see with them, and has the server judge the twins' last way. */
async function compare(bots: readonly Bot[], { line, twins }: BotOptions, say: (sentence: string) => void): Promise<TwinComparison> {
  const nothing = comparePictures([], bots)
  if (twins === 0) return nothing
  const lineMs = 2 * (line.delayMs + line.jitterMs) + line.stallMs
  for (const bot of bots) bot.rest()
  if (!(await haveLived(bots, performance.now() + settleMs + lineMs))) {
    say(`nothing was compared: the bots are more than ${mostBehindMs / 1000} s behind; this machine has too little time for so many`)
    return nothing
  }
  const comparison = comparePictures(takePictures(bots), bots)
  for (const bot of bots) if (bot.isTwin) bot.check()
  await haveLived(bots, performance.now() + answerMs + lineMs)
  return comparison
}

/** Resolves when everybody has lived up to a time, however late the turns are; false when they do not come so far. */
async function haveLived(bots: readonly Bot[], untilMs: number): Promise<boolean> {
  while (bots.some((bot) => bot.livedMs() < untilMs)) {
    if (performance.now() > untilMs + mostBehindMs) return false
    await pause(20)
  }
  return true
}

/** Everybody says goodbye; who does not get an answer is cut off. */
async function goHome(bots: readonly Bot[]): Promise<void> {
  for (const bot of bots) bot.close()
  const untilMs = performance.now() + closeWithinMs
  while (performance.now() < untilMs && bots.some((bot) => !bot.isClosed())) await pause(50)
  for (const bot of bots) bot.cut()
}
