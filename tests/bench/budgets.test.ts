import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Budget, measureBudget } from '../../bench/measure-build.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const budgets = JSON.parse(readFileSync(join(root, 'bench/budgets.json'), 'utf8')) as Readonly<Record<string, Budget>>

describe('bytes of the built pages; raise a number in bench/budgets.json in the change that makes it grow', () => {
  for (const [name, budget] of Object.entries(budgets)) {
    it(`${name}: at most ${budget.mostBytes}`, () => {
      const { bytes, files } = measureBudget(budget, join(root, 'dist/client'))
      expect(bytes, `${bytes} bytes in ${files.join(', ')}`).toBeLessThanOrEqual(budget.mostBytes)
    })
  }
})

describe('a budget', () => {
  it('counts the packed file, fails without a build, and never passes by finding nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'balai-budget-'))
    try {
      writeFileSync(join(folder, 'page.html'), 'x'.repeat(100))
      writeFileSync(join(folder, 'page.html.br'), 'x'.repeat(10))
      expect(measureBudget({ files: ['page.html'], mostBytes: 0 }, folder).bytes).toBe(10)
      expect(() => measureBudget({ files: ['gone-*.js'], mostBytes: 9 }, folder)).toThrow(/gone-\*\.js/)
      expect(() => measureBudget({ page: 'page.html', mostBytes: 9 }, folder)).toThrow(/no file/)
      expect(() => measureBudget({ files: ['page.html'], mostBytes: 9 }, join(folder, 'dist'))).toThrow(/npm run build/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
