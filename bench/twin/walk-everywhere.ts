import type { Runtime } from './runtimes.ts'
import type { TwinResult, TwinRun } from './twin-run.ts'

/** What one runtime answered, run by run, what it called itself, and how long it walked, ms, all its processes together. */
export type Walks = { readonly runtime: string; by: string; readonly results: TwinResult[]; walkedMs: number }

/**
 * Every run in every runtime, two processes at a time: one takes the runtimes from the first on, the other from the last on, each run by run,
 * so that both have something to do until the end. @throws the first failure of a runtime, Error when one is not what it should be
 */
export async function walkEverywhere(runtimes: readonly Runtime[], runs: readonly TwinRun[], now: () => number): Promise<Walks[]> {
  const walks = runtimes.map(({ name }): Walks => ({ runtime: name, by: '', results: [], walkedMs: 0 }))
  const waiting = runtimes.map(() => [...runs.keys()])
  let hasFailed = false
  const walkOne = async (index: number): Promise<void> => {
    if (waiting[index].length === 0) return
    const walker = await runtimes[index].open()
    try {
      if (!runtimes[index].by.test(walker.by)) throw new Error(`${runtimes[index].name} was to be opened, and it is ${walker.by}`)
      walks[index].by = walker.by
      for (let run = waiting[index].shift(); run !== undefined && !hasFailed; run = waiting[index].shift()) {
        const startMs = now()
        walks[index].results[run] = await walker.walk(runs[run])
        walks[index].walkedMs += now() - startMs
      }
    } finally {
      await walker.close()
    }
  }
  const lane = async (order: readonly number[]): Promise<void> => {
    try {
      for (const index of order) if (!hasFailed) await walkOne(index)
    } catch (error) {
      hasFailed = true
      throw error
    }
  }
  const order = [...runtimes.keys()]
  const ends = await Promise.allSettled([lane(order), lane(order.toReversed())])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return walks
}
