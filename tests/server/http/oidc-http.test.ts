import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunServer, startRunServer } from '../../../bench/figures/run-server.ts'
import { type LoopbackProvider, startLoopbackProvider } from '../identity/loopback-provider.ts'

// The server as it is installed, its OIDC_* settings, and a real provider: what an officer's browser meets on its way.
let provider: LoopbackProvider
let server: RunServer
const start = '/api/officer/oidc/start'

beforeAll(async () => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  provider = await startLoopbackProvider(`${origin}/petugas/oidc/kembali`)
  server = await startRunServer({
    settings: {
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'balai',
      OIDC_CLIENT_SECRET: 'a-secret-of-the-client',
      OIDC_ROLE: 'petugas-mpp',
      OIDC_ROLE_CLAIM: 'realm_access.roles',
      OIDC_REGION_CLAIM: 'kabupaten',
    },
  })
}, 90_000)
afterAll(async () => {
  await server?.stop()
  provider?.close()
})
beforeEach(() => {
  provider.account = { sub: 'ani', name: 'Ani <Rahayu>', realm_access: { roles: ['petugas-mpp'] }, kabupaten: 'kukar' }
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** A browser that asks for pages and keeps this server's cookies. */
function openBrowser(language = 'id') {
  const cookies = new Map<string, string>()
  return async function visit(address: string) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(address, server.origin), {
      redirect: 'manual',
      headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': language, cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const { status, headers } = response
    return { status, location: headers.get('location') ?? '', type: headers.get('content-type') ?? '', text: await response.text() }
  }
}
type Visit = ReturnType<typeof openBrowser>

/** To the provider and through its sign-in. @returns the address it sends the browser back to */
async function signInAtProvider(visit: Visit): Promise<string> {
  const sent = await visit(start)
  expect([sent.status, sent.location.startsWith(provider.issuer)]).toEqual([302, true])
  return provider.visit(sent.location)
}
const who = async (visit: Visit) => JSON.parse((await visit('/api/session')).text).session

it('makes who carries the role an officer, who then has the console of the region', async () => {
  const visit = openBrowser()
  const back = await visit(await signInAtProvider(visit))
  expect([back.status, back.location]).toEqual([303, '/petugas'])
  expect(await who(visit)).toEqual({ role: 'officer', name: 'Ani <Rahayu>', region: 'kukar', agency: null })
  const desk = await visit('/api/officer')
  expect(desk.status).toBe(200)
  const { counters } = JSON.parse(desk.text)
  expect(counters.length).toBeGreaterThan(0)
  expect(counters.filter(({ region }: { region: string }) => region !== 'kukar')).toEqual([])
  expect((await visit('/petugas')).status).toBe(200)
})

it.each([
  ['id', 'Akun ini belum terdaftar sebagai petugas Balai.'],
  ['en', 'This account is not an officer&#39;s here yet.'],
])('refuses who lacks the role on a page, in words (%s)', async (language, words) => {
  provider.account = { ...provider.account, sub: 'warga', realm_access: { roles: ['warga'] } }
  const visit = openBrowser(language)
  const back = await visit(await signInAtProvider(visit))
  expect([back.status, back.type]).toEqual([403, 'text/html; charset=utf-8'])
  expect(back.text).toContain(words)
  expect(back.text).toContain(`<html lang="${language}">`)
  expect(back.text).toContain(`href="/petugas${language === 'en' ? '?bahasa=en' : ''}"`)
  expect(back.text).not.toContain('class="language"')
  expect(await who(visit)).toBeNull()
  expect((await visit('/api/officer')).status).toBe(401)
})

it('refuses a wrong state, a replay and another browser’s answer, and begins no session for any of them', async () => {
  const owner = openBrowser()
  const answer = await signInAtProvider(owner)
  const stranger = openBrowser()
  const strangers = await stranger(answer)
  expect([strangers.status, strangers.text.includes('Silakan mulai lagi.')]).toEqual([400, true])
  const wrong = new URL(answer)
  wrong.searchParams.set('state', 'x'.repeat(43))
  expect((await owner(wrong.href)).status).toBe(400)
  // The flow is spent by the wrong answer: whoever guesses states gets one try.
  expect((await owner(answer)).status).toBe(400)
  expect([await who(owner), await who(stranger)]).toEqual([null, null])

  const begun = await owner(start)
  const cookieless = openBrowser()
  const used = await provider.visit(begun.location)
  expect((await owner(used)).status).toBe(303)
  expect((await owner(used)).status).toBe(400)
  expect((await cookieless(used)).status).toBe(400)
  expect(await who(owner)).toMatchObject({ role: 'officer' })
})

it('says on a page that the account was refused at the provider, and keeps its words out of the markup', async () => {
  const visit = openBrowser()
  const { location } = await visit(start)
  const state = new URL(location).searchParams.get('state')
  const denied = `/petugas/oidc/kembali?error=${encodeURIComponent('<script>alert(1)</script>')}&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
  const back = await visit(denied)
  expect([back.status, back.type]).toEqual([400, 'text/html; charset=utf-8'])
  expect(back.text).not.toContain('<script')
})
