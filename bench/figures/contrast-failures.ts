import type { Page } from 'playwright-core'
import { contrast, common, themes, wingColours } from '../../assets/art/palette.ts'
import { letterStyles } from '../../engine/render/glyphs.ts'
import type { Measurement } from './figure.ts'
import { contrastStates } from './contrast-states.ts'
import { furtherStates, signInAs, type Visitor } from './further-pages.ts'
import { judgePage } from './judge-page.ts'
import { launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'

const pageThemes = ['kutai', 'jabar', 'kendari', 'plain'] as const
/** Sheets slide in; a colour halfway is nobody's choice. */
const settleMs = 400
/** Of each state. */
const named = 6

/**
 * Things on the pages and signs in the mall that are too faint to read or too small to press: list, mall and clothes, in both languages, each
 * state in the colours of all four themes; then the other pages, officers' too, on the same phone. They are named on standard error. n: things looked at.
 */
export async function measureContrastFailures(): Promise<Measurement> {
  const signs = judgeSigns()
  let { checked } = signs
  let failures = tell('signs', signs.failures)
  const browser = await launchBrowser()
  const server = await startRunServer()
  try {
    for (const language of ['id', 'en'] as const) {
      const { page, problems } = await openPage(await phoneContext(browser, { pixelRatio: 1 }), `${server.origin}/?bahasa=${language}`)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      for (const { name, reach } of contrastStates) {
        try {
          await reach({ page, origin: server.origin, language })
        } catch (error) {
          throw new Error(`the state "${name}" (${language}) was not reached: ${String(error)}; ${problems.join('; ')}`, { cause: error })
        }
        await page.waitForTimeout(settleMs)
        for (const theme of pageThemes) {
          const verdict = await page.evaluate(wear, theme).then(() => page.evaluate(judgePage))
          checked += verdict.checked
          failures += tell(`${name}, ${language}, ${theme}`, verdict.failures)
        }
        await page.evaluate(wear, 'kutai')
      }
      const further = await judgeFurther(page, { origin: server.origin, language, officer: server.bootstrap })
      checked += further.checked
      failures += further.failures
      await page.context().close()
    }
    return { value: failures, n: checked }
  } finally {
    await browser.close()
    await server.stop()
  }
}

type Further = {
  readonly origin: string
  readonly language: 'id' | 'en'
  readonly officer: { readonly username: string; readonly password: string } | null
}
/** The pages beside the list and the mall: in Indonesian in the colours of every region, in English, which only changes widths, in those of the first. */
async function judgeFurther(page: Page, { origin, language, officer }: Further): Promise<{ checked: number; failures: number }> {
  if (officer === null) throw new Error('a new server names its first officer, and this one did not')
  let [checked, failures] = [0, 0]
  let signedIn: Visitor = 'anybody'
  for (const { name, as, reach } of furtherStates) {
    if (as !== 'anybody' && as !== signedIn) {
      await signInAs(page, origin, as, officer)
      signedIn = as
    }
    try {
      await reach({ page, origin })
    } catch (error) {
      throw new Error(`the state "${name}" (${language}) was not reached: ${String(error)}`, { cause: error })
    }
    await page.waitForTimeout(settleMs)
    for (const theme of language === 'id' ? pageThemes : (['kutai'] as const)) {
      const verdict = await page.evaluate(wear, theme).then(() => page.evaluate(judgePage))
      checked += verdict.checked
      failures += tell(`${name}, ${language}, ${theme}`, verdict.failures)
    }
  }
  return { checked, failures }
}

/** In the page: the colours of another region. */
function wear(theme: string): void {
  for (const page of document.querySelectorAll('[class*="theme-"]')) {
    page.setAttribute('class', (page.getAttribute('class') ?? '').replace(/\btheme-\w+/, `theme-${theme}`))
  }
}

/** What hangs in the mall: white numbers on the wings' plates, dark words within their light edge, marks on each theme's floors. */
function judgeSigns(): { readonly checked: number; readonly failures: readonly string[] } {
  const rows: { readonly what: string; readonly colours: readonly [string, string]; readonly least: number }[] = []
  for (const [wing, colour] of Object.entries(wingColours)) {
    rows.push({ what: `number on the plate of ${wing}`, colours: [letterStyles.plate.fill, colour], least: 4.5 })
    rows.push({ what: `pictogram on the plate of ${wing}`, colours: [common.white, colour], least: 3 })
  }
  for (const [style, { fill, halo }] of Object.entries(letterStyles))
    if (halo !== null) rows.push({ what: `words of style ${style} within their edge`, colours: [fill, halo], least: 4.5 })
  for (const theme of Object.values(themes)) {
    for (const [floor, colour] of [
      ['stone', theme.floor],
      ['planks', theme.plank],
    ] as const) {
      rows.push({ what: `rim of who is called on ${theme.name}'s ${floor}`, colours: [common.calledRim, colour], least: 3 })
      rows.push({ what: `rim under one's own feet on ${theme.name}'s ${floor}`, colours: [common.ownRim, colour], least: 3 })
      rows.push({ what: `words without their edge on ${theme.name}'s ${floor}`, colours: [letterStyles.name.fill, colour], least: 4.5 })
    }
  }
  const failures = rows
    .map((row) => ({ ...row, found: contrast(...row.colours) }))
    .filter(({ found, least }) => found < least)
    .map(({ what, found, least }) => `${what}: ${found.toFixed(2)} < ${least}`)
  return { checked: rows.length, failures }
}

function tell(where: string, failures: readonly string[]): number {
  for (const failure of failures.slice(0, named)) process.stderr.write(`${where}: ${failure}\n`)
  if (failures.length > named) process.stderr.write(`${where}: … and ${failures.length - named} more\n`)
  return failures.length
}
