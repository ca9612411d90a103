import type { BotFigure } from '../bots/findings.ts'
import { startRunServer } from '../figures/run-server.ts'
import { readOptions } from '../bots/options.ts'
import { type Cores, startOnCore } from './cores.ts'
import { type CrowdCommand, crowdWithinMs } from './crowd-process.ts'
import { type Lateness, latePercentile, readLateness } from './lateness.ts'
import { type Load, measureLoad } from './measure-load.ts'
import { readServerMetrics, type ServerMetrics } from './server-metrics.ts'

export type ServerLoad = Load & { readonly metrics: ServerMetrics }

const botsEntry = new URL('bots-crowd.ts', import.meta.url)
/** As `npm start` has it; what it logs is read and dropped. */
const settings = { LOG_LEVEL: 'info', NODE_ENV: 'production' }

/**
 * Starts the product's own server on its core with a new data folder, lets bots walk in it, and stops it.
 * @param botArgs options of `npm run bots`, without --url. @throws Error when server or bots fail
 */
export async function measureServer(botArgs: readonly string[], cores: Cores | null, say: (sentence: string) => void): Promise<ServerLoad> {
  const server = await startOnCore(cores?.server ?? null, () => startRunServer({ settings }))
  let metrics: ServerMetrics = new Map()
  let late: Lateness | null = null
  const crowd = (own: readonly string[]): CrowdCommand => {
    const args = ['--url', server.origin, ...own]
    const options = readOptions(args)
    if (options === null) throw new TypeError('botArgs must be a run, not --help')
    return { entry: botsEntry, args, core: cores?.crowd ?? null, withinMs: crowdWithinMs(options) }
  }
  try {
    const load = await measureLoad({
      pid: server.pid,
      core: cores?.server ?? null,
      crowd: crowd(botArgs),
      visitor: crowd(['--n', '1', '--seconds', '1', '--warm-up', '1']),
      async readLoopMs() {
        metrics = await readServerMetrics(server.origin, 'balai_world')
        const [before, after] = [late, await readLateness(server.origin)]
        late = after
        return before === null || after === null ? null : latePercentile(before, after, 0.99)
      },
      say,
    })
    return { ...load, metrics }
  } finally {
    await server.stop()
  }
}

/** What the server says of itself; NaN where it does not. */
export function saidFigures({ metrics }: ServerLoad): BotFigure[] {
  const said = (key: string, metric: string): BotFigure => ({
    key,
    value: metrics.get(metric) ?? Number.NaN,
    unit: '',
    n: metrics.has(metric) ? 1 : 0,
  })
  return [said('server_corrections', 'balai_world_corrections'), said('slipped_ticks', 'balai_world_slipped_ticks')]
}
