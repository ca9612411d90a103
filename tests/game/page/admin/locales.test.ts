import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { officerCaseViews, officerRoles } from '../../../../game/api/index.ts'
import { caseActions, caseStates } from '../../../../game/case/index.ts'
import { casePhrases } from '../../../../game/page/officer/cases/state/case-phrases.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(`${root}/assets/locales/${path}.json`, 'utf8')) as Record<string, string>
const names = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()
const folders = { admin: 'game/page/admin', cases: 'game/page/officer/cases' }

describe.each(['admin', 'cases'] as const)('the sentences of %s', (page) => {
  const [id, en] = [read(`id/${page}`), read(`en/${page}`)]
  const folder = `${root}/${folders[page]}`
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n')

  it('exist in both languages with the same values to fill in, none empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort())
    for (const key of Object.keys(id)) {
      expect([key, names(en[key])]).toEqual([key, names(id[key])])
      expect([key, id[key].trim() !== '' && en[key].trim() !== '']).toEqual([key, true])
    }
  })

  it('exist for every key that is named, and none is left over', () => {
    const used = [...sources.matchAll(new RegExp(`'(${page}\\.[\\w.-]+)'`, 'g'))].map((match) => match[1])
    const stems = [...sources.matchAll(new RegExp(`\`(${page}\\.[\\w.-]*)\\$\\{`, 'g'))].map((match) => match[1])
    expect(used.length).toBeGreaterThan(10)
    expect(stems).not.toContain(`${page}.`)
    expect(used.filter((key) => !(key in id))).toEqual([])
    expect(Object.keys(id).filter((key) => !used.includes(key) && !stems.some((stem) => key.startsWith(stem)))).toEqual([])
  })
})

describe('what is named by a value', () => {
  it('has a sentence for each value that can come', () => {
    const [admin, cases] = [read('id/admin'), read('id/cases')]
    const wanted = [
      ...caseStates.map((state) => `cases.state.${state}`),
      ...caseActions.flatMap((action) => [`cases.action.${action}`, `cases.said.${action}`]),
      ...officerCaseViews.flatMap((view) => ['', '.title', '.empty'].map((end) => `cases.view.${view}${end}`)),
      ...['front', 'verifier', 'approver', 'citizen', 'system'].flatMap((role) => [`cases.role.${role}`, `cases.turn.${role}`]),
      ...['none', 'later', 'due', 'settled'].map((state) => `cases.fee.${state}`),
      ...Object.values(casePhrases).flatMap((rows) => rows.map(({ slug }) => `cases.words.${slug}`)),
    ]
    expect(wanted.filter((key) => !(key in cases))).toEqual([])
    expect(officerRoles.filter((role) => !(`admin.role.${role}` in admin) || !(`admin.role.${role}.does` in admin))).toEqual([])
  })
})
