import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { type AxeStage, axeStates } from './axe-states.ts'
import type { Measurement } from './figure.ts'
import { launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'

type AxeResult = {
  readonly passes: readonly unknown[]
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] }[]
}
type PageWithAxe = { axe: { run(): Promise<AxeResult> } }

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Sheets slide in; a colour halfway is nobody's choice. */
const settleMs = 400
/** Of each broken rule. */
const namedElements = 5

/**
 * Elements that break a rule of axe-core (all its rules), summed over the states of one visit (list, mall, officer, board) and of the other pages.
 * The first of each rule are named on standard error. n: states looked at.
 */
export async function measureAxeViolations(): Promise<Measurement> {
  const browser = await launchBrowser()
  const server = await startRunServer()
  try {
    const phone = await phoneContext(browser)
    const wide = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'id-ID' })
    const { page: citizen, problems } = await openPage(phone, `${server.origin}/`)
    const { page: officer } = await openPage(wide, `${server.origin}/petugas`)
    const { page: board } = await openPage(wide, `${server.origin}/papan`)
    if (server.bootstrap === null) throw new Error('a new server names its first officer, and this one did not')
    const stage: AxeStage = { origin: server.origin, citizen, officer, board, problems, officerAccount: server.bootstrap }
    for (const page of [citizen, officer, board]) await page.emulateMedia({ reducedMotion: 'reduce' })

    let violations = 0
    for (const state of axeStates) {
      try {
        await state.reach(stage)
      } catch (error) {
        throw new Error(`the state "${state.name}" was not reached: ${String(error)}; ${problems.join('; ')}`, { cause: error })
      }
      violations += await look(stage[state.page], state.name)
    }
    return { value: violations, n: axeStates.length }
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function look(page: Page, state: string): Promise<number> {
  await page.waitForTimeout(settleMs)
  const isThere = await page.evaluate(() => (globalThis as unknown as Partial<PageWithAxe>).axe !== undefined)
  if (!isThere) await page.evaluate(source)
  const { passes, violations } = await page.evaluate(() => (globalThis as unknown as PageWithAxe).axe.run())
  if (passes.length === 0) throw new Error(`nothing in the state "${state}" could be judged: the page is empty`)
  let elements = 0
  for (const { id, nodes } of violations) {
    elements += nodes.length
    const named = nodes.slice(0, namedElements).map(({ target }) => target.join(' '))
    process.stderr.write(`${state}: ${id}, ${nodes.length} elements: ${named.join(', ')}${nodes.length > named.length ? ', …' : ''}\n`)
  }
  return elements
}
