import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OidcSettings, OidcSignIn } from '../../../server/identity/index.ts'
import { cookieHeaderOf, createFixture, type Fixture } from './fixture.ts'
import { redirectUri, startLoopbackProvider, type LoopbackProvider } from './loopback-provider.ts'

let provider: LoopbackProvider
beforeAll(async () => {
  provider = await startLoopbackProvider()
})
afterAll(() => provider.close())
beforeEach(() => {
  provider.account = { sub: 'ani', name: 'Ani Rahayu', realm_access: { roles: ['petugas-mpp'] }, kabupaten: 'kukar' }
})

async function open(more: Partial<OidcSettings> = {}): Promise<Fixture & { oidc: OidcSignIn }> {
  const settings: OidcSettings = {
    issuer: provider.issuer,
    clientId: 'balai',
    clientSecret: 'a-secret-of-the-client',
    redirectUri,
    allowHttp: true,
    roleClaim: 'realm_access.roles',
    role: 'petugas-mpp',
    regionClaim: 'kabupaten',
    ...more,
  }
  const fixture = await createFixture({ oidc: settings, clock: Date.now })
  return { ...fixture, oidc: fixture.identity.oidc! }
}

async function goRound(oidc: OidcSignIn) {
  const started = await oidc.start()
  const url = await provider.visit(started.location)
  return { url, cookie: cookieHeaderOf(started.setCookie), finish: () => oidc.finish(url, cookieHeaderOf(started.setCookie)) }
}

describe('sign-in by OpenID Connect', () => {
  it('I22 goes the whole round and begins an officer’s session', async () => {
    const { oidc, identity } = await open()
    const started = await oidc.start()
    expect(started.setCookie).toMatch(/^__Host-balai-oidc=.*; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/)
    const asked = new URL(started.location).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(started.setCookie).not.toContain(asked.get(name))
    const url = await provider.visit(started.location)
    // What the server sees behind a proxy: another scheme and host.
    const seen = url.replace(/^http:\/\/[^/]+/, 'https://inside:8080')
    const { setCookie, who } = await oidc.finish(seen, cookieHeaderOf(started.setCookie))
    const officer = { name: 'Ani Rahayu', region: 'kukar', issuer: provider.issuer, subject: 'ani' }
    expect(who).toMatchObject({ role: 'officer', officer })
    expect(setCookie[1]).toMatch(/^__Host-balai-oidc=; .*Max-Age=0/)
    expect(await identity.whoIs(cookieHeaderOf(setCookie[0]))).toEqual(who)
  })

  it('I22 refuses the same answer a second time, here and after a restart', async () => {
    const first = await open()
    const { url, cookie, finish } = await goRound(first.oidc)
    await finish()
    await expect(finish()).rejects.toMatchObject({ code: 'bad-request', details: { reason: expect.stringContaining('was used') } })
    // Another process has not seen the seed: there the provider refuses its used code.
    const restarted = await open()
    const refused = { code: 'bad-request', details: { reason: expect.stringContaining('invalid_grant') } }
    await expect(restarted.oidc.finish(url, cookie)).rejects.toMatchObject(refused)
  })

  it('I22 refuses a wrong state, another browser’s answer, and no or a forged cookie', async () => {
    const { oidc, store } = await open()
    const one = await goRound(oidc)
    const wrongState = new URL(one.url)
    wrongState.searchParams.set('state', 'x'.repeat(43))
    await expect(oidc.finish(wrongState.href, one.cookie)).rejects.toMatchObject({ code: 'bad-request' })
    const [two, three] = [await goRound(oidc), await goRound(oidc)]
    await expect(oidc.finish(two.url, three.cookie)).rejects.toMatchObject({ code: 'bad-request' })
    await expect(oidc.finish(two.url, undefined)).rejects.toMatchObject({ code: 'bad-request' })
    const forged = two.cookie.replace(/\.(\d+)\./, (_whole, expiry: string) => `.${Number(expiry) + 1}.`)
    await expect(oidc.finish(two.url, forged)).rejects.toMatchObject({ code: 'bad-request' })
    expect(await store.countOfficers()).toBe(0)
    await two.finish()
  })

  it('I22 tells the reason when the provider refused', async () => {
    const { oidc } = await open()
    const started = await oidc.start()
    const state = new URL(started.location).searchParams.get('state')
    const denied = `${redirectUri}?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
    await expect(oidc.finish(denied, cookieHeaderOf(started.setCookie))).rejects.toMatchObject({
      code: 'bad-request',
      details: { reason: expect.stringContaining('access_denied') },
    })
  })

  it('I23 knows the officer again by issuer and subject, with what the provider says now', async () => {
    const { oidc, store } = await open()
    const first = (await (await goRound(oidc)).finish()).who
    provider.account = { ...provider.account, name: 'Ani R. Putri', kabupaten: 'kendari' }
    const again = (await (await goRound(oidc)).finish()).who
    if (first.role !== 'officer' || again.role !== 'officer') throw new Error('not an officer')
    expect(again.officer).toEqual({ ...first.officer, name: 'Ani R. Putri', region: 'kendari' })
    expect(await store.countOfficers()).toBe(1)
  })

  it('I23 refuses who does not carry the role, or no longer does, or has no region', async () => {
    const { oidc, store } = await open()
    await (await goRound(oidc)).finish()
    const changes = [
      { realm_access: { roles: ['warga'] } },
      { realm_access: undefined },
      { kabupaten: undefined },
      { sub: 'budi', realm_access: {} },
    ]
    for (const change of changes) {
      provider.account = { sub: 'ani', realm_access: { roles: ['petugas-mpp'] }, kabupaten: 'kukar', ...change }
      await expect((await goRound(oidc)).finish(), JSON.stringify(change)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await store.countOfficers()).toBe(1)
  })

  it('I23 lets in only officers known already where no role is configured', async () => {
    const { oidc, store } = await open({ role: null, regionClaim: null })
    await expect((await goRound(oidc)).finish()).rejects.toMatchObject({ code: 'forbidden' })
    const known = { id: 'o1', issuer: provider.issuer, subject: 'ani', region: 'kendari', agency: 'samsat', createdAtMs: 1 }
    await store.putOfficer({ ...known, username: null, passwordHash: null, name: '-' })
    expect((await (await goRound(oidc)).finish()).who).toMatchObject({ officer: { ...known, name: 'Ani Rahayu' } })
  })

  it('I25 refuses who lost their access here, whatever the provider says, and lets them in when it is given back', async () => {
    const { oidc, identity } = await open()
    const { who, setCookie } = await (await goRound(oidc)).finish()
    if (who.role !== 'officer') throw new Error('not an officer')
    await identity.endOfficer(who.officer.id, 'admin')
    expect(await identity.whoIs(cookieHeaderOf(setCookie[0]))).toEqual({ role: 'visitor' })
    await expect((await goRound(oidc)).finish()).rejects.toMatchObject({ code: 'officer-ended' })
    await identity.giveOfficerBack(who.officer.id, 'admin')
    expect((await (await goRound(oidc)).finish()).who).toMatchObject({ officer: { subject: 'ani' } })
  })

  it('opens without the provider, says so at the sign-in, and asks it anew the next time', async () => {
    const { oidc, logged } = await open({ issuer: 'http://127.0.0.1:1' })
    await expect(oidc.start()).rejects.toMatchObject({ code: 'internal' })
    await expect(oidc.start()).rejects.toMatchObject({ code: 'internal' })
    expect(logged).toHaveLength(2)
  })

  it('refuses http anywhere but on loopback', async () => {
    await expect(open({ issuer: 'http://sso.example.go.id' })).rejects.toThrow(TypeError)
    await expect(open({ allowHttp: false })).rejects.toThrow(TypeError)
  })
})
