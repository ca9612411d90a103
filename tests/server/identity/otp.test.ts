import { describe, expect, it } from 'vitest'
import { createFixture, nik, otherNik, wrong } from './fixture.ts'

const phone = '0812 3456 7890'
const second = 1000
const minute = 60_000

describe('one-time codes', () => {
  it('I7 sends six digits to the number and signs in with them within five minutes', async () => {
    const { identity, sent, clock, store } = await createFixture()
    const answer = await identity.requestOtp({ nik, phone })
    expect(answer).toMatchObject({
      phoneMasked: '+62 812 •••• 7890',
      expiresAt: '2026-01-05T03:05:00.000Z',
      resendAt: '2026-01-05T03:00:30.000Z',
      demoPage: null,
    })
    expect(sent).toEqual([{ phone: '+6281234567890', code: expect.stringMatching(/^[0-9]{6}$/), expiresAtMs: clock() + 5 * minute }])
    const row = await store.findChallenge(answer.challenge)
    expect(JSON.stringify(row)).not.toContain(sent[0].code)
    expect(JSON.stringify(row)).not.toContain(nik)
    clock.advance(5 * minute - 1)
    const { who } = await identity.verifyOtp({ challenge: answer.challenge, code: ` ${sent[0].code.slice(0, 3)} ${sent[0].code.slice(3)}` })
    expect(who).toMatchObject({ role: 'citizen', citizen: { nikMasked: '6402••••••••0001', phone: '+6281234567890', isVerified: false } })
  })

  it('I7 refuses a code after five minutes, and a challenge that never was', async () => {
    const { identity, sent, clock } = await createFixture()
    const { challenge } = await identity.requestOtp({ nik, phone })
    clock.advance(5 * minute)
    await expect(identity.verifyOtp({ challenge, code: sent[0].code })).rejects.toMatchObject({ code: 'otp-expired' })
    await expect(identity.verifyOtp({ challenge: 'x', code: '123456' })).rejects.toMatchObject({ code: 'otp-expired' })
  })

  it('I8 signs in once, also when the code comes ten times at once', async () => {
    const { identity, sent } = await createFixture()
    const { challenge } = await identity.requestOtp({ nik, phone })
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => identity.verifyOtp({ challenge, code: sent[0].code })))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })

  it('I9 gives a new code after 30 seconds, and then only the new one counts', async () => {
    const { identity, sent, clock } = await createFixture()
    const first = await identity.requestOtp({ nik, phone })
    clock.advance(29 * second + 1)
    await expect(identity.requestOtp({ nik, phone })).rejects.toMatchObject({ code: 'otp-too-soon', details: { seconds: 1 } })
    await identity.requestOtp({ nik: otherNik, phone })
    clock.advance(second)
    const next = await identity.requestOtp({ nik, phone })
    await expect(identity.verifyOtp({ challenge: first.challenge, code: sent[0].code })).rejects.toMatchObject({ code: 'otp-expired' })
    await identity.verifyOtp({ challenge: next.challenge, code: sent[2].code })
    await identity.requestOtp({ nik, phone })
  })

  it('I9 sends one code when it is asked for many times at once', async () => {
    const { identity, sent } = await createFixture()
    await Promise.allSettled(Array.from({ length: 10 }, () => identity.requestOtp({ nik, phone })))
    expect(sent).toHaveLength(1)
  })

  it('I10 counts the tries down and locks the pair for 15 minutes at the fifth', async () => {
    const { identity, sent, clock } = await createFixture()
    const { challenge } = await identity.requestOtp({ nik, phone })
    const enter = (code: string) => identity.verifyOtp({ challenge, code })
    for (const left of [4, 3, 2, 1]) {
      await expect(enter(wrong(sent[0].code))).rejects.toMatchObject({ code: 'otp-wrong', details: { left } })
    }
    const details = { time: '10.15 WIB / 11.15 WITA / 12.15 WIT', until: '2026-01-05T03:15:00.000Z', seconds: 900 }
    const locked = { code: 'otp-locked', details }
    await expect(enter('12')).rejects.toMatchObject(locked)
    await expect(enter(sent[0].code)).rejects.toMatchObject(locked)
    await expect(identity.requestOtp({ nik, phone })).rejects.toMatchObject(locked)
    await identity.requestOtp({ nik, phone: '0813 0000 0000' })
    clock.advance(15 * minute)
    const again = await identity.requestOtp({ nik, phone })
    await identity.verifyOtp({ challenge: again.challenge, code: sent[2].code })
  })

  it('I10 gives no new tries with a new code', async () => {
    const { identity, sent, clock } = await createFixture()
    const first = await identity.requestOtp({ nik, phone })
    for (let i = 0; i < 4; i++) await identity.verifyOtp({ challenge: first.challenge, code: wrong(sent[0].code) }).catch(() => {})
    clock.advance(30 * second)
    const { challenge } = await identity.requestOtp({ nik, phone })
    await expect(identity.verifyOtp({ challenge, code: wrong(sent[1].code) })).rejects.toMatchObject({ code: 'otp-locked' })
  })

  it('I10 looks at five guesses of a thousand at once', async () => {
    const { identity, sent } = await createFixture()
    const { challenge } = await identity.requestOtp({ nik, phone })
    const guesses = Array.from({ length: 1000 }, () => wrong(sent[0].code))
    guesses[500] = sent[0].code
    const outcomes = await Promise.allSettled(guesses.map((code) => identity.verifyOtp({ challenge, code })))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(0)
  })

  it('I10 counts the guesses that another process let through', async () => {
    const { identity, sent, store } = await createFixture()
    const { challenge } = await identity.requestOtp({ nik, phone })
    for (let i = 0; i < 5; i++) await store.countWrongCode(challenge)
    await expect(identity.verifyOtp({ challenge, code: sent[0].code })).rejects.toMatchObject({ code: 'otp-locked' })
  })

  it('I11 sends one number twelve messages in 15 minutes, whoever they are for', async () => {
    const { identity, sent, clock } = await createFixture()
    const niks = Array.from({ length: 13 }, (_, i) => String(BigInt(nik) + BigInt(i)))
    for (const one of niks.slice(0, 12)) await identity.requestOtp({ nik: one, phone })
    await expect(identity.requestOtp({ nik: niks[12], phone })).rejects.toMatchObject({ code: 'otp-too-soon', details: { seconds: 900 } })
    expect(sent).toHaveLength(12)
    clock.advance(15 * minute)
    await identity.requestOtp({ nik: niks[12], phone })
  })

  it('I12 tells at once that a code could not be sent, and lets the person ask again', async () => {
    const fixture = await createFixture()
    fixture.failNextSend()
    await expect(fixture.identity.requestOtp({ nik, phone })).rejects.toMatchObject({ code: 'internal' })
    await fixture.signIn(nik, phone)
  })

  it('refuses a NIK or number that cannot be, before anything is sent', async () => {
    const { identity, sent } = await createFixture()
    await expect(identity.requestOtp({ nik: '6402013202900001', phone })).rejects.toMatchObject({
      code: 'nik-date',
      details: { digits: '320290' },
    })
    await expect(identity.requestOtp({ nik, phone: '021 555' })).rejects.toMatchObject({
      code: 'phone-invalid',
      details: { phone: '021 555' },
    })
    expect(sent).toEqual([])
  })

  it('I24 keeps NIK, number and code out of the log and of error messages, and shows codes in demonstration mode alone', async () => {
    const { identity, logged, sent, failNextSend } = await createFixture()
    failNextSend()
    const errors = [
      await identity.requestOtp({ nik, phone }).catch((error: Error) => error.message),
      await identity.requestOtp({ nik, phone: '0812x' }).catch((error: Error) => error.message),
      await identity.requestOtp({ nik: '6402013202900001', phone }).catch((error: Error) => error.message),
    ]
    await identity.requestOtp({ nik, phone })
    expect(logged.length).toBeGreaterThan(0)
    for (const secret of [nik, '81234567890', sent[0].code, '0812x', '320290']) expect([...logged, ...errors].join()).not.toContain(secret)
    expect(identity.demoCodes()).toEqual([])
  })

  it('I24 lists demonstration codes newest first until they expire', async () => {
    const { identity, sent, clock } = await createFixture({ isDemo: true })
    const { demoPage } = await identity.requestOtp({ nik, phone })
    expect(demoPage).toBe('/demo/kode')
    clock.advance(minute)
    await identity.requestOtp({ nik: otherNik, phone })
    expect(identity.demoCodes().map((shown) => shown.code)).toEqual([sent[1].code, sent[0].code])
    expect(identity.demoCodes()[1]).toEqual({
      nikMasked: '6402••••••••0001',
      phoneMasked: '+62 812 •••• 7890',
      code: sent[0].code,
      atMs: clock() - minute,
    })
    clock.advance(4 * minute)
    expect(identity.demoCodes()).toHaveLength(1)
  })
})
