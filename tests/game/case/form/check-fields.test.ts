import { expect, test } from 'vitest'
import type { Field, Form } from '../../../../game/case/form/form.ts'
import { checkFields } from '../../../../game/case/standard/check-fields.ts'
import { both, choice, formOf, text } from './sample-form.ts'

const whyNot = (form: Form) => checkFields(form).map(({ path, details }) => `${path} ${details.why ?? ''}`.trim())
const one = (field: Field, name = 'isian') => whyNot(formOf({ [name]: field })).length
const short = text({ maxLength: 10 })

test('F23: names are lower case words joined by hyphens', () => {
  expect(['nama', 'anak-ke', 'saksi-1', 'Nama', 'anak_ke', '1-saksi', 'ibu-', '__proto__x'].map((name) => one(short, name))).toEqual([
    0, 0, 0, 1, 1, 1, 1, 1,
  ])
})

test('F24: required fields are there, and limits leave something that fits', () => {
  expect(whyNot(formOf({ nama: short }, ['nama', 'umur']))).toEqual(['form.required it is required and not there'])
  expect(one(text({ minLength: 5, maxLength: 4 }))).toBe(1)
  expect(one(text({ minLength: 4, maxLength: 4 }))).toBe(0)
  const number = (minimum: number, maximum: number): Field => ({ type: 'integer', minimum, maximum, 'x-title': both('n') })
  expect([one(number(1, 1)), one(number(2, 1)), one({ type: 'integer', 'x-title': both('n') })]).toEqual([0, 1, 0])
})

test('F25: choices have values, each once, with words', () => {
  expect([one(choice('a', 'b')), one(choice()), one(choice('a', 'a'))]).toEqual([0, 1, 1])
  expect(one(text({ oneOf: [{ const: 'a', 'x-title': { id: 'a', en: '' } }] }))).toBe(1)
  expect(whyNot(formOf({ nama: { ...short, 'x-title': { id: ' ', en: 'x' } } }))).toEqual(['form.properties.nama.x-title'])
})

test('F26: a free text says how long it may be', () => {
  expect([one(text()), one(text({ format: 'email' })), one(text({ pattern: '^a*$' }))]).toEqual([1, 1, 1])
  expect([
    one(short),
    one(text({ format: 'nik' })),
    one(text({ format: 'date' })),
    one(text({ format: 'phone' })),
    one(choice('a')),
  ]).toEqual([0, 0, 0, 0, 0])
})

test('F27: a pattern is a regular expression', () => {
  expect([one(text({ maxLength: 5, pattern: '^[0-9]{4}$' })), one(text({ maxLength: 5, pattern: '([' }))]).toEqual([0, 1])
})

test('F28: limits by today are for dates; birth and sex are for NIKs and name fields of the form', () => {
  expect(one(text({ format: 'date', 'x-limit': 'not-after-today' }))).toBe(0)
  expect(one(text({ maxLength: 5, 'x-limit': 'not-after-today' }))).toBe(1)
  const nik = (birth?: string, sex?: string) =>
    whyNot(formOf({ nik: text({ format: 'nik', 'x-birth': birth, 'x-sex': sex }), lahir: text({ format: 'date' }) })).length
  expect([nik('lahir'), nik(undefined, 'lahir'), nik('umur'), nik('lahir', 'kelamin')]).toEqual([0, 0, 1, 1])
  expect([one(text({ maxLength: 5, 'x-birth': 'isian' })), one(text({ maxLength: 5, 'x-sex': 'isian' }))]).toEqual([1, 1])
})
