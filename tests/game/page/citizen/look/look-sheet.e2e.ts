import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packLook, unpackLook } from '../../../../../assets/art/look.ts'
import { readyMade } from '../../../../../assets/art/ready-made.ts'
import { chromeFlags, findChrome } from '../../../../../scripts/chrome.mjs'
import { buildLookPage, openLookPage } from './open-look-page.ts'

let files: ReadonlyMap<string, string | Uint8Array>
let browser: Browser
let phone: BrowserContext

beforeAll(async () => {
  files = await buildLookPage()
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
  phone = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true })
})

afterAll(() => browser?.close())

const open = (isWithoutPictures = false): Promise<Page> =>
  openLookPage(phone, files, { look: packLook(readyMade.batik), isWithoutPictures })
const done = (page: Page): Promise<unknown> => page.evaluate('done')
const picture = (page: Page): Promise<string> =>
  page.locator('.look-mirror canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())

describe('the chooser of a look, on a phone', () => {
  it('takes two taps, and shows at once what was tapped', async () => {
    const page = await open()
    await page.locator('.look-mirror canvas').waitFor()
    const before = await picture(page)
    await page.getByRole('radio', { name: 'Berkursi roda' }).tap()
    expect(await picture(page)).not.toBe(before)
    await page.getByRole('button', { name: 'Pakai ini' }).tap()
    expect(await done(page)).toBe(packLook(readyMade.wheelchair))
    await page.close()
  })

  it('is skipped by one tap, and by Escape', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Lewati' }).tap()
    expect(await done(page)).toBe(null)
    await page.evaluate('openLook(0)')
    await page.locator('.look-sheet').waitFor()
    await page.keyboard.press('Escape')
    expect(await done(page)).toBe(null)
    await page.close()
  })

  it('fits the screen on every part, draws every choice, and is large enough for a thumb', async () => {
    const page = await open()
    await page.locator('.look-mirror canvas').waitFor()
    for (const part of ['Kulit', 'Kepala', 'Baju', 'Bawah', 'Bersama']) {
      await page.getByRole('tab', { name: part }).tap()
      const found = await page.evaluate(() => {
        const body = document.querySelector('.sheet-body') as HTMLElement
        const targets = [...document.querySelectorAll<HTMLElement>('.look-choice, .look-sheet button')]
        const isEmpty = (canvas: HTMLCanvasElement): boolean =>
          canvas
            .getContext('2d')
            ?.getImageData(0, 0, canvas.width, canvas.height)
            .data.every((value) => value === 0) ?? true
        return {
          hidden: [body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth, document.documentElement.scrollWidth - 360],
          small: targets.filter((one) => one.offsetWidth < 44 || one.offsetHeight < 44).map((one) => one.outerHTML),
          empty: [...document.querySelectorAll('canvas')].filter(isEmpty).length,
          choices: document.querySelectorAll('[role=tabpanel] .look-choice').length,
        }
      })
      expect(found, part).toEqual({ hidden: [0, 0, 0], small: [], empty: 0, choices: found.choices })
      expect(found.choices).toBeGreaterThan(6)
    }
    await page.close()
  })

  it('goes by keyboard alone: tabs and groups by arrows, the look by Enter', async () => {
    const page = await open()
    await page.locator('.look-mirror canvas').waitFor()
    await page.getByRole('tab', { name: 'Kepala' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { name: 'Baju' }).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Tab')
    // In the group of tops, on the one that holds: batik. The next is koko.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('button', { name: 'Pakai ini' }).focus()
    await page.keyboard.press('Enter')
    const look = unpackLook((await done(page)) as number)
    expect(look).toEqual({ ...readyMade.batik, topKind: 'koko', top: 10 })
    await page.close()
  })

  it('has a name for every group, choice and picture', async () => {
    const page = await open()
    await page.locator('.look-mirror canvas').waitFor()
    expect(await page.getByRole('img').getAttribute('aria-label')).toBe('Anda: Rambut pendek, Batik cokelat, Sendiri')
    expect(await page.getByRole('group', { name: 'Siap pakai' }).getByRole('radio').count()).toBe(8)
    expect(await page.getByRole('tabpanel', { name: 'Kepala' }).getByRole('group').count()).toBe(2)
    expect(await page.getByRole('radio', { name: '' }).count()).toBe(await page.getByRole('radio', { name: /\S/ }).count())
    await page.close()
  })

  it('without pictures says so, and lets one choose by words', async () => {
    const page = await open(true)
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').textContent()).toContain('Gambar belum termuat')
    await page.getByRole('radio', { name: 'Bersama anak' }).tap()
    await page.getByRole('button', { name: 'Pakai ini' }).tap()
    expect(await done(page)).toBe(packLook(readyMade.parent))
    await page.close()
  })
})
