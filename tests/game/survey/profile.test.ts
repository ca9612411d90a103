import { expect, test } from 'vitest'
import { checkProfile, profileChoices, profileFields } from '../../../game/survey/index.ts'

test('S7: nothing has to be said, and what is said is of its list', () => {
  expect(checkProfile({})).toEqual({ ok: true })
  for (const field of profileFields) {
    for (const choice of profileChoices[field]) expect(checkProfile({ [field]: choice })).toEqual({ ok: true })
    expect(checkProfile({ [field]: 'apa saja' })).toEqual({ ok: false, field })
    expect(checkProfile({ [field]: 1 })).toEqual({ ok: false, field })
  }
  expect(checkProfile({ sex: 'perempuan', name: 'Siti' })).toEqual({ ok: false, field: 'name' })
  expect(checkProfile({ toString: 'perempuan' })).toEqual({ ok: false, field: 'toString' })
})
