import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (language: string, name: string) =>
  JSON.parse(readFileSync(`assets/locales/${language}/${name}.json`, 'utf8')) as Record<string, string>
/** The words of a page, and the folder that says them. */
const pages = [
  ['voice', 'game/page/voice/**/*.{ts,tsx}'],
  ['integrity', 'game/page/integrity/**/*.{ts,tsx}'],
  ['payment', 'game/page/payment/**/*.{ts,tsx}'],
  ['levy', 'game/page/shared/levy/*.{ts,tsx}'],
] as const

/** Every quoted name of a text; what is put in by `${…}` may be anything of one part. */
function namedKeys(pattern: string, prefix: string): RegExp[] {
  const text = globSync(pattern)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const keys = [...text.matchAll(/(['`])([a-z][\w-]*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)\1/g)].map(([, , key]) => key)
  const own = keys.filter((key) => key.startsWith(`${prefix}.`))
  return [...new Set(own)].map((key) => new RegExp(`^${key.replace(/\./g, '\\.').replace(/\$\{.*?\}/g, '[\\w-]+')}$`))
}

test.each(pages)('%s: both languages have the same keys, no empty text, and the same names to fill in', (name) => {
  const [id, en] = ['id', 'en'].map((language) => read(language, name))
  expect(Object.keys(id).length).toBeGreaterThan(8)
  expect(Object.keys(en)).toEqual(Object.keys(id))
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, one]) => one).sort()
  for (const key of Object.keys(id)) {
    expect(id[key].trim() && en[key].trim(), key).toBeTruthy()
    expect(names(en[key]), key).toEqual(names(id[key]))
  }
})

test.each(pages)('%s: every key that is named exists, and none is left over', (name, pattern) => {
  const named = namedKeys(pattern, name)
  const keys = Object.keys(read('id', name))
  const common = Object.keys(read('id', 'common'))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((one) => ![...keys, ...common].some((key) => one.test(key))).map(String)).toEqual([])
  expect(keys.filter((key) => !named.some((one) => one.test(key)))).toEqual([])
})
