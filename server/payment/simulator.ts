import { hkdfSync } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import type { PaymentMethod } from '../../game/case/index.ts'
import { sign } from '../identity/index.ts'
import { checkSignature, signNotice } from './notice-signature.ts'
import type { PaymentProvider } from './provider-port.ts'
import { readNoticeBody } from './read-notice.ts'

/** A provider for demonstrations: it moves no money, and whoever opens its page plays the bank. Its notices are signed and checked as a bank's. */
export interface PaymentSimulator extends PaymentProvider {
  /** The notice that a bank would send now, with its signature. `nth` tells a second payment of one reference from the first. */
  noticeOf(input: { readonly reference: string; readonly rupiah: number; readonly nth: number; readonly atMs: number }): {
    readonly body: string
    readonly signature: string
  }
}

const dayMs = 86_400_000
const letters: Readonly<Record<PaymentMethod, string>> = { billing: 'B', va: 'V', qris: 'Q' }
/** A QRIS code is for the phone in hand; the others for the way to a bank. */
const validMs: Readonly<Record<PaymentMethod, number>> = { billing: 3 * dayMs, va: dayMs, qris: 30 * 60_000 }

/** @param secret of the install. No reference of this provider looks like a bank's: they begin with SIM. */
export function createPaymentSimulator(secret: Uint8Array): PaymentSimulator {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), 'balai/payment-simulator', 32))
  return {
    name: 'Simulator',
    isSimulator: true,
    async createReference({ payment, attempt, method, atMs }) {
      const digits = BigInt(`0x${sign(key, `reference/${payment}/${attempt}/${method}`).slice(0, 15)}`)
        .toString()
        .padStart(12, '0')
      return { reference: `SIM${letters[method]}${digits.slice(-12)}`, qr: null, expiresAtMs: atMs + validMs[method] }
    },
    readNotice(body, signature, nowMs) {
      checkSignature(key, body, signature, nowMs)
      return readNoticeBody(body)
    },
    async refund({ rupiah }) {
      if (rupiah <= 0) throw new CodedError('not-refundable', 'there is nothing to give back', { state: 'exempt' })
    },
    noticeOf({ reference, rupiah, nth, atMs }) {
      const body = JSON.stringify({ id: `SIM-${sign(key, `money/${reference}/${nth}`).slice(0, 12)}`, reference, rupiah })
      return { body, signature: signNotice(key, body, atMs) }
    },
  }
}
