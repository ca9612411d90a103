import { fileURLToPath } from 'node:url'
import { createRapierPhysics } from '@balai/engine/physics'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findMismatches } from '../../bench/twin/find-mismatches.ts'
import { type ServedPage, servePage } from '../../bench/twin/serve-page.ts'
import { twinMaps } from '../../bench/twin/twin-maps.ts'
import type { TwinResult } from '../../bench/twin/twin-run.ts'
import { walkTwin } from '../../bench/twin/twin-walk.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { walkSurface } from '../../scripts/trim-rapier/surface.ts'

// A taste of `npm run figures -- twin_mismatch`, which walks five maps, far longer, on four runtimes.
let served: ServedPage
let browser: Browser
let page: Page

beforeAll(async () => {
  served = await servePage(fileURLToPath(new URL('page.ts', import.meta.url)))
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
  page = await browser.newPage()
  await page.goto(served.origin)
  await page.waitForFunction('typeof walkHere === "function"')
})

afterAll(async () => {
  await browser?.close()
  served?.close()
})

it('300 ticks of 12 avatars among steps (seed 7): the same bits in Node and in Chromium, all together and a half alone', async () => {
  const { name, source } = twinMaps()[4]
  const run = { map: name, source, seed: 7, ticks: 300, avatars: 12 }
  const here = await walkTwin(createRapierPhysics, run)
  const there: TwinResult = await page.evaluate(`walkHere(${JSON.stringify(run)})`)
  expect(findMismatches(there.together.every, here.together.every)).toEqual({ compared: 3600, differing: 0, first: [] })
  expect(findMismatches(there.alone.every, here.alone.every)).toEqual({ compared: 1800, differing: 0, first: [] })
})

it('20,000 moves in 100 worlds of every kind (seed 6): the trimmed WASM in Chromium gives the bits of the whole one in Node', async () => {
  const surface = { seed: 6, worlds: 100, moves: 200 }
  const here = await walkSurface(createRapierPhysics, surface)
  expect(new Set(here).size).toBe(surface.worlds)
  expect(await page.evaluate(`surfaceHere(${JSON.stringify(surface)})`)).toEqual(here)
})
