import { createRng } from '@balai/engine/core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkForm } from '../../../../game/case/form/check-form.ts'
import type { Field, Form } from '../../../../game/case/form/form.ts'
import { fieldErrors, fieldWarnings } from '../../../../game/case/form/form-errors.ts'
import { visibleFields } from '../../../../game/case/form/visible-fields.ts'
import { both, choice, formOf, text } from './sample-form.ts'

const fields: Record<string, Field> = {
  sebab: choice('hilang', 'rusak', 'lain'),
  hadir: { type: 'boolean', 'x-title': both('hadir') },
  jumlah: { type: 'integer', minimum: 1, maximum: 5, 'x-title': both('jumlah') },
  nama: text({ minLength: 3, maxLength: 6 }),
  nomor: text({ pattern: '^[A-Z]{2}[0-9]+$', maxLength: 8 }),
  tanggal: text({ format: 'date', 'x-when': { field: 'sebab', is: 'hilang' } }),
  surel: text({
    format: 'email',
    maxLength: 40,
    'x-when': {
      any: [
        { field: 'hadir', is: false },
        { field: 'jumlah', atLeast: 3 },
      ],
    },
  }),
  tujuan: { ...choice('a', 'b'), 'x-when': { field: 'tanggal', isNot: '2026-01-01' } },
}
const form = formOf(fields, ['sebab', 'nama', 'tanggal', 'surel', 'tujuan'])
const samples: Record<string, readonly unknown[]> = {
  sebab: ['hilang', 'hilang', 'rusak', 'lain', 'terbakar', 3],
  hadir: [true, false, false, 'ya', 0],
  jumlah: [1, 3, 5, 0, 6, 2.5, '3'],
  nama: ['Ani', 'Siti', 'Budi S', 'Al', 'Kartini', true],
  nomor: ['KT12', 'kt12', 'KT', 'KT1234567'],
  tanggal: ['2026-01-01', '2026-11-22', '2026-02-29', 'kemarin'],
  surel: ['a@b.id', 'siti@contoh.id', 'siti', 7],
  tujuan: ['a', 'b', 'c'],
  asing: ['x'],
}

/** The asked part of a form as plain JSON Schema; what only we read is taken away. */
function asJsonSchema({ properties, required }: Form, asked: readonly string[]): z.core.JSONSchema.JSONSchema {
  const plain = (field: Field) => {
    const own = Object.entries(field).filter(([key]) => !key.startsWith('x-'))
    return Object.fromEntries(
      own.map(([key, value]) => [
        key,
        key === 'oneOf' ? (value as unknown as { const: string }[]).map((one) => ({ const: one.const })) : value,
      ]),
    )
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(asked.map((name) => [name, plain(properties[name])])),
    required: required.filter((name) => asked.includes(name)),
    additionalProperties: false,
  } as z.core.JSONSchema.JSONSchema
}

function answersFor(seed: number): Record<string, unknown> {
  const rng = createRng(seed)
  const answers: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(samples)) {
    // Mostly answered, rarely what the form does not have, and more right than wrong.
    if (rng() < (name === 'asing' ? 0.97 : 0.25)) continue
    const at = rng() < 0.7 ? rng() * Math.min(2, values.length) : rng() * values.length
    answers[name] = values[Math.floor(at)]
  }
  return answers
}

test('F19: what was wrong is not kept', () => {
  const { answers, errors } = checkForm(form, { sebab: 'rusak', nama: 'Al', jumlah: 0, nomor: 'KT12' })
  expect(answers).toEqual({ sebab: 'rusak', nomor: 'KT12' })
  expect(errors.map(({ field }) => field)).toEqual(['jumlah', 'nama'])
})

test('F20: another reader of JSON Schema says the same of what is asked (seeds 1 to 3000)', () => {
  const counts = { right: 0, wrong: 0 }
  const readers = new Map<string, z.ZodType>()
  const readerOf = (asked: readonly string[]): z.ZodType => {
    const key = asked.join(' ')
    if (!readers.has(key)) readers.set(key, z.fromJSONSchema(asJsonSchema(form, asked)))
    return readers.get(key) as z.ZodType
  }
  for (let seed = 1; seed <= 3000; seed++) {
    const given = answersFor(seed)
    const { errors } = checkForm(form, given)
    const answered = given as Record<string, string>
    const asked = visibleFields(form, answered)
    // What is not asked is dropped before; what the form does not have stays, to be refused.
    const left = Object.fromEntries(Object.entries(given).filter(([name]) => asked.includes(name) || !Object.hasOwn(fields, name)))
    const isRight = readerOf(asked).safeParse(left).success
    counts[isRight ? 'right' : 'wrong']++
    expect(errors.length === 0, `seed ${seed}: ${JSON.stringify(given)} ${JSON.stringify(errors)}`).toBe(isRight)
  }
  expect(counts.right).toBeGreaterThan(100)
  expect(counts.wrong).toBeGreaterThan(1000)
})

test('F21: every error has a sentence in both languages, and no detail holds an answer', () => {
  const secret = 'Rahasia1234'
  const given = Object.fromEntries(Object.keys(fields).map((name) => [name, secret]))
  const all = [
    { sebab: 'hilang', hadir: secret, jumlah: 1000, nama: secret.repeat(3), nomor: secret, tanggal: secret, surel: secret },
    { sebab: 'lain', jumlah: 0, nama: 'R', hadir: false, surel: secret },
    given,
  ].flatMap((answers) => checkForm(form, answers).errors)
  expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThan(8)
  for (const { code, details } of all) {
    for (const sentence of Object.values(fieldErrors[code])) {
      for (const [, name] of sentence.matchAll(/\{(\w+)\}/g)) expect(details, code).toHaveProperty(name)
    }
    expect(JSON.stringify(details)).not.toContain('Rahasia')
  }
  for (const table of [fieldErrors, fieldWarnings]) {
    for (const [code, { id, en }] of Object.entries(table))
      expect([id.length > 5, en.length > 5, id !== en], code).toEqual([true, true, true])
  }
})

test('F22: nothing given is changed, and what was kept is kept again (seeds 1 to 500)', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const given = Object.freeze(answersFor(seed))
    const before = JSON.stringify(given)
    const first = checkForm(form, given)
    expect(checkForm(form, given)).toEqual(first)
    expect(JSON.stringify(given)).toBe(before)
    if (first.errors.length === 0) expect(checkForm(form, first.answers)).toEqual(first)
  }
  const plain = formOf({ nama: text(), nik: text({ format: 'nik' }) })
  const kept = { nama: 'Siti Aminah', nik: '6402011503900001' }
  expect(checkForm(plain, { nama: ' Siti Aminah ', nik: '6402 0115 0390 0001' }).answers).toEqual(kept)
  expect(checkForm(plain, kept)).toEqual({ answers: kept, errors: [], warnings: [] })
})
