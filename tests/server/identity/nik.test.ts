import { describe, expect, it } from 'vitest'
import { checkNik } from '../../../server/identity/index.ts'

const codeOf = (text: string) => {
  const checked = checkNik(text)
  return checked.ok ? 'ok' : { code: checked.code, ...checked.details }
}

describe('checkNik', () => {
  it('I1 takes 16 digits, with or without separators, and nothing else', () => {
    expect(codeOf('6402011708850001')).toBe('ok')
    expect(checkNik(' 6402 0117-0885.0001 ')).toMatchObject({ ok: true, nik: '6402011708850001' })
    expect(codeOf('640201170885000')).toEqual({ code: 'nik-length', length: 15 })
    expect(codeOf('64020117088500011')).toEqual({ code: 'nik-length', length: 17 })
    expect(codeOf('')).toEqual({ code: 'nik-length', length: 0 })
    expect(codeOf('64020117O8850001')).toEqual({ code: 'nik-not-digits' })
    expect(codeOf('٦٤٠٢٠١١٧٠٨٨٥٠٠٠١')).toEqual({ code: 'nik-not-digits' })
  })

  it('I2 refuses a region code that cannot be', () => {
    for (const region of ['000101', '100101', '970101', '640001', '640200']) {
      expect(codeOf(`${region}1708850001`), region).toEqual({ code: 'nik-region', digits: region })
    }
    for (const region of ['110101', '327301', '640201', '747101', '940101', '960101']) {
      expect(codeOf(`${region}1708850001`), region).toBe('ok')
    }
  })

  it('I3 reads the date of birth, with 40 added to a woman’s day', () => {
    expect(checkNik('6402011708850001')).toMatchObject({ isFemale: false, birth: { day: 17, month: 8, shortYear: 85 } })
    expect(checkNik('6402015708850001')).toMatchObject({ isFemale: true, birth: { day: 17, month: 8, shortYear: 85 } })
    for (const date of ['310190', '710190', '290200', '690204', '300490']) expect(codeOf(`640201${date}0001`), date).toBe('ok')
    for (const date of ['000190', '320190', '400190', '720190', '170090', '171390', '310490', '710490', '300290', '290201', '690201']) {
      expect(codeOf(`640201${date}0001`), date).toEqual({ code: 'nik-date', digits: date })
    }
  })

  it('I4 refuses the serial 0000', () => {
    expect(codeOf('6402011708850000')).toEqual({ code: 'nik-serial' })
    expect(codeOf('6402011708859999')).toBe('ok')
  })

  it('I5 masks all but the first four and the last four', () => {
    expect(checkNik('6402011708850001')).toMatchObject({ masked: '6402••••••••0001' })
  })
})
