import { CodedError } from '@balai/engine/core'
import { chromium, type Page } from 'playwright-core'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { createQuota, type Quota } from '../browser/quota.ts'
import type { FigureErrorCode, Measurement } from './figure.ts'
import { enterMall, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'
import { standAbout } from './stand-about.ts'

type Idle = { readonly frames: number; readonly cores: number; readonly inView: number }
type ProbedPage = { balaiFrames: number; balaiInView: number }

const people = 30
const lookMs = 10_000
/** Those who stand farther off are told of later, as the line has room. */
const settleMs = 15_000
/** So much that nothing is held back: the quota only counts. */
const allCores = 8

/** Both figures come from one look. */
let look: Promise<Idle> | null = null

/** Frames drawn in ten seconds in which nobody moves, with 30 people in view. n: people in the last frame drawn. */
export async function measureIdleFrames(): Promise<Measurement> {
  const { frames, inView } = await (look ??= lookAtIdle())
  return { value: frames, n: inView }
}

/**
 * What the whole browser uses in those ten seconds, all its processes by their cgroup, nothing taken off; of a core. n: people in the last frame
 * drawn. @throws CodedError `no-browser`, `no-cgroup`
 */
export async function measureIdleCpu(): Promise<Measurement> {
  const { cores, inView } = await (look ??= lookAtIdle())
  return { value: cores, n: inView }
}

async function lookAtIdle(): Promise<Idle> {
  const program = findChrome()
  if (program === null)
    throw new CodedError<FigureErrorCode>('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  const quota = createQuota(program, allCores)
  const server = await startRunServer()
  const browser = await chromium.launch({ executablePath: quota.launcher, args: [...chromeFlags] })
  const standers = standAbout(server, people)
  try {
    const context = await phoneContext(browser, { pixelRatio: 1 })
    await context.addInitScript(() => {
      const page = globalThis as unknown as ProbedPage & EventTarget
      page.balaiFrames = page.balaiInView = 0
      page.addEventListener('balai:drawn', (event) => {
        page.balaiFrames++
        page.balaiInView = (event as CustomEvent<{ people: Float64Array }>).detail.people.length / 3
      })
    })
    const { page, problems } = await openPage(context, `${server.origin}/kukar?probe`)
    await enterMall(page, problems)
    await page.waitForFunction((n) => (globalThis as unknown as ProbedPage).balaiInView > n, people, { timeout: 30_000 })
    await page.waitForTimeout(settleMs)
    const frames = (): Promise<number> => page.evaluate(() => (globalThis as unknown as ProbedPage).balaiFrames)
    const before = await frames()
    const cores = await coresDuring(page, quota)
    const inView = await page.evaluate(() => (globalThis as unknown as ProbedPage).balaiInView)
    return { frames: (await frames()) - before, cores, inView: inView - 1 }
  } finally {
    standers.stop()
    await browser.close()
    await server.stop()
    quota.remove()
  }
}

async function coresDuring(page: Page, quota: Quota): Promise<number> {
  const before = quota.cpuSeconds()
  const beganMs = performance.now()
  await page.waitForTimeout(lookMs)
  return ((quota.cpuSeconds() - before) * 1000) / (performance.now() - beganMs)
}
