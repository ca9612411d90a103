import { avatarHeightM, avatarRadiusM } from '@balai/engine/core'
import { createRapierPhysics } from '@balai/engine/physics'
import { type Bot, createBot } from './bot.ts'
import type { Meter } from './bot-socket.ts'
import { compareTwins } from './compare-twins.ts'
import type { Findings } from './findings.ts'
import type { BotOptions } from './options.ts'
import { loadMallPlan } from './mall-plan.ts'
import { copyMeter, createTally, since, sumOf } from './tally.ts'

/** One timer turns everybody; each is at its turn 20 times a second, spread evenly. */
const turnMs = 10
const turnsARound = 5
/** Handshakes under way at a time: a server's queue for them is short. */
const mostConnecting = 60
/** After this, whoever is not in is not waited for. */
const graceSeconds = 20
/** News needs so long to reach everybody, beside the line's own time. */
const settleMs = 1500
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
  let turn = 0
  let lastTurnMs = clock()
  const lateMs: number[] = []
  const timer = setInterval(() => {
    const now = clock()
    lateMs.push(Math.max(0, now - lastTurnMs - turnMs))
    lastTurnMs = now
    turn += 1
    for (let i = 0; i < bots.length; i++) {
      bots[i].run(now)
      if ((turn + i) % turnsARound === 0) bots[i].update(now)
    }
  }, turnMs)
  try {
    await comeIn(bots, options, tally)
    say(`${inside(bots)} of ${options.n} are in; warming up for ${options.warmUp} s, then measuring for ${options.seconds} s`)
    await pause(options.warmUp * 1000)
    lateMs.length = 0
    const window = { ...(await measure(bots, options.seconds)), lateMs: [...lateMs] }
    for (const bot of bots) bot.rest()
    const { delayMs, jitterMs, stallMs } = options.line
    const settle = settleMs + 2 * (delayMs + jitterMs) + stallMs
    await pause(settle)
    const twins = compareTwins(bots)
    for (const bot of bots) if (bot.isTwin) bot.check()
    if (options.twins > 0) await pause(settle)
    return { options, ...window, twins, tally }
  } finally {
    await goHome(bots)
    clearInterval(timer)
    physics.dispose()
  }
}

/** Evenly spread: the i-th of n is a twin. */
export function isTwinAt(i: number, { n, twins }: { readonly n: number; readonly twins: number }): boolean {
  return Math.floor(((i + 1) * twins) / n) > Math.floor((i * twins) / n)
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const inside = (bots: readonly Bot[]): number => bots.reduce((sum, bot) => sum + (bot.netId() === null ? 0 : 1), 0)

async function comeIn(bots: readonly Bot[], { n, ramp, url }: BotOptions, tally: ReturnType<typeof createTally>): Promise<void> {
  const beganMs = performance.now()
  let begun = 0
  while (inside(bots) < n) {
    const passed = (performance.now() - beganMs) / 1000
    const connecting = tally.connections - tally.connectMs.length - sumOf(tally.failures)
    for (let room = mostConnecting - connecting; room > 0 && begun < Math.min(n, passed * ramp); room--) bots[begun++].connect()
    if (tally.connectMs.length === 0 && (sumOf(tally.closes) >= 5 || passed > graceSeconds)) {
      const why = [...tally.failures.keys(), ...[...tally.closes.keys()].map((code) => `closed with ${code}`)].join('; ')
      throw new Error(`nobody got in at ${url.origin} (${why || 'no answer'}): start the server with npm start, and name one of its regions`)
    }
    if (passed > n / ramp + graceSeconds) return
    await pause(50)
  }
}

async function measure(bots: readonly Bot[], seconds: number): Promise<Omit<Findings, 'options' | 'twins' | 'tally' | 'lateMs'>> {
  const cpu = process.cpuUsage()
  const beganMs = performance.now()
  const began = bots.map((bot) => copyMeter(bot.meter))
  const walkingShares: number[] = []
  const secondsDown: number[] = []
  let last = began
  for (let second = 1; second <= Math.floor(seconds); second++) {
    await pause(beganMs + second * 1000 - performance.now())
    const now = bots.map((bot) => copyMeter(bot.meter))
    now.forEach((meter, i) => secondsDown.push(since(meter, last[i]).bytesDown))
    last = now
    const people = inside(bots)
    if (people > 0) walkingShares.push(bots.filter((bot) => bot.isMoving()).length / people)
  }
  await pause(beganMs + seconds * 1000 - performance.now())
  const meters: Meter[] = bots.map((bot, i) => since(bot.meter, began[i]))
  const passed = (performance.now() - beganMs) / 1000
  const used = process.cpuUsage(cpu)
  return {
    seconds: passed,
    entered: inside(bots),
    meters,
    walkingShares,
    secondsDown,
    cpuCores: (used.user + used.system) / 1e6 / passed,
  }
}

/** Everybody says goodbye; who does not get an answer is cut off. */
async function goHome(bots: readonly Bot[]): Promise<void> {
  for (const bot of bots) bot.close()
  const untilMs = performance.now() + closeWithinMs
  while (performance.now() < untilMs && bots.some((bot) => !bot.isClosed())) await pause(50)
  for (const bot of bots) bot.cut()
}
