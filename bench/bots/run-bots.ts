import { avatarHeightM, avatarRadiusM } from '@balai/engine/core'
import { createRapierPhysics } from '@balai/engine/physics'
import { type Bot, createBot } from './bot.ts'
import { comparePictures, takePictures, type TwinComparison } from './compare-twins.ts'
import { comeIn, goHome, inside, measureWindow, pause, startTurning, type WindowWatch } from './crowd.ts'
import type { Findings } from './findings.ts'
import { loadMallPlan } from './mall-plan.ts'
import type { BotOptions } from './options.ts'
import { createTally } from './tally.ts'

/** The last way takes 2.5 s, pictures follow at most 1.5 s behind, and the line takes its own time. */
const settleMs = 4500
/** For the server's answer to the last intents. */
const answerMs = 1000
const mostBehindMs = 15_000

/** Lets the bots in, measures, compares, and sends them home. @throws Error when nobody gets in, with the reason */
export async function runBots(options: BotOptions, say: (sentence: string) => void, watch: WindowWatch | null = null): Promise<Findings> {
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
    await comeIn(bots, options.ramp, tally, `start the server at ${options.url.origin} with npm start, and name one of its regions`)
    say(`${inside(bots)} of ${options.n} are in; warming up for ${options.warmUp} s, then measuring for ${options.seconds} s`)
    await pause(options.warmUp * 1000)
    lateMs.length = 0
    const window = { ...(await measureWindow(bots, options.seconds, watch)), lateMs: [...lateMs] }
    const twins = await compare(bots, options, say)
    return { options, ...window, twins, tally, ...sums(bots) }
  } finally {
    await goHome(bots)
    stopTurning()
    physics.dispose()
  }
}

/** Evenly spread: the i-th of n is a twin. */
export function isTwinAt(i: number, { n, twins }: { readonly n: number; readonly twins: number }): boolean {
  return Math.floor(((i + 1) * twins) / n) > Math.floor((i * twins) / n)
}

const sums = (bots: readonly Bot[]) => ({
  intentsInAll: bots.reduce((sum, bot) => sum + bot.meter.intents, 0),
  lost: bots.reduce((sum, bot) => sum + (bot.isTwin ? bot.lost() : 0), 0),
  twinFrames: bots.reduce((sum, bot) => sum + (bot.isTwin ? bot.meter.newsFrames : 0), 0),
})

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
