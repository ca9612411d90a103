import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { shortcutKeys } from '../../../../game/page/officer/keys/shortcuts.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(`${root}/assets/locales/${path}.json`, 'utf8')) as Record<string, string>
const names = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()

describe.each(['officer', 'board', 'kiosk', 'proof', 'statistics'])('the sentences of the %s page', (page) => {
  const [id, en] = [read(`id/${page}`), read(`en/${page}`)]
  const folder = `${root}/game/page/${page}`
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n')

  it('exist in both languages with the same values to fill in', () => {
    expect(Object.keys(en)).toEqual(Object.keys(id))
    for (const key of Object.keys(id)) expect([key, names(en[key])]).toEqual([key, names(id[key])])
  })

  it('exist for every key that the page names, and none is left over', () => {
    const used = [...sources.matchAll(new RegExp(`'(${page}\\.[\\w.-]+)'`, 'g'))].map((match) => match[1])
    const stems = [...sources.matchAll(new RegExp(`\`(${page}\\.[\\w.-]*)\\$\\{`, 'g'))].map((match) => match[1])
    expect(used.length).toBeGreaterThan(10)
    expect(stems).not.toContain(`${page}.`)
    expect(used.filter((key) => !(key in id))).toEqual([])
    const own = Object.keys(id).filter((key) => key.startsWith(`${page}.`))
    expect(own.filter((key) => !used.includes(key) && !stems.some((stem) => key.startsWith(stem)))).toEqual([])
  })
})

describe('the list of keys', () => {
  it('has a sentence for each', () => {
    const id = read('id/officer')
    expect(Object.keys(shortcutKeys).filter((shortcut) => !(`officer.keys.${shortcut}` in id))).toEqual([])
  })
})
