import { join } from 'node:path'
import { createRng } from '@balai/engine/core'
import { openSqliteStore, type Store } from '../../server/store/index.ts'
import { runAndKill } from '../../tests/server/store/run-and-kill.ts'
import type { Measurement } from '../figures/figure.ts'
import { createLoopDisk } from './loop-disk.ts'

/** Acknowledged events of one round, fewest and most. */
const roundEvents = [250, 450] as const
const seed = 20_26

/**
 * Acknowledged events that a power cut lost or tore. A store writes under the load of 16 callers on a disk of its own; at a random moment the power goes,
 * and whatever had not reached the disk with it. Then the disk is mounted and the database opened again: every acknowledged event must be there with
 * its ticket and its key, at the end those of all rounds. n: acknowledged events.
 * @throws CodedError `no-loop-device`
 */
export async function measurePowercutLost(rounds: number): Promise<Measurement> {
  const disk = await createLoopDisk()
  const rng = createRng(seed)
  const acknowledged = new Map<string, number>()
  try {
    const file = join(disk.folder, 'data', 'balai.sqlite')
    // The first start is over before the power may go: an install that was never up has acknowledged nothing.
    await (await openSqliteStore({ file })).close()
    for (let round = 1; round <= rounds; round++) {
      const enough = roundEvents[0] + Math.floor(rng() * (roundEvents[1] - roundEvents[0]))
      const ofRound = await runAndKill(file, round, enough)
      for (const [stream, version] of ofRound) acknowledged.set(stream, version)
      await disk.cutPower()
      const lost = await countLost(file, ofRound)
      // A database that has lost something may not take another round.
      if (lost > 0) return { value: lost, n: countOf(acknowledged) }
    }
    return { value: await countLost(file, acknowledged), n: countOf(acknowledged) }
  } finally {
    await disk.remove()
  }
}

function countOf(acknowledged: ReadonlyMap<string, number>): number {
  return [...acknowledged.values()].reduce((sum, version) => sum + version, 0)
}

async function countLost(file: string, acknowledged: ReadonlyMap<string, number>): Promise<number> {
  let store: Store
  try {
    store = await openSqliteStore({ file })
  } catch (error) {
    process.stderr.write(`the database would not open: ${String(error)}\n`)
    return countOf(acknowledged)
  }
  let lost = 0
  for (const [stream, version] of acknowledged) {
    const events = await store.readStream(stream)
    for (let at = 1; at <= version; at++) {
      const id = `${stream}/${at}`
      const isWhole =
        events[at - 1]?.version === at && (await store.findTicket(id)) !== null && (await store.findIdempotent('kill', id)) !== null
      if (!isWhole) lost++
    }
  }
  await store.close()
  return lost
}
