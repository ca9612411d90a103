import { setTimeout as wait } from 'node:timers/promises'
import type { BotFigure } from '../bots/findings.ts'
import { percentile } from '../figures/percentile.ts'
import { readCoreBusySeconds } from './core-time.ts'
import { type CrowdCommand, runCrowdProcess } from './crowd-process.ts'
import { readProcessTree } from './process-tree.ts'

/** What a crowd costs a server, whatever server it is. */
export type Load = {
  /** What the crowd itself has seen. */
  readonly figures: readonly BotFigure[]
  /** Time on cores in a second of the window: the server's whole process tree, user and kernel. */
  readonly cpuCores: number
  /** Time that other programs took from the server's core in a second of the window; null where the server has none of its own. */
  readonly othersCores: number | null
  /** MB of 1,000,000 bytes resident, once a first visitor has come and gone: what every server needs to be open at all. */
  readonly residentBeforeMb: number
  /** The same in the window, the median of its seconds. */
  readonly residentMb: number
  /** 99th percentile of how late the loop that runs the world was in the window, ms; null where the server cannot say. */
  readonly loopP99Ms: number | null
}

export type LoadOptions = {
  readonly pid: number
  /** The core that the server is kept on. */
  readonly core: number | null
  readonly crowd: CrowdCommand
  /** One person for a moment, before memory is read for the first time. null: it is read at once, and its growth means nothing. */
  readonly visitor: CrowdCommand | null
  /** 99th percentile since it was asked last, ms; null: not known. */
  readonly readLoopMs: () => Promise<number | null>
  readonly say: (sentence: string) => void
}

/** The heap gives back what starting took some eight seconds after the last thing has happened. */
const calmMs = 10_000

/** Lets a first visitor in and out, then the crowd, and watches the server in the crowd's window. @throws Error when the crowd fails */
export async function measureLoad({ pid, core, crowd, visitor, readLoopMs, say }: LoadOptions): Promise<Load> {
  if (visitor !== null) {
    await runCrowdProcess(visitor, () => undefined, { began: () => undefined, ended: () => undefined })
    await wait(calmMs)
  }
  const before = readProcessTree(pid)
  const resident: number[] = []
  const loops: Promise<number | null>[] = []
  const timers: NodeJS.Timeout[] = []
  const coreBusy = (): number => (core === null ? Number.NaN : readCoreBusySeconds(core))
  const ends = { began: { ms: 0, cpu: 0, busy: 0 }, ended: { ms: 0, cpu: 0, busy: 0 } }
  const readEnd = () => ({ ms: performance.now(), cpu: readProcessTree(pid).cpuSeconds, busy: coreBusy() })
  const readLoop = (): void => void loops.push(readLoopMs())
  try {
    const figures = await runCrowdProcess(crowd, say, {
      began() {
        ends.began = readEnd()
        readLoop()
        timers.push(setInterval(() => void resident.push(readProcessTree(pid).residentMb), 1000))
      },
      ended() {
        ends.ended = readEnd()
        for (const timer of timers.splice(0)) clearInterval(timer)
        readLoop()
      },
    })
    // The first reading is of the time before the window.
    const [, loopP99Ms] = await Promise.all(loops)
    const seconds = (ends.ended.ms - ends.began.ms) / 1000
    const cpuCores = (ends.ended.cpu - ends.began.cpu) / seconds
    return {
      figures,
      cpuCores,
      othersCores: core === null ? null : Math.max(0, (ends.ended.busy - ends.began.busy) / seconds - cpuCores),
      residentBeforeMb: before.residentMb,
      residentMb: percentile(resident, 0.5),
      loopP99Ms,
    }
  } finally {
    for (const timer of timers) clearInterval(timer)
  }
}
