import { expect, test } from 'vitest'
import { fillNotice, noticeAt, noticeWords, type NoticeRow } from '../../../../game/case/notice/notice-words.ts'

const rows = Object.entries(noticeWords) as [string, NoticeRow][]
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('N1: the events that are told, and no others', () => {
  const told = (kind: 'ticket' | 'case' | 'payment' | 'complaint', ...events: string[]) =>
    events.filter((event) => noticeAt(kind, event) !== null)
  expect(told('ticket', 'reserved', 'issued', 'called', 'recalled', 'served', 'skipped', 'ready-asked', 'noted', 'finished')).toEqual([
    'called',
    'skipped',
    'ready-asked',
    'finished',
  ])
  expect(told('case', 'submitted', 'taken', 'assigned', 'checked', 'returned', 'accepted', 'step-done', 'fee-opened', 'issued')).toEqual([
    'submitted',
    'returned',
    'accepted',
    'fee-opened',
    'issued',
  ])
  expect(told('payment', 'due', 'paid', 'settled', 'refunded')).toEqual(['paid', 'refunded'])
  expect(told('complaint', 'received', 'in-hand', 'answered')).toEqual(['in-hand', 'answered'])
  expect(noticeAt('case', 'toString')).toBeNull()
})

test('N2: both languages, with the same places', () => {
  expect(rows.length).toBeGreaterThan(15)
  for (const [key, { title, text }] of rows) {
    for (const words of [title, text]) {
      expect(words.id.length, key).toBeGreaterThan(4)
      expect(words.en, key).not.toBe(words.id)
      expect(places(words.id), key).toEqual(places(words.en))
    }
  }
})

test('N3: what leaves the list names nothing', () => {
  for (const [key, { outside }] of rows) {
    if (outside === null) continue
    for (const sentence of [outside.id, outside.en]) {
      expect(places(sentence), key).toEqual([])
      expect(sentence, key).not.toMatch(/\d/)
      expect(sentence.length, key).toBeGreaterThan(15)
    }
  }
})

test('N15: no value, a dash', () => {
  expect(fillNotice('Nomor {number} ke {day}', { number: 'A-001' })).toBe('Nomor A-001 ke –')
  expect(fillNotice('{toString}', {})).toBe('–')
})
