import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (language: string, name: string) =>
  JSON.parse(readFileSync(`assets/locales/${language}/${name}.json`, 'utf8')) as Record<string, string>

test.each(['kiosk', 'board'])('both languages of %s.json have the same keys, no empty text, and the same names to fill in', (name) => {
  const id = read('id', name)
  const en = read('en', name)
  expect(Object.keys(en)).toEqual(Object.keys(id))
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, one]) => one).sort()
  for (const key of Object.keys(id)) {
    expect(id[key].trim() && en[key].trim(), key).toBeTruthy()
    expect(names(en[key]), key).toEqual(names(id[key]))
  }
})

test.each(['kiosk', 'board'])('every text that the pages of %s name exists, and none is left over', (name) => {
  const source = globSync(`game/page/${name}/**/*.{ts,tsx}`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const keys = Object.keys({ ...read('id', name), ...read('id', 'common') })
  const named = [...source.matchAll(/['`]((?:kiosk|board|action|wing)\.[\w.-]*(?:\$\{[^}]+\})?)['`]/g)].map(([, key]) => key)
  expect(named.length).toBeGreaterThan(20)
  const patterns = named.map((key) => new RegExp(`^${key.replace(/\./g, '\\.').replace(/\$\{.*\}/, '[\\w-]+')}$`))
  expect(named.filter((_, index) => !keys.some((key) => patterns[index].test(key)))).toEqual([])
  expect(Object.keys(read('id', name)).filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([])
})
