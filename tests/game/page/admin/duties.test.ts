import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { breachFacts } from '../../../../game/case/index.ts'
import { changedFacts, missingFacts, noFacts, readPeople } from '../../../../game/page/admin/state/breach-draft.ts'
import { instantOf, localTime } from '../../../../game/page/admin/state/local-time.ts'
import { leftSentence } from '../../../../game/page/admin/state/time-left.ts'
import { createTranslate } from '../../../../game/page/shared/index.ts'

const sentences = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../../assets/locales/${language}/admin.json`, import.meta.url)), 'utf8'))
const t = createTranslate(sentences('id'))

describe('the time that is left', () => {
  const due = '2026-11-24T06:00:00.000Z'
  const at = (iso: string) => leftSentence(due, Date.parse(iso), t)

  it('is said in days and hours, then hours and minutes, then minutes; weekends count', () => {
    expect(at('2026-11-21T06:00:00Z')).toBe('Sisa 3 hari 0 jam')
    expect(at('2026-11-22T01:30:00Z')).toBe('Sisa 2 hari 4 jam')
    expect(at('2026-11-24T03:15:30Z')).toBe('Sisa 2 jam 44 menit')
    expect(at('2026-11-24T05:59:30Z')).toBe('Sisa 0 menit')
  })

  it('says how long it is past', () => {
    expect(at('2026-11-24T06:35:00Z')).toBe('Lewat 35 menit')
    expect(at('2026-11-27T07:00:00Z')).toBe('Lewat 3 hari 1 jam')
  })
})

describe('the wall clock of the region', () => {
  it('means the instant there, wherever the administrator sits', () => {
    expect(instantOf('2026-11-22T09:30', 'Asia/Makassar')).toBe('2026-11-22T01:30:00.000Z')
    expect(instantOf('2026-11-22T00:10', 'Asia/Jayapura')).toBe('2026-11-21T15:10:00.000Z')
    expect(localTime(Date.parse('2026-11-21T23:59:42Z'), 'Asia/Jakarta')).toBe('2026-11-22T06:59')
    expect(instantOf(localTime(Date.parse('2026-12-31T20:00:00Z'), 'Asia/Makassar'), 'Asia/Makassar')).toBe('2026-12-31T20:00:00.000Z')
  })

  it('is nothing while nothing is chosen', () => {
    expect(['', '2026-11-22', '2026-13-40T99:99'].map((local) => instantOf(local, 'Asia/Makassar'))).toEqual([null, null, null])
  })
})

describe('a breach while it is written', () => {
  it('lacks what nobody has written; blanks are nothing', () => {
    expect(missingFacts(noFacts)).toEqual([...breachFacts])
    expect(missingFacts({ ...noFacts, data: 'NIK', when: ' \n', how: 'surel' })).toEqual(['when', 'handling', 'recovery'])
  })

  it('sends what changed alone, an emptied field too', () => {
    const before = { ...noFacts, data: 'NIK', how: 'surel' }
    expect(changedFacts(before, { ...before, data: 'NIK ', how: '', when: ' pagi ' })).toEqual({ how: '', when: 'pagi' })
    expect(changedFacts(before, before)).toEqual({})
  })

  it('takes numbers however they are pasted, each once', () => {
    expect(readPeople(' a1,b2\r\nc3; a1\t\n')).toEqual(['a1', 'b2', 'c3'])
    expect(readPeople('k 7qf3 2m\nK-AAAA-AA')).toEqual(['k 7qf3 2m', 'K-AAAA-AA'])
    expect(readPeople('x'.repeat(200))).toEqual(['x'.repeat(80)])
    expect(readPeople(' \n')).toEqual([])
  })
})

describe('what is named by a value', () => {
  it('has a sentence for each value that can come', () => {
    const wanted = [
      ...breachFacts.flatMap((fact) => [`admin.fact.${fact}`, `admin.fact.${fact}.hint`]),
      ...['found', 'notified', 'closed'].map((state) => `admin.breaches.state.${state}`),
      ...['correction', 'objection'].map((kind) => `admin.requests.kind.${kind}`),
      ...['account', 'case', 'document', 'paper'].map((kind) => `admin.requests.about.${kind}`),
      ...['notify', 'close'].flatMap((act) => ['', '.sure', '.yes'].map((end) => `admin.breaches.${act}${end}`)),
    ]
    expect(wanted.filter((key) => !(key in sentences('id')))).toEqual([])
  })
})
