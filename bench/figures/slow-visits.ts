import { CodedError } from '@balai/engine/core'
import { chromium, type Page } from 'playwright-core'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { createQuota } from '../browser/quota.ts'
import { openSlowWire } from '../browser/slow-wire.ts'
import type { FigureErrorCode, Measurement } from './figure.ts'
import { phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'

/** A bad phone on a bad line: the whole browser has a quarter of a core, the line 400 kbit/s and 400 ms there and back. */
const phone = { cores: 0.25, kbitPerS: 400, rttMs: 400 }
const visits = 3
/** A browser that has just been started is busy with itself; who types an address has one open already. */
const settleMs = 5000
const withinMs = 120_000
const pressMs = 150

/** From the address of `/kukar` to a list that answers what one types, s: the median of three first visits. n: visits. */
export function measureSlowListS(): Promise<Measurement> {
  return medianOf(async (page, origin) => {
    const startedMs = performance.now()
    await page.goto(`${origin}/kukar`, { waitUntil: 'commit' })
    await untilListAnswers(page)
    return (performance.now() - startedMs) / 1000
  })
}

/** From the address of the mall (`/kukar?mal=1`), with nothing kept, to the first step that is drawn, s: the median of three. n: visits. */
export function measureSlowFirstStepS(): Promise<Measurement> {
  return medianOf(async (page, origin) => {
    const startedMs = performance.now()
    await page.goto(`${origin}/kukar?mal=1`, { waitUntil: 'commit' })
    await page.locator('.mall-buttons').waitFor()
    const stepped = page.locator('html[data-balai-first-step]')
    while ((await stepped.count()) === 0) {
      if (performance.now() - startedMs > withinMs) throw new Error(`no first step within ${withinMs / 1000} s`)
      await page.keyboard.down('ArrowDown')
      await page.waitForTimeout(pressMs)
      await page.keyboard.up('ArrowDown')
    }
    // By the page's own clock: asking it again and again takes time that a thumb does not.
    return Number(await stepped.getAttribute('data-balai-first-step')) / 1000
  })
}

/** Visits with a new browser each, its quota, and a line of its own to one server. */
async function medianOf(visit: (page: Page, origin: string) => Promise<number>): Promise<Measurement> {
  const program = findChrome()
  if (program === null)
    throw new CodedError<FigureErrorCode>('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  const server = await startRunServer()
  const found: number[] = []
  try {
    for (let i = 0; i < visits; i++) {
      const quota = createQuota(program, phone.cores)
      const wire = await openSlowWire(server.port, phone)
      const browser = await chromium.launch({ executablePath: quota.launcher, args: [...chromeFlags], timeout: withinMs })
      try {
        const context = await phoneContext(browser)
        context.setDefaultTimeout(withinMs)
        const page = await context.newPage()
        await page.waitForTimeout(settleMs)
        found.push(await visit(page, wire.origin))
      } finally {
        await browser.close()
        await wire.close()
        quota.remove()
      }
    }
  } finally {
    await server.stop()
  }
  found.sort((a, b) => a - b)
  process.stderr.write(`${found.map((seconds) => seconds.toFixed(2)).join(' ')} s\n`)
  return { value: found[Math.floor(found.length / 2)], n: found.length }
}

/** Types a word as soon as there is a field, until the list answers with what it found. */
async function untilListAnswers(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      if (document.querySelector('.results') !== null) return true
      const input = document.querySelector<HTMLInputElement>('#cari-teks')
      // The page waits for a pause in the typing, which must be longer than 150 ms.
      const nowMs = performance.now()
      if (input === null || nowMs < Number(input.dataset.benchNext ?? 0)) return false
      input.dataset.benchNext = String(nowMs + 300)
      input.value = 'ktp'
      input.dispatchEvent(new Event('input', { bubbles: true }))
      return false
    },
    undefined,
    { polling: 50 },
  )
}
