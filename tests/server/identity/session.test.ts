import { describe, expect, it } from 'vitest'
import { cookieHeaderOf, createFixture, nik } from './fixture.ts'

const phone = '0812 3456 7890'
const hour = 3_600_000

describe('sessions', () => {
  it('I18 sets a cookie that no script reads and no sub-domain can set; the store knows only its HMAC', async () => {
    const { identity, sent, store } = await createFixture()
    const { challenge } = await identity.requestOtp({ nik, phone })
    const { setCookie, who } = await identity.verifyOtp({ challenge, code: sent[0].code })
    expect(setCookie).toMatch(/^__Host-balai=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/)
    if (who.role === 'visitor') throw new Error('not signed in')
    const row = await store.findSession(who.sessionHash)
    expect(row).not.toBeNull()
    expect(JSON.stringify(row)).not.toContain(cookieHeaderOf(setCookie).split('=')[1])
    expect(await identity.whoIs(`bahasa=id; ${cookieHeaderOf(setCookie)}; other=1`)).toEqual(who)
  })

  it('I18 uses a plain cookie on http on localhost, and does not take one for the other', async () => {
    const plain = await createFixture({ isSecure: false })
    const cookie = await plain.signIn(nik, phone)
    expect(cookie).toMatch(/^balai=/)
    expect((await plain.identity.whoIs(cookie)).role).toBe('citizen')
    expect((await plain.identity.whoIs(`__Host-${cookie}`)).role).toBe('visitor')
  })

  it('I18 ends a citizen’s session after 12 hours and an officer’s after 10', async () => {
    const { identity, signIn, clock } = await createFixture()
    const citizen = await signIn(nik, phone)
    const first = await identity.bootstrap()
    const officer = cookieHeaderOf((await identity.signInOfficer(first!)).setCookie)
    clock.advance(10 * hour - 1)
    expect((await identity.whoIs(officer)).role).toBe('officer')
    clock.advance(1)
    expect((await identity.whoIs(officer)).role).toBe('visitor')
    clock.advance(2 * hour - 1)
    expect((await identity.whoIs(citizen)).role).toBe('citizen')
    clock.advance(1)
    expect((await identity.whoIs(citizen)).role).toBe('visitor')
  })

  it('I19 is over at once after signing out', async () => {
    const { identity, signIn } = await createFixture()
    const cookie = await signIn(nik, phone)
    const other = await signIn(nik, phone)
    expect((await identity.whoIs(cookie)).role).toBe('citizen')
    const { setCookie } = await identity.signOut(await identity.whoIs(cookie))
    expect(setCookie).toBe('__Host-balai=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure')
    expect((await identity.whoIs(cookie)).role).toBe('visitor')
    expect((await identity.whoIs(other)).role).toBe('citizen')
  })

  it('takes any nonsense in a cookie for a visitor', async () => {
    const { identity } = await createFixture()
    for (const header of [undefined, '', '__Host-balai', '__Host-balai=', '__Host-balai=x', `__Host-balai=${'A'.repeat(43)}`, ';;=;']) {
      expect(await identity.whoIs(header)).toEqual({ role: 'visitor' })
    }
  })
})

describe('officers', () => {
  it('I25 lose their access at once and for good: no session from before comes back with it, and nobody ends their own', async () => {
    const { identity, clock } = await createFixture()
    const first = await identity.bootstrap()
    const { setCookie, who } = await identity.signInOfficer(first!)
    if (who.role !== 'officer') throw new Error('not an officer')
    const { id } = who.officer
    await expect(identity.endOfficer(id, id)).rejects.toMatchObject({ code: 'officer-self' })
    await expect(identity.endOfficer('nobody', id)).rejects.toMatchObject({ code: 'unknown-officer' })
    expect((await identity.whoIs(cookieHeaderOf(setCookie))).role).toBe('officer')
    await identity.endOfficer(id, 'other')
    expect((await identity.whoIs(cookieHeaderOf(setCookie))).role).toBe('visitor')
    await expect(identity.signInOfficer(first!)).rejects.toMatchObject({ code: 'officer-ended' })
    await expect(identity.signInOfficer({ ...first!, password: 'x' })).rejects.toMatchObject({ code: 'password-wrong' })
    clock.advance(1000)
    await identity.giveOfficerBack(id, 'other')
    expect((await identity.whoIs(cookieHeaderOf(setCookie))).role).toBe('visitor')
    clock.advance(1)
    const again = await identity.signInOfficer(first!)
    expect((await identity.whoIs(cookieHeaderOf(again.setCookie))).role).toBe('officer')
  })

  it('I21 are made at the first start, once, with a password that works', async () => {
    const { identity, store } = await createFixture()
    const first = await identity.bootstrap()
    expect(first).toEqual({ username: 'petugas', password: expect.stringMatching(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/) })
    expect(await identity.bootstrap()).toBeNull()
    const { who } = await identity.signInOfficer({ username: ' Petugas ', password: first!.password })
    expect(who).toMatchObject({ role: 'officer', officer: { username: 'petugas', region: null } })
    expect(JSON.stringify(await store.findOfficerByUsername('petugas'))).not.toContain(first!.password)
  })

  it('I20 cannot be told apart by a wrong name, and are guarded after ten wrong passwords', async () => {
    const { identity, clock } = await createFixture()
    const first = await identity.bootstrap()
    const refused = await Promise.all(
      ['petugas', 'nobody'].map((username) =>
        identity
          .signInOfficer({ username, password: 'x' })
          .catch((error: { code: string; message: string }) => [error.code, error.message]),
      ),
    )
    expect(refused[0]).toEqual(['password-wrong', expect.any(String)])
    expect(refused[1]).toEqual(refused[0])
    await Promise.allSettled(Array.from({ length: 9 }, () => identity.signInOfficer({ username: 'petugas', password: 'x' })))
    await expect(identity.signInOfficer(first!)).rejects.toMatchObject({ code: 'too-many', details: { seconds: 300 } })
    clock.advance(5 * 60_000)
    await identity.signInOfficer(first!)
  })
})
