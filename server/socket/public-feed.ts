import type { CounterSummary, QueueSummary, ServiceEvent } from '../../game/api/index.ts'
import type { QueueService } from '../queue/index.ts'
import type { People } from './people.ts'
import { createRefresher } from './refresher.ts'
import type { ServiceConnection } from './service-connection.ts'

/** The public state of regions, to whoever watches them: the whole at first, then what changed. */
export type PublicFeed = {
  watch(connection: ServiceConnection, region: string | null): Promise<void>
}

export function createPublicFeed(options: { queue: QueueService; people: People; onError: (error: unknown) => void }): PublicFeed {
  const { queue, people, onError } = options
  const lastSummary = new Map<string, QueueSummary>()
  const refreshers = new Map<string, () => void>()

  function watchers(region: string): ServiceConnection[] {
    return [...people.all()].filter((connection) => connection.watching === region)
  }
  async function refresh(region: string): Promise<void> {
    if (watchers(region).length === 0) {
      lastSummary.delete(region)
      return
    }
    const summary = await queue.summary(region)
    const before = lastSummary.get(region)
    lastSummary.set(region, summary)
    for (const event of changes(before, summary)) for (const connection of watchers(region)) connection.send(event)
  }
  queue.events.on('region', (region) => {
    let refresher = refreshers.get(region)
    if (refresher === undefined) {
      refresher = createRefresher(() => refresh(region), onError)
      refreshers.set(region, refresher)
    }
    refresher()
  })
  queue.events.on('ticket', ({ event, placed }) => {
    if (event.type !== 'called' && event.type !== 'recalled') return
    const called: ServiceEvent = {
      type: 'called',
      region: placed.region,
      label: placed.ticket.label ?? '',
      counter: event.counter,
      at: new Date(event.atMs).toISOString(),
    }
    for (const connection of watchers(placed.region)) connection.send(called)
  })

  return {
    async watch(connection, region) {
      connection.watching = region
      if (region === null) return
      const summary = await queue.summary(region)
      if (connection.watching === region) connection.send({ type: 'queue', summary })
    },
  }
}

/** The fewest messages that bring a page from one summary to the next. */
function changes(before: QueueSummary | undefined, now: QueueSummary): ServiceEvent[] {
  const textOf = ({ groups, skipped }: QueueSummary): string => JSON.stringify([groups, skipped])
  if (before === undefined || before.day !== now.day || textOf(before) !== textOf(now)) {
    return [{ type: 'queue', summary: now }]
  }
  const known = new Map<string, CounterSummary>(before.counters.map((counter) => [counter.counter, counter]))
  return now.counters
    .filter((counter) => JSON.stringify(known.get(counter.counter)) !== JSON.stringify(counter))
    .map((counter) => ({ type: 'counter', region: now.region, counter }))
}
