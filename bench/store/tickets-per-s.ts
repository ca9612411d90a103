import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../server/store/index.ts'
import type { Measurement } from '../figures/figure.ts'
import { measureTickets } from './measure-tickets.ts'

const callers = 32
/** The first run warms code, caches and the log, which is at its full length then; the median of the others counts. */
const runs = 4
const pairsEach = 1000

/**
 * Pairs of issue and call that the store acknowledges a second: a database file in its writer thread, every commit flushed to the disk, 32 callers who each
 * wait for their acknowledgement, nobody walking. n: pairs counted in the run of the median.
 */
export async function measureTicketsPerS(): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'balai-tickets-'))
  const store = await openSqliteStore({ file: join(folder, 'balai.sqlite') })
  try {
    const found: Measurement[] = []
    for (let run = 0; run < runs; run++) {
      const { pairs, perSecond } = await measureTickets(store, { callers, pairsEach, day: run })
      process.stderr.write(`run ${run}: ${perSecond.toFixed(0)} pairs a second${run === 0 ? ' (to warm up)' : ''}\n`)
      if (run > 0) found.push({ value: perSecond, n: pairs })
    }
    return found.sort((a, b) => a.value - b.value)[Math.floor(found.length / 2)]
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
