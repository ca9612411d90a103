import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRng } from '@balai/engine/core'
import { createClient, loadPlace } from '@balai/engine/host'
import { walkToIntent } from '@balai/engine/input'
import { socketOf } from '@balai/engine/server'
import type { Browser, Page } from 'playwright-core'
import { WebSocket } from 'ws'
import { createPackedApp, freePort } from '../tests/examples/packed-app.ts'

const example = fileURLToPath(new URL('../examples/plaza', import.meta.url))
const walkers = 24

/** Opens the example plaza on the packed engine, with people in it, and hands its page to `take`. */
export async function picturePlaza(browser: Browser, take: (page: Page) => Promise<void>): Promise<void> {
  const app = await createPackedApp(example, ['ws', 'vite'], 'link')
  try {
    const [walkPort, pagePort] = [await freePort(), await freePort()]
    const env = { PORT: String(walkPort) }
    await app.start(process.execPath, ['server.ts'], /is open/, env)
    const vite = join(app.folder, 'node_modules/vite/bin/vite.js')
    app.run(process.execPath, [vite, 'build', '--logLevel', 'error'])
    await app.start(
      process.execPath,
      [vite, 'preview', '--host', '127.0.0.1', '--port', String(pagePort), '--strictPort'],
      /127\.0\.0\.1/,
      env,
    )
    const stop = await peopleThePlaza(`ws://127.0.0.1:${walkPort}`)
    const page = await browser.newPage({ viewport: { width: 1200, height: 675 } })
    await page.goto(`http://127.0.0.1:${pagePort}/`)
    await page.getByRole('button', { name: 'Enter' }).click()
    await page.getByText('Tap the square').waitFor({ timeout: 60_000 })
    // Towards the fountain, so that the square is in the middle.
    await page.mouse.click(790, 215)
    await page.waitForTimeout(9000)
    await take(page)
    stop()
  } finally {
    await app.close()
  }
}

/** People who go from zone to zone until stopped. */
async function peopleThePlaza(url: string): Promise<() => void> {
  const place = loadPlace(JSON.parse(readFileSync(join(example, 'plaza.tmj'), 'utf8')))
  const rng = createRng(11)
  const clients = await Promise.all(
    Array.from({ length: walkers }, async () => {
      const web = new WebSocket(url)
      await new Promise((open) => web.once('open', open))
      const look = Math.floor(rng() * 2 ** 32)
      return createClient({ place, socket: socketOf(web), clock: () => performance.now(), look, physics: null, onEvent: () => {} })
    }),
  )
  const goals = place.map.zones.filter((zone) => zone.kind !== 'start')
  const walk = setInterval(() => {
    for (const client of clients) {
      client.update(performance.now())
      if (rng() > 0.01) continue
      const goal = goals[Math.floor(rng() * goals.length)]
      client.want(walkToIntent(goal.x0 + rng() * (goal.x1 - goal.x0), goal.z0 + rng() * (goal.z1 - goal.z0)))
    }
  }, 50)
  return () => {
    clearInterval(walk)
    for (const client of clients) client.close()
  }
}
