import { describe, expect, it } from 'vitest'
import { checkHours, checkPolicy, defaultPolicy, policyBounds, type OfficeHours } from '../../../../game/queue/index.ts'
import {
  hoursSentence,
  likeMonday,
  readMinute,
  timeText,
  weekOrder,
  withClosure,
  withDay,
  withoutClosure,
  withSpan,
  withTime,
} from '../../../../game/page/admin/state/hours-draft.ts'
import { policyGroups, shownBounds, shownValue, withValue, wrongFields } from '../../../../game/page/admin/state/policy-fields.ts'

const office = [{ from: 480, to: 720 }]
const hours: OfficeHours = {
  week: [[], office, office, [], office, office, []],
  exceptions: [],
  slotMinutes: 30,
  slotCapacity: 4,
  quota: null,
  lastNumberMinutes: 15,
}
const code = (change: Partial<OfficeHours>) => checkHours({ ...hours, ...change })

describe('a time of day', () => {
  it('is read however it is typed, and midnight at the end is 24', () => {
    expect(['8', '08.30', '8:30', '0830', '24', '24:00', '0'].map(readMinute)).toEqual([480, 510, 510, 510, 1440, 1440, 0])
    expect(['', '25', '8.60', '8:', 'pagi', '24:01', '-1'].map(readMinute)).toEqual(Array.from({ length: 7 }, () => null))
    expect([timeText(510), timeText(1440, '.'), timeText(0)]).toEqual(['08:30', '24.00', '00:00'])
  })
})

describe('hours while they are changed', () => {
  it('get a second span after a break, within the day', () => {
    expect(withSpan([])).toEqual([{ from: 480, to: 720 }])
    expect(withSpan(office)).toEqual([...office, { from: 780, to: 900 }])
    expect(withSpan([{ from: 480, to: 1400 }])).toEqual([{ from: 480, to: 1400 }])
    expect(withTime(office, 0, 'to', 700)).toEqual([{ from: 480, to: 700 }])
  })

  it('take Monday over on open days only', () => {
    const monday = [{ from: 420, to: 900 }]
    const { week } = likeMonday(withDay(hours, 1, monday))
    expect(week.map((spans) => spans.length)).toEqual([0, 1, 1, 0, 1, 1, 0])
    expect(week[5]).toEqual(monday)
    expect(new Set(weekOrder)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]))
  })

  it('keep special days by date, each once', () => {
    const closure = (day: string, reason: string) => ({ day, spans: [], reason })
    let now = withClosure(withClosure(hours, closure('2026-12-25', 'Natal')), closure('2026-12-24', 'Cuti bersama'))
    now = withClosure(now, closure('2026-12-25', 'Hari Natal'))
    expect(now.exceptions.map(({ day, reason }) => `${day} ${reason}`)).toEqual(['2026-12-24 Cuti bersama', '2026-12-25 Hari Natal'])
    expect(withoutClosure(now, '2026-12-24').exceptions).toHaveLength(1)
  })
})

describe('hours that cannot be kept', () => {
  it('are told apart by what is wrong', () => {
    const turned = [{ from: 720, to: 480 }]
    const touching = [...office, { from: 720, to: 800 }]
    const closure = { day: '2026-12-25', spans: [], reason: 'Natal' }
    expect(code({})).toBeNull()
    expect(code({ week: hours.week.slice(1) })).toEqual({ code: 'week' })
    expect(code({ week: [[], turned, [], [], [], [], []] })).toEqual({ code: 'spans', weekday: 1 })
    expect(code({ week: [[], [], touching, [], [], [], []] })).toEqual({ code: 'spans', weekday: 2 })
    expect(code({ week: [[{ from: 0, to: 1441 }], [], [], [], [], [], []] })).toEqual({ code: 'spans', weekday: 0 })
    expect(code({ exceptions: [closure, closure] })).toEqual({ code: 'closure-twice', day: '2026-12-25' })
    expect(code({ exceptions: [{ ...closure, reason: ' ' }] })).toEqual({ code: 'closure-reason', day: '2026-12-25' })
    expect(code({ exceptions: [{ ...closure, spans: turned }] })).toEqual({ code: 'closure-spans', day: '2026-12-25' })
    expect(code({ exceptions: [{ ...closure, day: '2026-02-30' }] })).toEqual({ code: 'closure-day', day: '2026-02-30' })
    expect(code({ slotMinutes: 4 })).toEqual({ code: 'number', name: 'slotMinutes' })
    expect(code({ slotCapacity: -1 })).toEqual({ code: 'number', name: 'slotCapacity' })
    expect(code({ quota: 1.5 })).toEqual({ code: 'number', name: 'quota' })
    expect(code({ quota: 0 })).toBeNull()
    expect(code({ lastNumberMinutes: 721 })).toEqual({ code: 'number', name: 'lastNumberMinutes' })
    const many = Array.from({ length: 401 }, (_, at) => ({
      ...closure,
      day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    }))
    expect(code({ exceptions: many })).toEqual({ code: 'closures' })
    expect(hoursSentence({ ...hours, slotMinutes: 4 })?.key).toBe('admin.wrong.number')
  })
})

describe('a policy while it is changed', () => {
  const fields = policyGroups.flatMap(({ fields: own }) => own)

  it('shows every part once, within its bounds, in the unit in which people count', () => {
    expect(fields.map(({ name }) => name).sort()).toEqual(Object.keys(defaultPolicy).sort())
    expect(wrongFields(defaultPolicy)).toEqual([])
    for (const field of fields) {
      const { least, most } = shownBounds(field)
      expect([field.name, shownValue(field, defaultPolicy) >= least && shownValue(field, defaultPolicy) <= most]).toEqual([
        field.name,
        true,
      ])
      expect(checkPolicy(withValue(defaultPolicy, field, String(most)))).toBeNull()
      expect(checkPolicy(withValue(defaultPolicy, field, String(most + 1)))).toBe(field.name)
    }
    expect(Object.keys(policyBounds)).toHaveLength(fields.length)
  })

  it('takes whole numbers only', () => {
    const [field] = fields
    expect(withValue(defaultPolicy, field, '7')[field.name]).toBe(7)
    for (const text of ['', 'x', '-1', '1.5']) expect(withValue(defaultPolicy, field, text)).toBe(defaultPolicy)
    expect(withValue(defaultPolicy, { name: 'readyForMs', unit: 'minutes' }, '20').readyForMs).toBe(1_200_000)
  })
})
