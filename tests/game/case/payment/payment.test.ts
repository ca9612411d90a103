import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chainPayment, currentReference, keptReference, receiptOf, type PaymentEvent } from '../../../../game/case/index.ts'
import { feeStory, hourMs, t0 } from './fee-story.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('what is due', () => {
  test('M1: a fee is opened once, whatever is said the second time', () => {
    const fee = feeStory()
    fee.open()
    expect(fee.open(99)).toEqual([])
    expect(fee.state).toMatchObject({ state: 'due', rupiah: 350_000, case: 'case-1', citizen: 'c1' })
  })

  test('M2: nothing to pay is exempt at once, and stays so', () => {
    const fee = feeStory()
    fee.open(0)
    expect(fee.state.state).toBe('exempt')
    expect(() => fee.choose()).toThrow(/nothing-due.*exempt/)
    expect(() => fee.refund()).toThrow(/not-refundable/)
    const due = feeStory()
    due.open(1)
    expect(due.state.state).toBe('due')
  })

  test('M3: an amount is whole rupiah and not below 0', () => {
    for (const rupiah of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => feeStory().open(rupiah), String(rupiah)).toThrow(/amount-invalid/)
    }
  })

  test('M4: nothing after the opening changes amount, tariff or basis', () => {
    const fee = feeStory()
    fee.open()
    fee.choose()
    fee.notice('x', 1)
    fee.notice()
    fee.settle()
    fee.refund()
    expect(fee.state).toMatchObject({ rupiah: 350_000, tariff: 'paspor', basis: 'PP 45/2024', state: 'refunded' })
    for (const event of fee.events.slice(1)) expect(Object.keys(event)).not.toContain('tariff')
  })

  test('M5: a way to pay is chosen and changed while the fee is due, not after', () => {
    const fee = feeStory()
    fee.open()
    fee.choose('REF1', t0, 'va')
    fee.choose('REF2', t0 + 1, 'qris')
    expect(fee.state.references.map(({ method }) => method)).toEqual(['va', 'qris'])
    fee.notice('bank-1', 350_000, 'REF2')
    expect(() => fee.choose('REF3', t0 + 2, 'billing')).toThrow(/nothing-due.*paid/)
  })

  test('M6: the same way while it is valid gives the same reference; a lapsed one makes room', () => {
    const fee = feeStory()
    fee.open()
    fee.choose('REF1', t0)
    expect(keptReference(fee.state, 'va', t0 + hourMs - 1)?.reference).toBe('REF1')
    expect(fee.choose('REF2', t0 + hourMs - 1)).toEqual([])
    expect(keptReference(fee.state, 'qris', t0)).toBeNull()
    expect(fee.choose('REF2', t0 + hourMs)).toHaveLength(1)
  })

  test('M7: a reference holds until its time has come, that instant excluded', () => {
    const fee = feeStory()
    fee.open()
    expect(currentReference(fee.state, t0)).toBeNull()
    fee.choose()
    expect(currentReference(fee.state, t0 + hourMs - 1)?.reference).toBe('REF1')
    expect(currentReference(fee.state, t0 + hourMs)).toBeNull()
  })
})

describe('what comes in', () => {
  const due = () => {
    const fee = feeStory()
    fee.open()
    fee.choose()
    return fee
  }

  test('M8: exactly the amount pays the fee', () => {
    const fee = due()
    fee.notice()
    expect(fee.state).toMatchObject({ state: 'paid', paidBy: 'bank-1', paidAtMs: t0 + 1000 })
  })

  test('M9: money on an earlier or lapsed reference counts as well', () => {
    const fee = due()
    fee.choose('REF2', t0 + 1, 'qris')
    fee.notice('bank-1', 350_000, 'REF1', t0 + 5 * hourMs)
    expect(fee.state.state).toBe('paid')
  })

  test('M10: another amount pays nothing and is kept to be given back', () => {
    for (const rupiah of [349_999, 350_001, 0]) {
      const fee = due()
      fee.notice('bank-9', rupiah)
      expect(fee.state).toMatchObject({ state: 'due', strays: [{ why: 'wrong-amount', rupiah, providerId: 'bank-9', reference: 'REF1' }] })
    }
  })

  test('M11: the same notice a second time does nothing', () => {
    const fee = due()
    fee.notice()
    expect(fee.notice()).toEqual([])
    const other = due()
    other.notice('bank-9', 5)
    expect(other.notice('bank-9', 5)).toEqual([])
  })

  test('M12: money for what is paid, settled or refunded is a double; the state stays', () => {
    const fee = due()
    fee.notice()
    fee.notice('bank-2')
    expect(fee.state).toMatchObject({ state: 'paid', paidBy: 'bank-1', strays: [{ why: 'double', providerId: 'bank-2' }] })
    fee.settle()
    fee.notice('bank-3')
    fee.refund()
    fee.notice('bank-4', 7)
    expect(fee.state.state).toBe('refunded')
    expect(fee.state.strays.map(({ why }) => why)).toEqual(['double', 'double', 'double'])
  })

  test('M13: a reference of another fee is refused', () => {
    const fee = due()
    expect(() => fee.notice('bank-1', 350_000, 'REF9')).toThrow(/unknown-reference.*REF9/)
    expect(() => fee.settle('bank-1', 'REF9')).toThrow(/unknown-reference/)
  })

  test('M14: the statement settles what is paid, and what no notice ever came for', () => {
    const fee = due()
    fee.notice()
    fee.settle()
    expect(fee.state).toMatchObject({ state: 'settled', paidAtMs: t0 + 1000, settledAtMs: t0 + 2000, settledBy: 'bank-1' })
    const silent = due()
    silent.settle()
    expect(silent.state).toMatchObject({ state: 'settled', paidAtMs: t0 + 2000, paidBy: 'bank-1' })
    expect(silent.settle()).toEqual([])
  })

  test('M15: a paid fee is settled by the same money only; other money is a double', () => {
    const fee = due()
    fee.notice()
    fee.settle('bank-2')
    expect(fee.state).toMatchObject({ state: 'paid', settledBy: null, strays: [{ why: 'double', providerId: 'bank-2' }] })
    expect(fee.settle('bank-2')).toEqual([])
    fee.settle('bank-1')
    expect(fee.state.state).toBe('settled')
  })
})

describe('what goes back', () => {
  const paid = () => {
    const fee = feeStory()
    fee.open()
    fee.choose()
    fee.notice()
    return fee
  }

  test('M16: what was paid or settled is given back, and nothing else', () => {
    const fee = paid()
    fee.refund()
    expect(fee.state.state).toBe('refunded')
    const settled = paid()
    settled.settle()
    settled.refund()
    expect(settled.state.state).toBe('refunded')
    const due = feeStory()
    due.open()
    expect(() => due.refund()).toThrow(/not-refundable.*due/)
  })

  test('M17: only an approver gives back', () => {
    expect(() => paid().refund('salah bayar', false)).toThrow(/not-approver/)
  })

  test('M18: it says why', () => {
    expect(() => paid().refund('  ')).toThrow(/reason-missing/)
    const fee = paid()
    fee.refund(' ditolak ')
    expect(fee.state.refundReason).toBe('ditolak')
  })

  test('M19: whole and once', () => {
    const fee = paid()
    const [event] = fee.refund()
    expect(Object.keys(event)).not.toContain('rupiah')
    expect(() => fee.refund()).toThrow(/not-refundable.*refunded/)
  })
})

describe('the receipt', () => {
  const story = (): PaymentEvent[] => {
    const fee = feeStory()
    fee.open()
    fee.choose()
    fee.notice()
    fee.settle()
    return [...fee.events]
  }

  test('M32: whoever alters, drops, adds or swaps an event changes the hash', () => {
    const events = story()
    const hash = receiptOf(events, sha256)?.hash
    const [opened, chosen, paid, settled] = events
    const altered: PaymentEvent[][] = [
      [{ ...opened, rupiah: 1 } as PaymentEvent, chosen, paid, settled],
      [{ ...opened, basis: 'PP 1/2020' } as PaymentEvent, chosen, paid, settled],
      [opened, chosen, { ...paid, atMs: 1 }, settled],
      [opened, paid, settled],
      [opened, paid, chosen, settled],
      [opened, chosen, chosen, paid, settled],
      [opened, chosen, paid, { ...settled, day: '2026-11-24' } as PaymentEvent],
    ]
    for (const other of altered) expect(receiptOf(other, sha256)?.hash).not.toBe(hash)
    // As it comes back from the store, with its fields in another order.
    const stored = events.map((event) => Object.fromEntries(Object.entries(event).reverse()) as PaymentEvent)
    expect(receiptOf(stored, sha256)?.hash).toBe(hash)
    expect(new Set(chainPayment(events, sha256)).size).toBe(4)
  })

  test('M33: the receipt is the hash of the money that came last, and before it there is none', () => {
    const events = story()
    const chain = chainPayment(events, sha256)
    expect(receiptOf(events.slice(0, 2), sha256)).toBeNull()
    expect(receiptOf(events.slice(0, 3), sha256)).toEqual({ event: 3, hash: chain[2] })
    expect(receiptOf(events, sha256)).toEqual({ event: 4, hash: chain[3] })
    const free = feeStory()
    free.open(0)
    expect(receiptOf(free.events, sha256)).toBeNull()
  })
})
