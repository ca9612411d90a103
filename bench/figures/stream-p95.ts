import { openStreamRig, rigCounter } from './stream-rig.ts'

/** Pictures that must have been read: an empty sample would pass every bar. */
const leastPictures = 500
const warmUpMs = 4000
const mostMs = 90_000

/**
 * Capture to screen of a counter's live picture: 95th percentile in ms over at least 500 pictures, each carrying the time it was drawn.
 * The sender's camera code, the server's routes on loopback and the viewer's player are the product's own.
 * @param options.fault holds every part back at the origin for two seconds, for real
 * @throws Error when fewer pictures could be read in a minute and a half
 */
export async function measureStreamP95(options: { fault?: boolean } = {}): Promise<{ value: number; n: number }> {
  const rig = await openStreamRig({ holdMs: options.fault ? 2000 : 0 })
  try {
    const officer = await rig.open('officer')
    await officer.evaluate((counter) => (globalThis as unknown as OfficerPage).officer.start({ counter }), rigCounter)
    const viewer = await rig.open('viewer')
    await viewer.evaluate((playlist) => (globalThis as unknown as ViewerPage).viewer.start(playlist), `/stream/${rigCounter}/live.m3u8`)
    await viewer.waitForFunction(() => (globalThis as unknown as ViewerPage).viewer.ages.length > 0, undefined, { timeout: 30_000 })
    // The first seconds are the player's catching up; a viewer at the counter sees what follows.
    await viewer.waitForTimeout(warmUpMs)
    await viewer.evaluate(() => {
      ;(globalThis as unknown as ViewerPage).viewer.ages.length = 0
    })
    const isEnough = (least: number): boolean => (globalThis as unknown as ViewerPage).viewer.ages.length >= least
    await viewer.waitForFunction(isEnough, leastPictures, { timeout: mostMs })
    const ages = await viewer.evaluate(() => (globalThis as unknown as ViewerPage).viewer.ages)
    return { value: percentile(ages, 0.95), n: ages.length }
  } finally {
    await rig.close()
  }
}

type OfficerPage = { officer: { start(options: { counter: string }): Promise<void> } }
type ViewerPage = { viewer: { ages: number[]; start(playlist: string): void } }

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1]
}
