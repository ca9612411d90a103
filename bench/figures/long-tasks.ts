import { CodedError } from '@balai/engine/core'
import { chromium, type Page } from 'playwright-core'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { createQuota } from '../browser/quota.ts'
import type { FigureErrorCode, Measurement } from './figure.ts'
import { enterMall, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'

type WatchedPage = { balaiLong: number; balaiSteps: number; balaiLast: number }

const cores = 0.5
const walkMs = 60_000
/** Walls and what else is loaded late have come by then. */
const settleMs = 6000
const keys = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'] as const
const turnMs = 1700

/**
 * Tasks of more than 50 ms on the page's own thread while one walks for a minute, the whole browser held to half a core. n: frames in which the own
 * avatar was drawn elsewhere than in the one before. @throws CodedError `no-browser`, `no-cgroup`
 */
export async function measureLongTasks(): Promise<Measurement> {
  const program = findChrome()
  if (program === null)
    throw new CodedError<FigureErrorCode>('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  const quota = createQuota(program, cores)
  const server = await startRunServer()
  const browser = await chromium.launch({ executablePath: quota.launcher, args: [...chromeFlags], timeout: 120_000 })
  try {
    const context = await phoneContext(browser, { pixelRatio: 1 })
    context.setDefaultTimeout(60_000)
    await context.addInitScript(watch)
    const { page, problems } = await openPage(context, `${server.origin}/kukar?probe`)
    await enterMall(page, problems)
    await page.waitForTimeout(settleMs)
    await page.keyboard.press('ArrowUp')
    await page.waitForTimeout(settleMs)
    const before = await read(page)
    for (const untilMs = performance.now() + walkMs; performance.now() < untilMs; ) {
      for (const key of keys) {
        await page.keyboard.down(key)
        await page.waitForTimeout(turnMs)
        await page.keyboard.up(key)
      }
    }
    const after = await read(page)
    return { value: after.balaiLong - before.balaiLong, n: after.balaiSteps - before.balaiSteps }
  } finally {
    await browser.close()
    await server.stop()
    quota.remove()
  }
}

function watch(): void {
  const page = globalThis as unknown as WatchedPage & EventTarget
  page.balaiLong = page.balaiSteps = page.balaiLast = 0
  new PerformanceObserver((list) => {
    page.balaiLong += list.getEntries().length
  }).observe({ type: 'longtask', buffered: true })
  page.addEventListener('balai:drawn', (event) => {
    const { own, people } = (event as CustomEvent<{ own: number; people: Float64Array }>).detail
    for (let i = 0; i < people.length; i += 3) {
      if (people[i] !== own) continue
      const at = people[i + 1] + people[i + 2] * 1000
      if (at !== page.balaiLast) page.balaiSteps++
      page.balaiLast = at
    }
  })
}

function read(page: Page): Promise<WatchedPage> {
  return page.evaluate(() => {
    const { balaiLast, balaiLong, balaiSteps } = globalThis as unknown as WatchedPage
    return { balaiLast, balaiLong, balaiSteps }
  })
}
