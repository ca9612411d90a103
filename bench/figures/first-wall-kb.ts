import { readFileSync } from 'node:fs'
import { avatarRadiusM } from '@balai/engine/core'
import { parseTiledMap, type SpaceMap } from '@balai/engine/space'
import type { Measurement } from './figure.ts'
import { drawnAt, ownNetId, watchDrawn } from './drawn-probe.ts'
import { enterMall, launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'
import { openWire } from './run-wire.ts'

const withinMs = 60_000
const lookEveryMs = 100
/** Steps through free space end 5 cm before a wall; only physics goes nearer. */
const touchingM = avatarRadiusM + 0.04

/**
 * What it costs until everything of walking works, kB of a thousand bytes in both directions: from nothing, through "Masuk mal", with a key
 * held down, until the avatar leans on a wall, where only physics can have put it. n: answers received.
 */
export async function measureFirstWallKb(): Promise<Measurement> {
  const map = parseTiledMap(JSON.parse(readFileSync(new URL('../../assets/maps/kukar.tmj', import.meta.url), 'utf8')))
  const browser = await launchBrowser()
  const server = await startRunServer()
  const wire = await openWire(server.port)
  try {
    const context = await phoneContext(browser)
    await watchDrawn(context)
    let answers = 0
    context.on('requestfinished', () => answers++)
    const { page, problems } = await openPage(context, `${wire.origin}/kukar?probe`)
    await enterMall(page, problems)
    const own = await ownNetId(page)
    await page.keyboard.down('ArrowDown')
    for (const until = performance.now() + withinMs; performance.now() < until; ) {
      const at = await drawnAt(page, own)
      const areWallsReady = (await page.locator('html[data-balai-walls="ready"]').count()) > 0
      if (areWallsReady && at !== null && wallDistanceM(map, at.x, at.z) < touchingM) {
        return { value: (wire.bytesDown() + wire.bytesUp()) / 1000, n: answers }
      }
      await page.waitForTimeout(lookEveryMs)
    }
    throw new Error(`nobody leant on a wall within ${withinMs / 1000} s: ${problems.join('; ')}`)
  } finally {
    await browser.close()
    await wire.close()
    await server.stop()
  }
}

/** From (x, z) to the nearest solid, metres. */
function wallDistanceM(map: SpaceMap, x: number, z: number): number {
  return map.solids.reduce((least, { x0, x1, z0, z1 }) => {
    const distance = Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(z0 - z, 0, z - z1))
    return Math.min(least, distance)
  }, Number.POSITIVE_INFINITY)
}
