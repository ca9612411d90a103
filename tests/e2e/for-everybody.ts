import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { judgePage } from '../../bench/figures/judge-page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What of the page as it stands keeps somebody out: contrast, sizes, names, rules of axe; empty when nothing does. */
export async function whatKeepsOut(page: Page): Promise<readonly string[]> {
  // A colour halfway is nobody's choice.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { failures } = await page.evaluate(judgePage)
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe
    return (await run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  return [...failures, ...violations]
}
