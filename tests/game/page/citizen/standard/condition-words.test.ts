import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Condition, Form } from '../../../../../game/case/index.ts'
import { createTranslate, type Language, type Messages } from '../../../../../game/page/shared/index.ts'
import { conditionWords } from '../../../../../game/page/citizen/standard/condition-words.ts'

const yesNo = (id: string, en: string) => ({ type: 'boolean', 'x-title': { id, en } }) as const
const form: Form = {
  type: 'object',
  properties: {
    kawin: yesNo('Apakah salah satu pernah kawin?', 'Was one of you married before?'),
    asn: yesNo('Anda ASN, TNI, atau Polri?', 'Are you in the civil service?'),
    lunas: yesNo('PBB lima tahun terakhir lunas?', 'Is the tax of the last five years paid?'),
    luas: { type: 'integer', minimum: 0, 'x-title': { id: 'Luas bangunan (m²)', en: 'Floor area (m²)' } },
    sebab: {
      type: 'string',
      oneOf: [
        { const: 'hilang', 'x-title': { id: 'Hilang', en: 'Lost' } },
        { const: 'rusak', 'x-title': { id: 'Rusak', en: 'Damaged' } },
      ],
      'x-title': { id: 'Apa yang terjadi', en: 'What happened' },
    },
  },
  required: [],
  additionalProperties: false,
}
const say = (language: Language, condition: Condition): string => {
  const t = createTranslate(JSON.parse(readFileSync(`assets/locales/${language}/standard.json`, 'utf8')) as Messages)
  return t('standard.paper.when', { condition: conditionWords(condition, form, { language, t }) })
}

const cases: readonly [Condition, string, string][] = [
  [
    { field: 'sebab', is: 'hilang' },
    'Hanya bila Anda memilih “Hilang” pada “Apa yang terjadi”.',
    'Only if you choose “Lost” for “What happened”.',
  ],
  [
    { field: 'sebab', in: ['hilang', 'rusak'] },
    'Hanya bila Anda memilih “Hilang” atau “Rusak” pada “Apa yang terjadi”.',
    'Only if you choose “Lost” or “Damaged” for “What happened”.',
  ],
  [
    { field: 'sebab', isNot: 'hilang' },
    'Hanya bila Anda tidak memilih “Hilang” pada “Apa yang terjadi”.',
    'Only if you do not choose “Lost” for “What happened”.',
  ],
  [{ field: 'kawin', is: true }, 'Hanya bila salah satu pernah kawin.', 'Only if you answer “Yes” to “Was one of you married before?”.'],
  [
    { field: 'kawin', is: false },
    'Hanya bila Anda menjawab “Tidak” pada “Apakah salah satu pernah kawin?”.',
    'Only if you answer “No” to “Was one of you married before?”.',
  ],
  [{ field: 'asn', is: true }, 'Hanya bila Anda ASN, TNI, atau Polri.', 'Only if you answer “Yes” to “Are you in the civil service?”.'],
  [{ field: 'luas', atLeast: 500 }, 'Hanya bila isian “Luas bangunan (m²)” 500 atau lebih.', 'Only if “Floor area (m²)” is 500 or more.'],
  [
    {
      any: [
        { field: 'lunas', is: true },
        { field: 'kawin', is: true },
      ],
    },
    'Hanya bila PBB lima tahun terakhir lunas, atau bila salah satu pernah kawin.',
    'Only if you answer “Yes” to “Is the tax of the last five years paid?”, or if you answer “Yes” to “Was one of you married before?”.',
  ],
]
test.each(cases)('%o reads as a sentence', (condition, id, en) => {
  expect([say('id', condition), say('en', condition)]).toEqual([id, en])
})
