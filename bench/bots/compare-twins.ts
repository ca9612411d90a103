import { createSnapshotBuffer, openSnapshot } from '@balai/engine/snapshot'
import type { Bot } from './bot.ts'

/** How the pictures that twins have of others agree with those others. */
export type TwinComparison = {
  /** Twins that were in. */
  twins: number
  /** Others seen by twins: this many pairs were compared … */
  pairs: number
  /** … and so many of them showed somebody walking. */
  movingPairs: number
  /** Pairs in which the picture is at no place, to the bit, where the other was in the last 48 steps. */
  divergences: number
  /** Distance between picture and body in the worst of those, metres. */
  worstM: number
  /** Seen by twins, but none of ours: other visitors, or people who are no longer there. */
  strangers: number
}

/** Compares every twin's picture of the others with where those have themselves. Call it when news has had time to arrive. */
export function compareTwins(bots: readonly Bot[]): TwinComparison {
  const byNetId = new Map<number, Bot>()
  for (const bot of bots) {
    const netId = bot.netId()
    if (netId !== null) byNetId.set(netId, bot)
  }
  const result: TwinComparison = { twins: 0, pairs: 0, movingPairs: 0, divergences: 0, worstM: 0, strangers: 0 }
  const picture = openSnapshot(createSnapshotBuffer(256))
  for (const twin of bots) {
    const client = twin.client()
    if (!twin.isTwin || client === null || twin.netId() === null) continue
    result.twins += 1
    client.snapshot(0, picture)
    for (let i = 0; i < picture.header[3]; i++) {
      if (picture.netId[i] === twin.netId()) continue
      const other = byNetId.get(picture.netId[i])
      const last = other?.trail.last() ?? null
      if (other === undefined || last === null) {
        result.strangers += 1
        continue
      }
      result.pairs += 1
      if (other.isMoving()) result.movingPairs += 1
      if (other.trail.stepsSince(picture.toX[i], picture.toY[i], picture.toZ[i]) >= 0) continue
      result.divergences += 1
      result.worstM = Math.max(result.worstM, Math.hypot(picture.toX[i] - last.x, picture.toZ[i] - last.z))
    }
  }
  return result
}
