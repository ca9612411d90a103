import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CodedError } from '@balai/engine/core'
import { chromium, type Page } from 'playwright-core'
import { chromeFlags, findChrome } from '../../../scripts/chrome.mjs'
import { createQuota } from '../../browser/quota.ts'
import type { FigureErrorCode } from '../../figures/figure.ts'
import { percentile } from '../../figures/percentile.ts'
import { serveBuilt } from '../../figures/serve-built.ts'
import { installDrawingPeers } from './install.ts'

export type DrawerName = 'ours' | 'nothing' | 'naivePixi' | 'phaser'

/** What one frame costs each of them. */
export type FrameCosts = {
  /** CPU time of the drawing thread a frame, ms: the median of the rounds. */
  readonly cpuMs: Readonly<Record<string, number>>
  /** Frames drawn by each that count. */
  readonly frames: number
  /** Names that the peers wrote. */
  readonly names: number
}

const people = 300
/** A phone of 2019 in the middle; see the README. */
const cores = 0.5
/** Long enough for code to be compiled as far as it ever is, and for everybody to have looked up every picture. */
const warmUpFrames = 120
const framesOfRound = 60
const rounds = 3
const drawers: readonly DrawerName[] = ['ours', 'naivePixi', 'phaser']

export type FrameOptions = {
  /** How many of the 300 names the peers write; default all. */
  readonly peerNames?: number
  /** Also what the browser takes for a frame in which nothing is drawn but another colour, the walk included. */
  readonly withNothing?: true
  /** A folder for a picture of each: to see that they draw the same. */
  readonly shots?: string
}

/**
 * Draws the hall of Kukar and 300 people who walk in view, on the page's own thread, by each in turn in one browser that has half a core.
 * @throws CodedError `no-browser`, `no-cgroup`
 */
export async function measureFrames(options: FrameOptions = {}): Promise<FrameCosts> {
  installDrawingPeers(() => undefined)
  const program = findChrome()
  if (program === null)
    throw new CodedError<FigureErrorCode>('no-browser', 'no Chromium or Chrome was found: install one or set CHROME_PATH')
  const served = await serveBuilt(fileURLToPath(new URL('drawing-page', import.meta.url)))
  const quota = createQuota(program, cores)
  const browser = await chromium.launch({ executablePath: quota.launcher, args: [...chromeFlags], timeout: 120_000 })
  const names = options.peerNames ?? people
  try {
    const cpuMs: Record<string, number> = {}
    for (const name of options.withNothing === true ? [...drawers, 'nothing' as const] : drawers) {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
      page.setDefaultTimeout(120_000)
      await page.goto(served.address)
      await page.waitForFunction('globalThis.isReady')
      await page.evaluate(`begin('${name}', ${people})`)
      await page.evaluate(`showNames(${names})`)
      cpuMs[name] = await costOf(page)
      if (options.shots !== undefined)
        writeFileSync(join(options.shots, `${name}.png`), Buffer.from(await page.evaluate<string>('shoot()'), 'base64'))
      await page.close()
    }
    return { cpuMs, frames: rounds * framesOfRound, names }
  } finally {
    await browser.close()
    served.close()
    quota.remove()
  }
}

async function costOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const threadMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000
  }
  await page.evaluate(`run(${warmUpFrames})`)
  const found: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = await threadMs()
    await page.evaluate(`run(${framesOfRound})`)
    found.push(((await threadMs()) - before) / framesOfRound)
  }
  return percentile(found, 0.5)
}
