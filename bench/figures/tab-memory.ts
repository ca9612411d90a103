import type { Measurement } from './figure.ts'
import { enterMall, launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { watchHeap } from './run-heap.ts'
import { meterCards, readTabMemory, type TabMemory } from './run-memory.ts'
import { startRunServer } from './run-server.ts'
import { goUpstairs, takeSteps, travelTo } from './walk-mall.ts'

/** Both figures come from one walk. */
let walk: Promise<readonly TabMemory[]> | null = null

/**
 * Most memory of the tab, JavaScript's and the graphics card's, MB of a million bytes: a phone of 360 × 740 points at twice the pixels, the high
 * tier, walked through both storeys of Kukar's mall, through the malls of two other regions, and back. n: places where it was read.
 */
export async function measureTabMb(): Promise<Measurement> {
  const readings = await (walk ??= walkAll())
  return { value: Math.max(...readings.map(({ wholeMb }) => wholeMb)), n: readings.length }
}

/** How much more the tab holds at the end of that walk than at its beginning, as a share. n: places where it was read. */
export async function measureTabLeak(): Promise<Measurement> {
  const readings = await (walk ??= walkAll())
  const first = readings[0]
  const last = readings[readings.length - 1]
  return { value: Math.max(0, last.wholeMb / first.wholeMb - 1), n: readings.length }
}

async function walkAll(): Promise<readonly TabMemory[]> {
  const server = await startRunServer()
  const browser = await launchBrowser()
  try {
    const context = await phoneContext(browser)
    context.setDefaultTimeout(60_000)
    // What one would choose who has a good phone; what is measured must not depend on how quick this machine is.
    await context.addInitScript(() => localStorage.setItem('balai.quality', 'high'))
    await meterCards(context)
    const { page, problems } = await openPage(context, `${server.origin}/kukar`)
    // It collects the garbage of every thread, and waits until nothing more goes.
    const heap = await watchHeap(page)
    await enterMall(page, problems)
    const readings: TabMemory[] = []
    const read = async (): Promise<void> => {
      await takeSteps(page)
      await heap.read()
      readings.push(await readTabMemory(browser, page))
    }
    await read()
    await goUpstairs(page)
    await read()
    for (const region of ['Kota Kendari', 'Kota Bandung', 'Kutai Kartanegara']) {
      await travelTo(page, region)
      await read()
    }
    return readings
  } finally {
    await browser.close()
    await server.stop()
  }
}
