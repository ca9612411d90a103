import type { Outcome } from '../../game/case/index.ts'
import type { Log } from '../identity/index.ts'
import type { MessageSender } from './channel-port.ts'

/**
 * Posts `{ to, text }` as JSON to `url` with `Authorization: Bearer token`. Any 2xx means taken over, 404 and 410 that the address is gone for good,
 * anything else that it may be tried again. Redirects are refused: the token is for this address alone. Neither number nor text is logged.
 */
export function httpSender(options: { url: string; token: string; log: Log; timeoutMs?: number }): MessageSender {
  const { token, log, timeoutMs = 10_000 } = options
  const url = URL.canParse(options.url) ? new URL(options.url) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new TypeError(`options.url must be an http or https address, got ${options.url}`)
  return {
    async send(message): Promise<Outcome> {
      try {
        const { status, body } = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
          body: JSON.stringify(message),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        await body?.cancel()
        const outcome = outcomeOf(status)
        if (outcome === 'failed') log({ gateway: url.origin, status }, 'a message was not taken over; check the gateway and its token')
        return outcome
      } catch (error) {
        log({ gateway: url.origin, reason: (error as Error).name }, 'a message gateway did not answer; check its address')
        return 'failed'
      }
    },
  }
}

/** What an answer to a message means, the same for gateways and push services (RFC 8030, 7.3: 404 or 410, the subscription has ended). */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status <= 299) return 'taken-over'
  return status === 404 || status === 410 ? 'gone' : 'failed'
}
