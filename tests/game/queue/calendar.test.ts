import { expect, test } from 'vitest'
import {
  addDays,
  givesNumbers,
  hoursOf,
  instantOf,
  nextOpenDays,
  openingAt,
  slotsOf,
  weekdayOf,
  type OfficeHours,
} from '../../../game/queue/index.ts'

const workday = [
  { from: 480, to: 720 },
  { from: 780, to: 960 },
]
const friday = [{ from: 480, to: 660 }]
/** Monday to Thursday 8 to 12 and 13 to 16, Friday 8 to 11; Nyepi is a holiday, 17 March has one late span. */
const hours: OfficeHours = {
  week: [[], workday, workday, workday, workday, friday, []],
  exceptions: [
    { day: '2026-03-19', spans: [], reason: 'Nyepi' },
    { day: '2026-03-17', spans: [{ from: 600, to: 720 }], reason: 'rapat' },
  ],
  slotMinutes: 50,
  slotCapacity: 2,
  quota: null,
  lastNumberMinutes: 30,
}
const [sunday, monday, fridayDay] = ['2026-03-01', '2026-03-02', '2026-03-06']

test('Q66: an agency is there in the spans of the weekday, breaks are between, and an exception replaces the whole day', () => {
  const at = (minute: number, day = monday) => openingAt(hours, day, minute)
  expect([at(479), at(480), at(719)]).toEqual([
    { type: 'before', fromMinute: 480 },
    { type: 'open', untilMinute: 720 },
    { type: 'open', untilMinute: 720 },
  ])
  expect([at(720), at(779), at(780), at(960)]).toEqual([
    { type: 'break', untilMinute: 780 },
    { type: 'break', untilMinute: 780 },
    { type: 'open', untilMinute: 960 },
    { type: 'after' },
  ])
  expect([at(600, sunday), at(600, '2026-03-19')]).toEqual([
    { type: 'closed', reason: null },
    { type: 'closed', reason: 'Nyepi' },
  ])
  expect([at(480, '2026-03-17'), at(600, '2026-03-17'), at(800, '2026-03-17')].map(({ type }) => type)).toEqual(['before', 'open', 'after'])
  expect(hoursOf(hours, '2026-03-17')).toEqual({ spans: [{ from: 600, to: 720 }], reason: 'rapat' })
  expect(hoursOf(hours, fridayDay)).toEqual({ spans: friday, reason: null })
})

test('Q67: numbers are given from an hour before opening, through breaks, until shortly before the last closing', () => {
  const edges = [419, 420, 750, 929, 930]
  expect(edges.map((minute) => givesNumbers(hours, monday, minute))).toEqual([false, true, true, true, false])
  expect([629, 630].map((minute) => givesNumbers(hours, fridayDay, minute))).toEqual([true, false])
  expect([sunday, '2026-03-19'].map((day) => givesNumbers(hours, day, 600))).toEqual([false, false])
})

test('Q68: a slot never runs into a break or past closing', () => {
  expect(slotsOf(hours, monday)).toEqual([480, 530, 580, 630, 780, 830, 880])
  expect(slotsOf({ ...hours, slotMinutes: 60 }, fridayDay)).toEqual([480, 540, 600])
  expect(slotsOf(hours, sunday)).toEqual([])
})

test('Q69: the next open days begin with the day asked for and skip those on which the agency is not there', () => {
  expect(nextOpenDays(hours, '2026-03-18', 3)).toEqual(['2026-03-18', '2026-03-20', '2026-03-23'])
  expect(nextOpenDays(hours, sunday, 1)).toEqual([monday])
  expect(nextOpenDays(hours, sunday, 5, 3)).toEqual([monday, '2026-03-03'])
  expect([addDays('2026-02-28', 1), addDays('2024-02-28', 1), addDays('2026-01-01', -1)]).toEqual([
    '2026-03-01',
    '2024-02-29',
    '2025-12-31',
  ])
  expect([weekdayOf(sunday), weekdayOf(monday)]).toEqual([0, 1])
  expect(instantOf(monday, 9 * 60, 480)).toBe(Date.UTC(2026, 2, 2, 1))
})

test('Q70: what is no day YYYY-MM-DD throws TypeError', () => {
  for (const day of ['', '2026-3-2', '2026-13-01', '2026-02-30', '+002026-03-02', '2026-03-02T00', 'besok']) {
    for (const ask of [() => weekdayOf(day), () => addDays(day, 1), () => slotsOf(hours, day), () => openingAt(hours, day, 0)]) {
      expect(ask, day).toThrow(TypeError)
    }
  }
})
