import { CodedError } from '@balai/engine/core'
import { z } from 'zod'
import { plainReference } from '../../game/case/index.ts'
import { checkSignature, signNotice } from './notice-signature.ts'
import type { PaymentProvider } from './provider-port.ts'
import { readNoticeBody } from './read-notice.ts'

/** Where a bank's or acquirer's gateway is reached, and the key that both ends sign with. */
export type PaymentGatewayConfig = { readonly name: string; readonly url: string; readonly key: string }

const answerWithinMs = 15_000
const referenceSchema = z.object({
  reference: z.string().min(4).max(64),
  qr: z.string().max(1000).nullish(),
  expiresAt: z.iso.datetime({ offset: true }),
})

/**
 * A provider behind an HTTP gateway: `POST URL/references` and `POST URL/refunds`, JSON, signed in X-Payment-Signature as notices are. `idempotencyKey` in the body
 * names an order: asked again, the gateway answers what it answered.
 */
export function createHttpPaymentProvider({ name, url, key }: PaymentGatewayConfig, clock: () => number): PaymentProvider {
  const keyBytes = new TextEncoder().encode(key)

  async function post(path: string, order: Readonly<Record<string, unknown>>): Promise<unknown> {
    const body = JSON.stringify(order)
    const response = await fetch(`${url.replace(/\/$/, '')}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-payment-signature': signNotice(keyBytes, body, clock()) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    })
    if (!response.ok) throw new CodedError('provider-unavailable', `${name} answered ${response.status} to ${path}; try again in a while`)
    const text = await response.text()
    return text === '' ? null : (JSON.parse(text) as unknown)
  }
  return {
    name,
    isSimulator: false,
    async createReference({ payment, attempt, rupiah, method }) {
      const answer = referenceSchema.safeParse(
        await post('references', { idempotencyKey: `${payment}/${attempt}/${method}`, rupiah, method }),
      )
      if (!answer.success) throw new CodedError('provider-unavailable', `${name} gave no reference: ${z.prettifyError(answer.error)}`)
      return {
        reference: plainReference(answer.data.reference),
        qr: answer.data.qr ?? null,
        expiresAtMs: Date.parse(answer.data.expiresAt),
      }
    },
    readNotice(body, signature, nowMs) {
      checkSignature(keyBytes, body, signature, nowMs)
      return readNoticeBody(body)
    },
    async refund({ payment, providerId, rupiah, reason }) {
      await post('refunds', { idempotencyKey: `${payment}/refund`, id: providerId, rupiah, reason })
    },
  }
}

/** Stands where no provider is set up: fees are due, and nobody is told that they can be paid here. */
export const noPaymentProvider: PaymentProvider = {
  name: '',
  isSimulator: false,
  createReference: () => Promise.reject(noProvider()),
  readNotice: () => {
    throw new CodedError('signature-wrong', 'this install has no payment provider; set PAYMENT_GATEWAY_URL')
  },
  refund: () => Promise.reject(noProvider()),
}
const noProvider = () => new CodedError('provider-unavailable', 'this install has no payment provider; set PAYMENT_GATEWAY_URL')
