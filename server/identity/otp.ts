import { randomInt } from 'node:crypto'
import type { OtpRequest, OtpResponse, OtpVerifyRequest } from '../../game/api/index.ts'
import type { ChallengeRow, CitizenRow, Store } from '../store/index.ts'
import type { OtpGateway } from './gateway.ts'
import type { Log } from './identity-port.ts'
import { isSame, newId, sign, type IdentityKeys } from './keys.ts'
import { createThrottle, createTurns } from './limits.ts'
import { checkNik } from './nik.ts'
import { checkPhone } from './phone.ts'
import { indonesianTimes, refusal } from './refusal.ts'

const minuteMs = 60_000
export const otpLimits = {
  lifetimeMs: 5 * minuteMs,
  resendAfterMs: 30_000,
  wrongCodes: 5,
  lockMs: 15 * minuteMs,
  /** Messages to one number, whoever's NIK they are for: a family shares a telephone, a prankster does not get to flood one. */
  messagesPerNumber: 12,
  messagesWindowMs: 15 * minuteMs,
} as const

export type OtpOptions = {
  readonly store: Store
  readonly clock: () => number
  readonly keys: IdentityKeys
  readonly gateway: OtpGateway
  readonly isDemo: boolean
  readonly demoPage: string
  readonly log: Log
  /** Hears of each code in demonstration mode. */
  readonly onDemoCode: (challenge: ChallengeRow, code: string) => void
}
export type Otp = {
  request(request: OtpRequest): Promise<OtpResponse>
  /** The citizen whose pair the code has proven. */
  verify(request: OtpVerifyRequest): Promise<CitizenRow>
}

/** A NIK and a number as typed, checked. @throws nik-*, phone-invalid */
export function readPair(request: OtpRequest, key: Uint8Array): Pair {
  const nik = checkNik(request.nik)
  if (!nik.ok) throw refusal(nik.code, nik.details)
  const phone = checkPhone(request.phone)
  if (!phone.ok) throw refusal(phone.code, phone.details)
  return { nikHash: sign(key, nik.nik), nikMasked: nik.masked, phone: phone.phone, phoneMasked: phone.masked }
}
export type Pair = { readonly nikHash: string; readonly nikMasked: string; readonly phone: string; readonly phoneMasked: string }

export function createOtp(options: OtpOptions): Otp {
  const { store, clock, keys, gateway, isDemo, log } = options
  // One subject at a time: two requests at once must not send two codes, nor two guesses count as one.
  const inTurn = createTurns()
  const messages = createThrottle({ limit: otpLimits.messagesPerNumber, windowMs: otpLimits.messagesWindowMs })

  async function request(pair: Pair): Promise<OtpResponse> {
    const subject = `${pair.nikHash}/${pair.phone}`
    const now = clock()
    await refuseLocked(subject, now)
    await refuseOtherNumber(pair)
    const before = await store.latestChallenge(subject)
    const isOpen = before !== null && !before.isConsumed && before.expiresAtMs > now
    const numberWaitMs = isDemo ? 0 : messages.waitMs(pair.phone, now)
    const waitMs = Math.max(isOpen ? before.createdAtMs + otpLimits.resendAfterMs - now : 0, numberWaitMs)
    if (waitMs > 0) throw refusal('otp-too-soon', { seconds: Math.ceil(waitMs / 1000) })

    const id = newId(now)
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const challenge: ChallengeRow = {
      id,
      subject,
      nikHash: pair.nikHash,
      nikMasked: pair.nikMasked,
      phone: pair.phone,
      codeHash: sign(keys.code, `${id}/${code}`),
      // Asking again gives no new guesses.
      wrong: isOpen ? before.wrong : 0,
      isConsumed: false,
      createdAtMs: now,
      expiresAtMs: now + otpLimits.lifetimeMs,
    }
    await store.putChallenge(challenge)
    messages.count(pair.phone, now)
    try {
      await gateway.send({ phone: pair.phone, code, expiresAtMs: challenge.expiresAtMs })
    } catch (error) {
      await store.consumeChallenge(id)
      log({ challenge: id, reason: (error as Error).message }, 'a one-time code could not be sent')
      throw refusal('internal')
    }
    if (isDemo) options.onDemoCode(challenge, code)
    return {
      challenge: id,
      phoneMasked: pair.phoneMasked,
      expiresAt: new Date(challenge.expiresAtMs).toISOString(),
      resendAt: new Date(now + otpLimits.resendAfterMs).toISOString(),
      demoPage: isDemo ? options.demoPage : null,
    }
  }

  async function verify(challenge: ChallengeRow, code: string): Promise<CitizenRow> {
    const { id, subject } = challenge
    const now = clock()
    await refuseLocked(subject, now)
    const latest = await store.latestChallenge(subject)
    if (latest === null || latest.id !== id || latest.isConsumed || latest.expiresAtMs <= now) throw refusal('otp-expired')
    // Counted before it is compared: of many guesses at once, only the allowed number is looked at.
    const tries = await store.countWrongCode(id)
    const isRight = tries <= otpLimits.wrongCodes && isSame(sign(keys.code, `${id}/${code.replace(/\s/g, '')}`), latest.codeHash)
    if (!isRight) {
      if (tries < otpLimits.wrongCodes) throw refusal('otp-wrong', { left: otpLimits.wrongCodes - tries })
      await store.lock(subject, now + otpLimits.lockMs)
      throw lockedUntil(now + otpLimits.lockMs, now)
    }
    await refuseOtherNumber(challenge)
    if (!(await store.consumeChallenge(id))) throw refusal('otp-expired')
    return store.bindCitizen({
      id: newId(now),
      nikHash: challenge.nikHash,
      nikMasked: challenge.nikMasked,
      phone: challenge.phone,
      isVerified: false,
      verifiedBy: null,
      verifiedAtMs: null,
      createdAtMs: now,
    })
  }

  async function refuseLocked(subject: string, now: number): Promise<void> {
    const untilMs = await store.findLock(subject)
    if (untilMs !== null && untilMs > now) throw lockedUntil(untilMs, now)
  }

  async function refuseOtherNumber(pair: { nikHash: string; phone: string }): Promise<void> {
    const verified = (await store.findCitizens(pair.nikHash)).find((row) => row.isVerified)
    if (verified !== undefined && verified.phone !== pair.phone) throw refusal('phone-not-bound')
  }

  return {
    async request(typed) {
      const pair = readPair(typed, keys.nik)
      return inTurn(`${pair.nikHash}/${pair.phone}`, () => request(pair))
    },
    async verify({ challenge: id, code }) {
      const challenge = await store.findChallenge(id)
      if (challenge === null) throw refusal('otp-expired')
      return inTurn(challenge.subject, () => verify(challenge, code))
    },
  }
}

function lockedUntil(untilMs: number, nowMs: number) {
  const seconds = Math.ceil((untilMs - nowMs) / 1000)
  return refusal('otp-locked', { time: indonesianTimes(untilMs), until: new Date(untilMs).toISOString(), seconds })
}
