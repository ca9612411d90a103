import { createECDH } from 'node:crypto'
import webPush from 'web-push'
import type { PushMessage } from '../../game/api/index.ts'
import type { Outcome } from '../../game/case/index.ts'
import { sign, type Log } from '../identity/index.ts'
import { outcomeOf } from './http-sender.ts'

/** What a browser gave: where its push service takes messages, and the keys only it can read with. */
export type PushAddress = { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } }

export type PushSender = {
  /** base64url, for `pushManager.subscribe`. The same at every start of an install. */
  readonly publicKey: string
  /** null: this address may be used. Else its host: only known services are called, so that nobody makes the server call addresses of their choice. */
  refuses(endpoint: string): string | null
  send(address: PushAddress, message: PushMessage, isUrgent: boolean): Promise<Outcome>
}

/** Of Chrome and its kin, Firefox, Windows and Apple. */
const knownServices = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /\.notify\.windows\.com$/,
  /^[a-z0-9-]+\.push\.apple\.com$/,
]
/** What is urgent is of no use later; the rest waits a week for a telephone that is off. */
const urgentTtl = 600
const usualTtl = 7 * 86_400

/**
 * Messages by Web Push (RFC 8030), signed with a key of this install (VAPID, RFC 8292) that is derived from its secret.
 * @param options.subject who answers for the install: `mailto:` or an https address
 * @param options.extraServices hosts of further push services, with their port: of tests, or of a region's own
 */
export function createPushSender(options: {
  key: Uint8Array
  subject: string
  extraServices?: readonly string[]
  log: Log
  timeoutMs?: number
}): PushSender {
  const { key, subject, extraServices = [], log, timeoutMs = 10_000 } = options
  const keys = vapidKeys(key)

  function refuses(endpoint: string): string | null {
    const url = URL.canParse(endpoint) ? new URL(endpoint) : null
    if (url === null) return '?'
    if (extraServices.includes(url.host)) return null
    const isKnown =
      url.protocol === 'https:' && url.port === '' && url.username === '' && knownServices.some((host) => host.test(url.hostname))
    return isKnown ? null : url.hostname
  }
  return {
    publicKey: keys.publicKey,
    refuses,
    async send(address, message, isUrgent) {
      if (refuses(address.endpoint) !== null) return 'gone'
      try {
        const { endpoint, headers, body } = webPush.generateRequestDetails(address, JSON.stringify(message), {
          vapidDetails: { subject, ...keys },
          TTL: isUrgent ? urgentTtl : usualTtl,
          urgency: isUrgent ? 'high' : 'normal',
          contentEncoding: 'aes128gcm',
        })
        const { 'Content-Length': _, ...sent } = headers
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)])),
          body: new Uint8Array(body),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        await response.body?.cancel()
        const outcome = outcomeOf(response.status)
        if (outcome === 'failed')
          log({ service: new URL(endpoint).host, status: response.status }, 'a push service did not take a message over')
        return outcome
      } catch (error) {
        log({ service: new URL(address.endpoint).host, reason: (error as Error).name }, 'a push service did not answer')
        return 'failed'
      }
    },
  }
}

/** A pair on P-256 whose private half is derived, so that it is made at the first start, is the same in each process, and lies in no file of its own. */
function vapidKeys(key: Uint8Array): { publicKey: string; privateKey: string } {
  const pair = createECDH('prime256v1')
  for (let round = 0; ; round++) {
    const candidate = Buffer.from(sign(key, `vapid/${round}`), 'hex')
    try {
      pair.setPrivateKey(candidate)
      return { publicKey: pair.getPublicKey().toString('base64url'), privateKey: candidate.toString('base64url') }
    } catch (error) {
      // One number in 2³² is none of the curve's; the next one is.
      if (round > 8) throw error
    }
  }
}
