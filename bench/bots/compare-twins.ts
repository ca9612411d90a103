import { createSnapshotBuffer, openSnapshot, pose } from '@balai/engine/snapshot'
import type { Bot } from './bot.ts'

/** How the pictures that twins have of others agree with where those others have themselves, once everybody has come to rest. */
export type TwinComparison = {
  /** Twins that were in. */
  readonly twins: number
  /** Others seen by twins: this many pairs were compared. */
  readonly pairs: number
  /** Pairs in which the two differ by as little as one bit. */
  readonly divergences: number
  /** Distance between picture and body in the worst of those, metres. */
  readonly worstM: number
  /** Pairs left out because somebody in them had not come to rest. */
  readonly walking: number
  /** Seen by twins, but none of ours: other visitors, or people who are no longer there. */
  readonly strangers: number
  /** How far behind twins show others, ticks; mean. */
  readonly lagTicks: number
}

/** What one twin sees of one other, metres. */
export type Sight = { readonly netId: number; readonly x: number; readonly y: number; readonly z: number; readonly isWalking: boolean }
export type TwinPicture = { readonly lagTicks: number; readonly sights: readonly Sight[] }

/** What every twin sees at this moment. */
export function takePictures(bots: readonly Bot[]): TwinPicture[] {
  const arrays = openSnapshot(createSnapshotBuffer(256))
  const pictures: TwinPicture[] = []
  for (const twin of bots) {
    const client = twin.client()
    if (!twin.isTwin || client === null || twin.netId() === null) continue
    client.snapshot(0, arrays)
    const sights: Sight[] = []
    for (let i = 0; i < arrays.header[3]; i++) {
      if (arrays.netId[i] === twin.netId()) continue
      const isWalking = arrays.pose[i] === pose.walk
      sights.push({ netId: arrays.netId[i], x: arrays.toX[i], y: arrays.toY[i], z: arrays.toZ[i], isWalking })
    }
    pictures.push({ lagTicks: client.stats().lagTicks, sights })
  }
  return pictures
}

/** Compares what twins see with where those others have themselves. */
export function comparePictures(
  pictures: readonly TwinPicture[],
  bots: readonly Pick<Bot, 'netId' | 'position' | 'isMoving'>[],
): TwinComparison {
  const byNetId = new Map(bots.map((bot) => [bot.netId(), bot]))
  const count = { pairs: 0, divergences: 0, worstM: 0, walking: 0, strangers: 0 }
  for (const { netId, x, y, z, isWalking } of pictures.flatMap((picture) => picture.sights)) {
    const other = byNetId.get(netId)
    const at = other?.position() ?? null
    if (other === undefined || at === null) count.strangers += 1
    else if (isWalking || other.isMoving()) count.walking += 1
    else {
      count.pairs += 1
      if (at.x === x && at.y === y && at.z === z) continue
      count.divergences += 1
      count.worstM = Math.max(count.worstM, Math.hypot(x - at.x, y - at.y, z - at.z))
    }
  }
  const lagTicks = pictures.reduce((sum, picture) => sum + picture.lagTicks, 0) / Math.max(1, pictures.length)
  return { twins: pictures.length, ...count, lagTicks }
}
