import type { BrowserContext, Page } from 'playwright-core'

/** What a page opened with `?probe` tells of each drawn frame: `balai:drawn`, with the people as netId, x, z triples in metres. */
type DrawnEvent = { readonly detail: { readonly atMs: number; readonly people: Float64Array; readonly own: number } }
type Spot = { readonly x: number; readonly z: number }
type Probe = {
  own: number
  last: Record<number, Spot>
  rest: Record<number, Spot>
  /** Milliseconds since 1970 of the first frame away from the resting place. */
  movedAtMs: Record<number, number>
}
type ProbedPage = { balaiProbe: Probe; addEventListener(type: 'balai:drawn', listener: (event: DrawnEvent) => void): void }

/** Every page of the context will keep where its people were drawn. */
export async function watchDrawn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const page = globalThis as unknown as ProbedPage
    const probe: Probe = { own: 0, last: {}, rest: {}, movedAtMs: {} }
    page.balaiProbe = probe
    page.addEventListener('balai:drawn', ({ detail }) => {
      probe.own = detail.own
      for (let i = 0; i + 2 < detail.people.length; i += 3) {
        const [netId, x, z] = detail.people.subarray(i, i + 3)
        probe.last[netId] = { x, z }
        const rest = probe.rest[netId]
        if (rest === undefined || probe.movedAtMs[netId] !== undefined) continue
        if (Math.hypot(x - rest.x, z - rest.z) > 0.001) probe.movedAtMs[netId] = detail.atMs
      }
    })
  })
}

/** The page's own avatar, once it has been drawn. */
export async function ownNetId(page: Page): Promise<number> {
  await page.waitForFunction(() => (globalThis as unknown as ProbedPage).balaiProbe.own !== 0, undefined, { timeout: 20_000 })
  return page.evaluate(() => (globalThis as unknown as ProbedPage).balaiProbe.own)
}

/** Waits until the page has drawn this avatar. */
export async function untilDrawn(page: Page, netId: number): Promise<void> {
  await page.waitForFunction((id) => (globalThis as unknown as ProbedPage).balaiProbe.last[id] !== undefined, netId, { timeout: 20_000 })
}

/** Where the page has last drawn this avatar, metres; null before it has. */
export function drawnAt(page: Page, netId: number): Promise<{ x: number; z: number } | null> {
  return page.evaluate((id) => (globalThis as unknown as ProbedPage).balaiProbe.last[id] ?? null, netId)
}

/** Where everybody is drawn now is where they rest. */
export async function takeRest(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe = (globalThis as unknown as ProbedPage).balaiProbe
    probe.rest = { ...probe.last }
    probe.movedAtMs = {}
  })
}

/** When this avatar was first drawn away from its resting place, milliseconds since 1970; null when it was not within `withinMs`. */
export async function movedAtMs(page: Page, netId: number, withinMs: number): Promise<number | null> {
  const moved = (id: number): number | undefined => (globalThis as unknown as ProbedPage).balaiProbe.movedAtMs[id]
  await page
    .waitForFunction((id) => (globalThis as unknown as ProbedPage).balaiProbe.movedAtMs[id] !== undefined, netId, { timeout: withinMs })
    .catch(() => null)
  return (await page.evaluate(moved, netId)) ?? null
}
