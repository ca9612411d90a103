import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterMall, launchBrowser, openPage, phoneContext } from '../../bench/figures/run-browser.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'

/** What is loaded at its first use, by its name in the build. */
const later = [
  /^tools-/,
  /^look-/,
  /^hls\./,
  /^watch-/,
  /^talk-/,
  /^encode-/,
  /^encode\.worker-/,
  /^render-on-page-/,
  /^physics-/,
  /^rapier-/,
]
const built = readdirSync(fileURLToPath(new URL('../../dist/client/assets', import.meta.url)))

let server: RunServer
let browser: Browser

beforeAll(async () => {
  server = await startRunServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('the first step needs neither player, camera, call nor collision; collision comes after it, as WebAssembly that streams', async () => {
  expect(
    later.filter((name) => !built.some((file) => name.test(file))),
    'names that the build does not have',
  ).toEqual([])
  const context = await phoneContext(browser)
  const asked: { readonly file: string; readonly atMs: number; readonly type: string }[] = []
  context.on('response', (response) => {
    const file = new URL(response.url()).pathname.split('/').at(-1) ?? ''
    asked.push({ file, atMs: response.request().timing().startTime, type: response.headers()['content-type'] ?? '' })
  })
  const { page, problems } = await openPage(context, `${server.origin}/kukar`)
  await enterMall(page, problems)
  const stepped = page.locator('html[data-balai-first-step]')
  await expect
    .poll(
      async () => {
        await page.keyboard.press('ArrowDown', { delay: 100 })
        return stepped.count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  await page.locator('html[data-balai-walls="ready"]').waitFor({ state: 'attached', timeout: 30_000 })

  const steppedAtMs = (await page.evaluate(() => performance.timeOrigin)) + Number(await stepped.getAttribute('data-balai-first-step'))
  const before = asked.filter(({ atMs }) => atMs < steppedAtMs).map(({ file }) => file)
  expect(before.length).toBeGreaterThan(10)
  expect(before.filter((file) => later.some((name) => name.test(file)))).toEqual([])
  const wasm = asked.filter(({ file }) => file.endsWith('.wasm'))
  expect(wasm.map(({ type }) => type)).toEqual(['application/wasm'])
  expect(wasm[0].atMs).toBeGreaterThan(steppedAtMs)
  expect(problems).toEqual([])
  await context.close()
})
