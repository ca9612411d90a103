import { CodedError } from '@balai/engine/core'
import { isSame, sign } from '../identity/index.ts'

/** How far the clocks of both ends may be apart, and how long a notice is good for. */
const freshMs = 5 * 60_000

/** The header of a signed notice: `t=MILLISECONDS,v1=HMAC-SHA-256 of "t.body", hexadecimal`. */
export function signNotice(key: Uint8Array, body: string, atMs: number): string {
  return `t=${atMs},v1=${sign(key, `${atMs}.${body}`)}`
}

/** @throws CodedError `signature-wrong` for anything but a signature of this key over this body; `notice-stale` when it is not of these minutes */
export function checkSignature(key: Uint8Array, body: string, signature: string | undefined, nowMs: number): void {
  const [, at, given] = /^t=(\d{1,15}),v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? []
  if (given === undefined || !isSame(given, sign(key, `${at}.${body}`))) {
    throw new CodedError('signature-wrong', 'the notice is not signed with our key; check PAYMENT_KEY on both ends')
  }
  if (Math.abs(nowMs - Number(at)) > freshMs)
    throw new CodedError('notice-stale', `the notice of ${at} is too old; send it again with a new time`)
}
