import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts. Labels are routes, codes and regions, never people. */
export type Metrics = {
  watchRequests(app: FastifyInstance): void
  countQueueEvent(type: string, region: string): void
  /** How late steps of the world began, ms. */
  countLateSteps(lateMs: readonly number[]): void
  /** Asked at each reading. */
  readSockets(read: () => { readonly service: number; readonly world: number }): void
  readWorlds(
    read: () => readonly {
      readonly region: string
      readonly people: number
      readonly ticks: number
      readonly bytesSent: number
      readonly corrections: number
      readonly slippedTicks: number
    }[],
  ): void
  /** @param only the beginning of the names wanted; left out: all */
  read(only?: string): Promise<{ type: string; text: string }>
}

/** How often the main thread's loop is looked at, ms: what is on top of it is lateness. */
const loopLookMs = 10
/** Looking wakes the thread a hundred times a second: it is done while somebody reads the figure, and so long after. */
const lookOnMs = 60_000

export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [registry] = registers
  watchProcess(registry)
  const requests = new Histogram({
    name: 'balai_http_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.01, 0.05, 0.2, 1, 5],
    registers,
  })
  const queueEvents = new Counter({
    name: 'balai_queue_events_total',
    help: 'Committed queue events',
    labelNames: ['type', 'region'],
    registers,
  })
  const stepLateness = new Histogram({
    name: 'balai_world_step_late_ms',
    help: 'How late the world threads began each step of the halls, ms',
    buckets: [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 200, 500],
    registers,
  })
  const loop = monitorEventLoopDelay({ resolution: loopLookMs })
  let stopLooking: NodeJS.Timeout | null = null
  const lateness = new Gauge({
    name: 'balai_main_loop_p99_ms',
    help: 'Lateness of the main thread, 99th percentile since the last reading, ms; watched from the first reading on',
    registers: [],
    collect() {
      if (stopLooking === null) loop.enable()
      else this.set(Math.max(0, loop.percentile(99) / 1e6 - loopLookMs))
      loop.reset()
      clearTimeout(stopLooking ?? undefined)
      stopLooking = setTimeout(() => {
        loop.disable()
        stopLooking = null
      }, lookOnMs)
      stopLooking.unref()
    },
  })
  registry.registerMetric(lateness)
  return {
    watchRequests(app) {
      app.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none'
        requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
      })
    },
    countLateSteps(lateMs) {
      for (const ms of lateMs) stepLateness.observe(ms)
    },
    countQueueEvent: (type, region) => queueEvents.inc({ type, region }),
    readSockets(read) {
      registry.registerMetric(
        new Gauge({
          name: 'balai_sockets',
          help: 'Open sockets',
          labelNames: ['kind'],
          registers: [],
          collect() {
            const { service, world } = read()
            this.set({ kind: 'service' }, service)
            this.set({ kind: 'world' }, world)
          },
        }),
      )
    },
    readWorlds(read) {
      const gauge = (name: string, help: string, valueOf: (stats: ReturnType<typeof read>[number]) => number) =>
        new Gauge({
          name,
          help,
          labelNames: ['region'],
          registers,
          collect() {
            this.reset()
            for (const stats of read()) this.set({ region: stats.region }, valueOf(stats))
          },
        })
      gauge('balai_world_people', 'People in the hall', ({ people }) => people)
      gauge('balai_world_ticks', 'Ticks run', ({ ticks }) => ticks)
      gauge('balai_world_bytes_sent', 'Bytes sent to walking sockets', ({ bytesSent }) => bytesSent)
      gauge('balai_world_slipped_ticks', 'Ticks left out because the machine could not keep up', ({ slippedTicks }) => slippedTicks)
      gauge('balai_world_corrections', 'Corrections: where phone and server disagreed', ({ corrections }) => corrections)
    },
    async read(only = '') {
      const names = registry.getMetricsAsArray().map(({ name }) => name)
      const wanted = names.filter((name) => name.startsWith(only))
      const texts = await Promise.all(wanted.map((name) => registry.getSingleMetricAsString(name)))
      return { type: registry.contentType, text: `${texts.join('\n\n')}\n` }
    },
  }
}

/** What the process itself uses; prom-client's own set would watch the loop all day. */
function watchProcess(registry: Registry): void {
  const gauge = (name: string, help: string, value: () => number) =>
    registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(value())
        },
      }),
    )
  const startedAt = Date.now() / 1000 - process.uptime()
  gauge('process_start_time_seconds', 'Start of the process, seconds since 1970', () => startedAt)
  gauge('process_cpu_seconds_total', 'Time of all cores that the process has used, seconds', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  })
  gauge('process_resident_memory_bytes', 'Memory that the process holds', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_used_bytes', 'Heap of the main thread in use', () => process.memoryUsage().heapUsed)
}
