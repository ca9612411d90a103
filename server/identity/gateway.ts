import { CodedError, type ErrorTable } from '@balai/engine/core'
import type { Log } from './identity-port.ts'
import { maskPhone } from './phone.ts'
import { indonesianTimes } from './refusal.ts'

/** `phone` as +628123456789. */
export type OtpMessage = { readonly phone: string; readonly code: string; readonly expiresAtMs: number }

/** Brings a one-time code to a telephone. `send` resolves when the message was taken over, and rejects when it was not. */
export interface OtpGateway {
  send(message: OtpMessage): Promise<void>
}

/** @public the closed table of this module's failures */
export const gatewayErrors = {
  'gateway-failed': {
    meaning: 'the message gateway did not take the code over',
    remedy: 'look at the gateway; check its address and token',
  },
} as const satisfies ErrorTable

const shownMessages = 50

/** Sends nothing: the code goes to the server's log and to the demonstration page. Only for demonstrations. */
export function demoOtpGateway(log: Log): OtpGateway & { recent(): readonly OtpMessage[] } {
  const messages: OtpMessage[] = []
  return {
    async send(message) {
      messages.unshift(message)
      messages.length = Math.min(messages.length, shownMessages)
      log({ phone: maskPhone(message.phone), code: message.code }, 'demonstration: one-time code')
    },
    recent: () => [...messages],
  }
}

/**
 * Posts `{ phone, code, expiresAt, text }` as JSON to `url` with `Authorization: Bearer token`; any 2xx means taken over.
 * `text` is the whole message in Indonesian. Redirects are refused: the token is for this address alone.
 * `send` rejects with `gateway-failed`; neither number nor code is in the message.
 */
export function httpOtpGateway(options: { url: string; token: string; timeoutMs?: number }): OtpGateway {
  const { timeoutMs = 10_000 } = options
  const url = URL.canParse(options.url) ? new URL(options.url) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`options.url must be an http or https address, got ${options.url}`)
  }
  const place = `${url.origin}${url.pathname}`

  return {
    async send({ phone, code, expiresAtMs }) {
      const text =
        `Balai: kode masuk Anda ${code}, berlaku sampai ${indonesianTimes(expiresAtMs)}. ` +
        'Jangan berikan kode ini kepada siapa pun, termasuk petugas.'
      let status: number
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(options.token === '' ? {} : { authorization: `Bearer ${options.token}` }) },
          body: JSON.stringify({ phone, code, expiresAt: new Date(expiresAtMs).toISOString(), text }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        status = response.status
        await response.body?.cancel()
      } catch (error) {
        const isLate = (error as Error).name === 'TimeoutError'
        const reason = isLate ? `did not answer within ${timeoutMs} ms` : `could not be reached (${causeOf(error)})`
        throw new CodedError('gateway-failed', `the message gateway ${place} ${reason}: check OTP_GATEWAY_URL and the network`)
      }
      if (status < 200 || status > 299) {
        const message = `the message gateway ${place} answered ${status}: check its token and its own log`
        throw new CodedError('gateway-failed', message, { status })
      }
    },
  }
}

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message
}
