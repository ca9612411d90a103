import { expect, test } from 'vitest'
import { checkForm } from '../../../../game/case/form/check-form.ts'
import type { Field } from '../../../../game/case/form/form.ts'
import { visibleFields } from '../../../../game/case/form/visible-fields.ts'
import { choice, formOf, text, both } from './sample-form.ts'

/** What is said of one answer to one field: its code, or null. */
const codeOf = (field: Field, answer: unknown, day?: string) =>
  checkForm(formOf({ isian: field }), { isian: answer }, { day }).errors[0]?.code ?? null
const codes = (field: Field, answers: readonly unknown[], day?: string) => answers.map((answer) => codeOf(field, answer, day))

const chain = formOf(
  {
    sebab: choice('hilang', 'rusak'),
    tahu: { type: 'boolean', 'x-title': both('tahu'), 'x-when': { field: 'sebab', is: 'hilang' } },
    tempat: text({ 'x-when': { field: 'tahu', is: true } }),
    uraian: text(),
  },
  ['sebab', 'tahu', 'tempat'],
)

test('F1: fields are asked in order, by the answers to those before them', () => {
  expect(visibleFields(chain, {})).toEqual(['sebab', 'uraian'])
  expect(visibleFields(chain, { sebab: 'hilang' })).toEqual(['sebab', 'tahu', 'uraian'])
  expect(visibleFields(chain, { uraian: 'x', tahu: true, sebab: 'hilang' })).toEqual(['sebab', 'tahu', 'tempat', 'uraian'])
  const backwards = formOf({ satu: text({ 'x-when': { field: 'dua', is: 'x' } }), dua: text() })
  expect(visibleFields(backwards, { dua: 'x' })).toEqual(['dua'])
})

test('F2: what is not asked any more is dropped and hides what hung on it', () => {
  const { answers, errors } = checkForm(chain, { sebab: 'rusak', tahu: true, tempat: 5 })
  expect([answers, errors]).toEqual([{ sebab: 'rusak' }, []])
  expect(visibleFields(chain, { sebab: 'rusak', tahu: true })).toEqual(['sebab', 'uraian'])
})

test('F3: an asked field that is required is missing, another may be left', () => {
  expect(checkForm(chain, { sebab: 'hilang' }).errors).toEqual([{ field: 'tahu', code: 'missing', details: {} }])
  expect(checkForm(chain, {}).errors.map(({ field }) => field)).toEqual(['sebab'])
  expect(checkForm(chain, { sebab: 'rusak' }).errors).toEqual([])
})

test('F4: an answer to a field that is not there is refused', () => {
  const { errors, answers } = checkForm(chain, { sebab: 'rusak', warna: 'biru', toString: 1 })
  expect(errors.map(({ field, code }) => `${code} ${field}`)).toEqual(['unknown-field warna', 'unknown-field toString'])
  expect(errors[0].details).toEqual({ field: 'warna' })
  expect(answers).toEqual({ sebab: 'rusak' })
})

test('F5: texts are kept composed and without spaces at their ends; empty ones are no answer', () => {
  const form = formOf({ nama: text(), lain: text() }, ['nama'])
  expect(checkForm(form, { nama: '  Ame\u0301lie \n' }).answers).toEqual({ nama: 'Am\u00e9lie' })
  for (const empty of ['', ' \t\n', null, undefined]) expect(checkForm(form, { nama: empty }).errors[0]?.code).toBe('missing')
  expect(checkForm(form, { nama: 'x', lain: '' })).toMatchObject({ answers: { nama: 'x' }, errors: [] })
})

test('F6: each kind of field takes its own kind of answer, and nothing is thrown', () => {
  const strange = [{}, [], () => 1, Symbol('x'), 1n]
  expect(codes(text(), ['a', 1, true, ...strange])).toEqual([null, ...Array.from({ length: 7 }, () => 'not-text')])
  expect(codes({ type: 'integer', 'x-title': both('n') }, [1, '1', true, ...strange])).toEqual([
    null,
    ...Array.from({ length: 7 }, () => 'not-a-number'),
  ])
  expect(codes({ type: 'boolean', 'x-title': both('b') }, [false, 'ya', 1, ...strange])).toEqual([
    null,
    ...Array.from({ length: 7 }, () => 'not-yes-or-no'),
  ])
})

test('F7: a choice takes one of its values', () => {
  expect(codes(choice('hilang', 'rusak'), ['hilang', 'rusak', 'Hilang', 'lain'])).toEqual([null, null, 'not-a-choice', 'not-a-choice'])
})

test('F8: lengths are code points, bounds included', () => {
  expect(codes(text({ minLength: 2, maxLength: 3 }), ['a', 'ab', 'abc', 'abcd'])).toEqual(['too-short', null, null, 'too-long'])
  expect(codes(text({ minLength: 2, maxLength: 3 }), ['🙂', '🙂🙂', '🙂🙂🙂', '🙂🙂🙂🙂'])).toEqual(['too-short', null, null, 'too-long'])
  expect(checkForm(formOf({ a: text({ minLength: 2 }) }), { a: 'x' }).errors[0].details).toEqual({ least: 2 })
})

test('F9: a pattern is not anchored and reads code points', () => {
  expect(codes(text({ pattern: '[0-9]{3}' }), ['ab123cd', '12'])).toEqual([null, 'pattern'])
  expect(codes(text({ pattern: '^.$' }), ['🙂', 'ab'])).toEqual([null, 'pattern'])
})

test('F10: numbers are whole and exact, bounds included', () => {
  const field: Field = { type: 'integer', minimum: 1, maximum: 20, 'x-title': both('n') }
  expect(codes(field, [0, 1, 20, 21, 1.5, NaN, Infinity])).toEqual([
    'too-small',
    null,
    null,
    'too-large',
    'not-a-number',
    'not-a-number',
    'not-a-number',
  ])
  expect(codes({ type: 'integer', 'x-title': both('n') }, [2 ** 53, -5])).toEqual(['not-a-number', null])
})

test('F11: a date is a day of the calendar', () => {
  const right = ['2026-01-31', '2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31', '2026-11-30', '2026-07-31', '2026-08-31']
  const wrong = [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '01-02-2026',
    '2026-01-01T00:00',
  ]
  const date = text({ format: 'date' })
  expect(codes(date, right)).toEqual(right.map(() => null))
  expect(codes(date, wrong)).toEqual(wrong.map(() => 'not-a-day'))
})

test('F12: a date that is limited by today may be today, and without a day is not limited', () => {
  const [before, today, after] = ['2026-11-21', '2026-11-22', '2026-11-23']
  const past = text({ format: 'date', 'x-limit': 'not-after-today' })
  const future = text({ format: 'date', 'x-limit': 'not-before-today' })
  expect(codes(past, [before, today, after], today)).toEqual([null, null, 'after-today'])
  expect(codes(future, [before, today, after], today)).toEqual(['before-today', null, null])
  expect([...codes(past, [after]), ...codes(future, [before])]).toEqual([null, null])
})

test('F17: telephone numbers as people write them', () => {
  const phone = text({ format: 'phone' })
  const right = ['081234567890', '0812 3456 7890', '+62 812-3456-7890', '6281234567890', '0541 661 234', '02112345678']
  const wrong = [
    '12345678',
    '0812',
    '0541 661',
    '0812--3456789',
    '08123456789012345',
    '+1 202 555 0100',
    '0812 3456 78ab',
    '0812  34567890',
  ]
  expect(codes(phone, right)).toEqual(right.map(() => null))
  expect(codes(phone, wrong)).toEqual(wrong.map(() => 'not-a-phone'))
})

test('F18: e-mail addresses', () => {
  const email = text({ format: 'email', maxLength: 40 })
  const right = ['siti@contoh.id', 'a.b+c@sub.contoh.go.id']
  const wrong = ['siti', 'siti@contoh', '@contoh.id', 'siti@.id', 'siti@contoh.', 'si ti@contoh.id', 'a@b@c.id']
  expect(codes(email, right)).toEqual(right.map(() => null))
  expect(codes(email, wrong)).toEqual(wrong.map(() => 'not-an-email'))
})
