import { chromium, type Page } from 'playwright-core'
import { CodedError } from '@balai/engine/core'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import type { FigureErrorCode } from '../figures/figure.ts'
import { enterMall, openPage, phoneContext } from '../figures/run-browser.ts'
import { startRunServer } from '../figures/run-server.ts'
import { createQuota, type Quota } from './quota.ts'
import { openSlowWire, type SlowWireOptions } from './slow-wire.ts'

/** What one visit cost on a browser that has so much of a processor, behind such a line. */
export type Visit = {
  /** From the address to a list that answers to typing, s. */
  readonly listS: number
  /** From "Masuk mal" to the first step that is drawn, s. */
  readonly firstStepS: number
  /** All that crossed the line until that step, kB of a thousand bytes. */
  readonly firstStepKb: number
  /** The whole browser's processor time while walking, s/s, and pictures drawn a second. */
  readonly walkingCores: number
  readonly framesPerS: number
  /** The same while nobody moves. */
  readonly idleCores: number
  readonly idleFramesPerS: number
  /** The whole browser, MB of a million bytes. */
  readonly memoryMb: number
}

export type VisitOptions = SlowWireOptions & {
  readonly cores: number
  /** Length of the walking and of the idle part, s. */
  readonly seconds: number
}

/** Visits the list and the mall once as a phone would. @throws CodedError `no-browser`, `no-cgroup` */
export async function measureVisit(options: VisitOptions): Promise<Visit> {
  const program = findChrome()
  if (program === null)
    throw new CodedError<FigureErrorCode>('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  const quota = createQuota(program, options.cores)
  const server = await startRunServer()
  const wire = await openSlowWire(server.port, options)
  const browser = await chromium.launch({ executablePath: quota.launcher, args: [...chromeFlags], timeout: 120_000 })
  try {
    const context = await phoneContext(browser)
    context.setDefaultTimeout(120_000)
    await context.addInitScript(() => {
      let frames = 0
      addEventListener('balai:drawn', () => frames++)
      Object.assign(globalThis, { balaiFrames: () => frames })
    })
    const startedMs = performance.now()
    const { page, problems } = await openPage(context, `${wire.origin}/kukar?probe`)
    await untilListAnswers(page)
    const listS = (performance.now() - startedMs) / 1000
    await page.locator('#cari-teks').fill('')
    const enteredMs = performance.now()
    await enterMall(page, problems)
    await untilFirstStep(page)
    const firstStepS = (performance.now() - enteredMs) / 1000
    const firstStepKb = wire.bytes() / 1000
    // Walls and what is loaded late come now: they belong to neither part.
    await page.waitForTimeout(3000)
    const walking = await during(page, quota, options.seconds, true)
    await page.waitForTimeout(1500)
    const idle = await during(page, quota, options.seconds, false)
    return {
      listS,
      firstStepS,
      firstStepKb,
      walkingCores: walking.cores,
      framesPerS: walking.framesPerS,
      idleCores: idle.cores,
      idleFramesPerS: idle.framesPerS,
      memoryMb: quota.memoryMb(),
    }
  } finally {
    await browser.close()
    await wire.close()
    await server.stop()
    quota.remove()
  }
}

/** Types a word as soon as there is a field, until the list answers with what it found. */
async function untilListAnswers(page: Page): Promise<void> {
  await page.locator('#cari-teks').waitFor()
  await page.waitForFunction(
    () => {
      if (document.querySelector('.results') !== null) return true
      const input = document.querySelector<HTMLInputElement>('#cari-teks')
      // Not too often: the page waits for a pause in the typing.
      const nowMs = performance.now()
      if (input === null || nowMs < Number(input.dataset.benchNext ?? 0)) return false
      input.dataset.benchNext = String(nowMs + 600)
      input.value = 'ktp'
      input.dispatchEvent(new Event('input', { bubbles: true }))
      return false
    },
    undefined,
    { polling: 50 },
  )
}

async function untilFirstStep(page: Page): Promise<void> {
  const stepped = page.locator('html[data-balai-first-step]')
  const untilMs = performance.now() + 120_000
  while ((await stepped.count()) === 0) {
    if (performance.now() > untilMs) throw new Error('no first step within 120 s')
    await page.keyboard.down('ArrowDown')
    await page.waitForTimeout(150)
    await page.keyboard.up('ArrowDown')
  }
}

/** Walks to and fro, or stands; what the browser used meanwhile. */
async function during(page: Page, quota: Quota, seconds: number, walks: boolean): Promise<{ cores: number; framesPerS: number }> {
  const frames = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { balaiFrames(): number }).balaiFrames())
  const framesBefore = await frames()
  const before = quota.cpuSeconds()
  const startMs = performance.now()
  if (!walks) await page.waitForTimeout(seconds * 1000)
  for (let turn = 0; walks && performance.now() - startMs < seconds * 1000; turn++) {
    const key = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'][turn % 4]
    await page.keyboard.down(key)
    await page.waitForTimeout(900)
    await page.keyboard.up(key)
  }
  const passedS = (performance.now() - startMs) / 1000
  return { cores: (quota.cpuSeconds() - before) / passedS, framesPerS: ((await frames()) - framesBefore) / passedS }
}
