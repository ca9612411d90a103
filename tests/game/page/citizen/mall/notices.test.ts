import { expect, test } from 'vitest'
import { nextNotice, type SaidNotices, say, unsay } from '../../../../../game/page/citizen/mall/notices.ts'

const words = (said: SaidNotices, card: 'hint' | 'offer' | null = null) => {
  const notice = nextNotice(said, card)
  return typeof notice === 'string' ? notice : (notice?.words ?? null)
}

test('one notice at a time: what is wrong, what was asked for, the hint, and only then what is new', () => {
  let said = say({}, 'news', 'Anda di Sayap Barat')
  expect(words(said)).toBe('Anda di Sayap Barat')
  expect(words(said, 'hint')).toBe('hint')
  said = say(said, 'answer', 'Anda: Halo')
  expect(words(said, 'hint')).toBe('Anda: Halo')
  said = say(said, 'state', 'Sambungan terputus')
  expect(words(said, 'offer')).toBe('Sambungan terputus')
  said = unsay(unsay(said, 'state'), 'answer')
  expect([words(said, 'hint'), words(said)]).toEqual(['hint', 'Anda di Sayap Barat'])
  expect(words({})).toBeNull()
})

test('of a rank only the latest waits, and closing an old one does not take a newer one away', () => {
  const first = say({}, 'news', 'Lantai 1')
  const second = say(first, 'news', 'Lantai 2')
  expect(words(second)).toBe('Lantai 2')
  expect(words(unsay(second, first.news!))).toBe('Lantai 2')
  expect(words(unsay(second, second.news!))).toBeNull()
})
