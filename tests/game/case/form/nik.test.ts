import { expect, test } from 'vitest'
import { checkForm } from '../../../../game/case/form/check-form.ts'
import { readNik } from '../../../../game/case/form/nik.ts'
import { choice, formOf, text } from './sample-form.ts'

const form = formOf({
  nik: text({ format: 'nik', 'x-birth': 'lahir', 'x-sex': 'kelamin' }),
  lahir: text({ format: 'date' }),
  kelamin: choice('L', 'P'),
  mengapa: text({ 'x-when': { field: 'kelamin', is: 'P' } }),
})
const codeOf = (nik: string) => checkForm(form, { nik }).errors[0]?.code ?? null
const man = '6402011503900001'
const woman = '6402015503900001'

test('F13: a NIK has 16 digits, a birth that can be and a serial; what stands between digits is dropped', () => {
  expect([man, woman, '6402 0115 0390 0001', '6402-0115.0390-0001'].map(codeOf)).toEqual([null, null, null, null])
  expect(checkForm(form, { nik: '6402 0115 0390 0001' }).answers).toEqual({ nik: man })
  const wrong = [
    '640201150390000',
    '64020115039000011',
    '640201150390000x',
    '6402011503900000',
    '6402013213900001',
    '6402010003900001',
    '6402014003900001',
    '6402017203900001',
    '6402011500900001',
    '6402011513900001',
    '6402013104900001',
  ]
  expect(wrong.map(codeOf)).toEqual(wrong.map(() => 'not-a-nik'))
  // The region of the first registration may be one that is no more.
  expect(codeOf('0000001503900001')).toBeNull()
  expect(readNik(woman)).toEqual({ isFemale: true, birth: { day: 15, month: 3, shortYear: 90 } })
  expect(readNik('6402017112900001')?.birth).toEqual({ day: 31, month: 12, shortYear: 90 })
})

test('F14: 29 February is in every fourth year, as the century is not known', () => {
  const inYear = (year: string) => readNik(`6402012902${year}0001`) !== null
  expect(['00', '04', '96', '90', '01'].map(inYear)).toEqual([true, true, true, false, false])
})

test('F15: what differs from the NIK is a warning and never a refusal', () => {
  const check = (lahir: string, kelamin: string, nik = man) => {
    const { errors, warnings, answers } = checkForm(form, { nik, lahir, kelamin })
    expect([errors, answers]).toEqual([[], { nik, lahir, kelamin }])
    return warnings.map(({ field, code }) => `${field} ${code}`)
  }
  expect(check('1990-03-15', 'L')).toEqual([])
  expect(check('1890-03-15', 'L')).toEqual([])
  expect([check('1990-03-16', 'L'), check('1990-04-15', 'L'), check('1991-03-15', 'L')]).toEqual(
    Array.from({ length: 3 }, () => ['nik nik-birth']),
  )
  expect(check('1990-03-15', 'P')).toEqual(['nik nik-sex'])
  expect(check('2001-01-01', 'L', woman)).toEqual(['nik nik-birth', 'nik nik-sex'])
  expect(check('1990-03-15', 'P', woman)).toEqual([])
  expect(check('2004-05-07', 'L', '6402010705040001')).toEqual([])
})

test('F16: nothing is compared with what was not asked or answered, or is wrong', () => {
  expect(checkForm(form, { nik: man }).warnings).toEqual([])
  expect(checkForm(form, { nik: man, lahir: '1990-02-30', kelamin: 'x' }).warnings).toEqual([])
  expect(checkForm(form, { lahir: '1990-03-15', kelamin: 'P' }).warnings).toEqual([])
  const hidden = formOf({
    ada: choice('ya', 'tidak'),
    nik: form.properties.nik,
    lahir: text({ format: 'date', 'x-when': { field: 'ada', is: 'ya' } }),
    kelamin: choice('L'),
  })
  expect(checkForm(hidden, { nik: man, lahir: '2001-01-01', ada: 'tidak' }).warnings).toEqual([])
  expect(checkForm(hidden, { nik: man, lahir: '2001-01-01', ada: 'ya' }).warnings).toHaveLength(1)
})
