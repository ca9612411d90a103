import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('every rule of the SPEC is cited in a test title', () => {
  const rules = [...readFileSync(join(import.meta.dirname, '../../../game/stream/SPEC.md'), 'utf8').matchAll(/^- \*\*(\w+)\*\*/gm)].map(
    (match) => match[1],
  )
  expect(rules.length).toBeGreaterThan(20)
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'))
  const titles = files.flatMap((name) => readFileSync(join(import.meta.dirname, name), 'utf8').match(/test\([`'"].*/g) ?? []).join('\n')
  expect(rules.filter((rule) => !new RegExp(`\\b${rule}\\b`).test(titles))).toEqual([])
})
