import { describe, expect, it } from 'vitest'
import { checkPhone, maskPhone } from '../../../server/identity/index.ts'

describe('checkPhone', () => {
  it('I6 reads every usual way of writing a mobile number as the same one', () => {
    const ways = [
      '081234567890',
      '0812 3456 7890',
      '0812-3456-7890',
      '+6281234567890',
      '62 812 3456 7890',
      '+62 (0)812.3456.7890',
      '81234567890',
    ]
    for (const text of ways) {
      expect(checkPhone(text), text).toEqual({ ok: true, phone: '+6281234567890', masked: '+62 812 •••• 7890' })
    }
    for (const text of ['0811234567', '081234567890', '0895123456789']) expect(checkPhone(text).ok, text).toBe(true)
  })

  it('I6 refuses what is no Indonesian mobile number', () => {
    const others = [
      '',
      '0812',
      '08123456',
      '0212345678',
      '08001234567',
      '+6591234567',
      '+1 202 555 0143',
      '0812345678901234',
      '0812x4567890',
      '00081234567890',
    ]
    for (const text of others) {
      expect(checkPhone(text), text).toEqual({ ok: false, code: 'phone-invalid', details: { phone: text } })
    }
  })

  it('I6 shows the prefix and the last four', () => {
    expect(maskPhone('+62811234567')).toBe('+62 811 •••• 4567')
  })
})
