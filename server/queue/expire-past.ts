import type { Malls } from '../mall/index.ts'
import type { Store } from '../store/index.ts'
import { commandLine } from './command-ticket.ts'
import type { QueueActors } from './queue-actors.ts'

/** Lines older than this were closed by the server that ran then. */
const reachMs = 7 * 86_400_000

/**
 * Expires who still waits in lines of past office days, also of days on which no server ran to their end.
 * Somebody who is at a counter over midnight is served to the end: that line stays in memory until then.
 * @returns a function to be called about every minute; it gives the number of tickets expired
 */
export function createPastDays(options: { store: Store; actors: QueueActors; clock: () => number; malls: Malls }): () => Promise<number> {
  const { store, actors, clock, malls } = options
  /** The office day of each region up to which everything before was looked at. */
  const doneUpTo = new Map<string, string>()

  async function expireRegion(region: string, today: string): Promise<number> {
    const atMs = clock()
    const oldest = new Date(atMs - reachMs).toISOString().slice(0, 10)
    let expired = 0
    for (const name of await store.listStreams(`queue/${region}/`)) {
      const [, , group = '', day = ''] = name.split('/')
      if (day >= today || day < oldest || malls.group(region, group) === null) continue
      const actor = actors.at(region, group, day)
      const events = await commandLine(actor, { type: 'expire-all', atMs })
      expired += events.length
      forgetIdle()
    }
    return expired
  }
  function forgetIdle(): void {
    for (const actor of actors.all()) {
      const state = actor.peek()
      if (actor.day < actors.dayNow(actor.region) && (state === null || state.inHandOf.size === 0)) actors.forget(actor)
    }
  }

  return async () => {
    let expired = 0
    for (const { slug } of malls.regions) {
      const today = actors.dayNow(slug)
      if (doneUpTo.get(slug) === today) continue
      expired += await expireRegion(slug, today)
      doneUpTo.set(slug, today)
    }
    forgetIdle()
    return expired
  }
}
