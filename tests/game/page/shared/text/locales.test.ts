import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const languages = ['id', 'en'] as const
const read = (language: string, name: string) =>
  JSON.parse(readFileSync(`assets/locales/${language}/${name}.json`, 'utf8')) as Record<string, string>

/** Every text that a `t(…)` names; what is put in by `${…}` may be anything of one part. */
function namedKeys(patterns: readonly string[]): RegExp[] {
  const sources = patterns.flatMap((pattern) => globSync(pattern)).map((file) => readFileSync(file, 'utf8'))
  const keys = new Set<string>()
  for (const source of sources) {
    for (const call of source.matchAll(/\bt\(/g)) {
      const words = source.slice(call.index, endOfCall(source, call.index)).matchAll(/(['`])([a-z][\w-]*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)\1/g)
      for (const [, , key] of words) keys.add(key)
    }
  }
  return [...keys].map((key) => new RegExp(`^${key.replace(/\./g, '\\.').replace(/\$\{.*?\}/g, '[\\w-]+')}$`))
}

function endOfCall(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '(') depth += 1
    else if (source[at] === ')' && --depth === 0) return at
  }
  return source.length
}

test.each(['common', 'citizen', 'case', 'mall', 'look', 'standard', 'ticket'])(
  'both languages of %s.json have the same keys, no empty text, and the same names to fill in',
  (name) => {
    const [id, en] = languages.map((language) => read(language, name))
    expect(Object.keys(id).length).toBeGreaterThan(10)
    expect(Object.keys(en)).toEqual(Object.keys(id))
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, one]) => one).sort()
    for (const key of Object.keys(id)) {
      expect(id[key].trim() && en[key].trim(), key).toBeTruthy()
      expect(names(en[key]), key).toEqual(names(id[key]))
    }
  },
)

test('every key that the citizen and shared pages name exists', () => {
  const keys = Object.keys({
    ...read('id', 'common'),
    ...read('id', 'citizen'),
    ...read('id', 'case'),
    ...read('id', 'mall'),
    ...read('id', 'look'),
    ...read('id', 'standard'),
    ...read('id', 'ticket'),
    ...read('id', 'levy'),
  })
  const named = namedKeys(['game/page/shared/**/*.{ts,tsx}', 'game/page/citizen/**/*.{ts,tsx}', 'game/page/ticket/**/*.{ts,tsx}'])
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((pattern) => !keys.some((key) => pattern.test(key))).map(String)).toEqual([])
})

test.each(['citizen', 'case', 'mall', 'standard', 'ticket'])('no text of %s.json is left over', (name) => {
  const named = namedKeys(['game/page/citizen/**/*.{ts,tsx}', 'game/page/shared/**/*.{ts,tsx}', 'game/page/ticket/**/*.{ts,tsx}'])
  expect(Object.keys(read('id', name)).filter((key) => !named.some((pattern) => pattern.test(key)))).toEqual([])
})
