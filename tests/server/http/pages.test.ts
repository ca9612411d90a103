import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerPages } from '../../../server/page/index.ts'
import { niks, testServer, type TestServer } from './harness.ts'

const distDir = mkdtempSync(join(tmpdir(), 'balai-pages-'))
const script = 'export const a = 1\n'.repeat(50)
let server: TestServer

beforeAll(async () => {
  mkdirSync(join(distDir, 'client', 'assets'), { recursive: true })
  mkdirSync(join(distDir, 'server'))
  // Every page of the table, so that a new one is not forgotten here.
  for (const name of [...readFileSync('server/page/page-routes.ts', 'utf8').matchAll(/name: '([\w-]+)'/g)]
    .map(([, name]) => name)
    .concat('citizen')) {
    writeFileSync(join(distDir, 'client', `${name}.html`), `<html lang="id"><title>${name}</title><!--page--></html>`)
  }
  writeFileSync(join(distDir, 'client', 'assets', 'a-1234.js'), script)
  writeFileSync(join(distDir, 'client', 'assets', 'a-1234.js.br'), brotliCompressSync(script))
  writeFileSync(join(distDir, 'package.json'), '{"type":"module"}')
  // Stands for the built page: says what it was given.
  writeFileSync(
    join(distDir, 'server', 'citizen.js'),
    `export const renderCitizenPage = (shell, data) => shell.replace('<!--page-->', JSON.stringify({
      language: data.language, region: data.region?.slug ?? null, url: data.url, waiting: data.queue?.groups[0].waiting ?? null,
      agencies: data.catalogue?.agencies.length ?? null, regions: data.regions.length }))`,
  )
  server = await testServer({
    extend: (app, { malls, queue, clock }) =>
      registerPages(app, { distDir, malls, queue, clock, config: { isDemo: true, oidc: false, iceServers: [] } }),
  })
})
afterAll(async () => {
  await server.close()
  rmSync(distDir, { recursive: true })
})

const given = (html: string) => JSON.parse(/\{.*\}/.exec(html)?.[0] ?? 'null') as Record<string, unknown>

it("renders the citizen's page from the region's present state, in the language of the address or the cookie", async () => {
  const all = await server.call('GET', '/')
  expect(given(all.text)).toEqual({ language: 'id', region: null, url: '/', waiting: null, agencies: null, regions: 2 })
  expect(given((await server.call('GET', '/kukar?cari=ktp')).text)).toMatchObject({
    region: 'kukar',
    url: '/kukar?cari=ktp',
    waiting: 0,
    agencies: 2,
  })
  await server.take(await server.signInCitizen(niks[0]))
  server.clock.nowMs += 1000
  expect(given((await server.call('GET', '/kukar')).text)).toMatchObject({ language: 'id', waiting: 1 })
  const english = await server.call('GET', '/kukar?bahasa=en')
  expect(given(english.text).language).toBe('en')
  expect(String(english.headers['set-cookie'])).toMatch(/^bahasa=en; Path=\//)
  expect(given((await server.call('GET', '/kukar', { cookie: 'bahasa=en' })).text).language).toBe('en')
})

it('packs pages, answers 304, and has a page for what is not there', async () => {
  const packed = await server.app.inject({ url: '/kukar', headers: { 'accept-encoding': 'br' } })
  expect(given(brotliDecompressSync(packed.rawPayload).toString())).toMatchObject({ region: 'kukar' })
  const headers = { 'accept-encoding': 'br', 'if-none-match': String(packed.headers.etag) }
  expect((await server.app.inject({ url: '/kukar', headers })).statusCode).toBe(304)
  const missing = await server.call('GET', '/nowhere', { headers: { accept: 'text/html' } })
  expect([missing.status, String(missing.headers['content-type'])]).toEqual([404, 'text/html; charset=utf-8'])
  expect((await server.call('GET', '/papan/nowhere')).json.error.code).toBe('unknown-region')
})

it('says which region there is not, in the look of the mall, and leads to those that there are', async () => {
  const open = (path: string, more: Record<string, string> = {}) => server.call('GET', path, { headers: { accept: 'text/html', ...more } })
  const page = await open('/%3Cb%3Eatlantis')
  expect([page.status, page.headers['cache-control']]).toEqual([404, 'no-store'])
  expect(page.text).toContain('<h1>Wilayah &#60;b&#62;atlantis tidak dikenal.</h1>')
  expect(page.text).not.toContain('<b>')
  for (const way of ['href="/kukar"', 'href="/jabar"', 'href="?bahasa=en"']) expect(page.text).toContain(way)
  // What it draws itself with is the only thing that its policy lets in.
  const style = /<style>([\s\S]*?)<\/style>/.exec(page.text)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(String(page.headers['content-security-policy'])).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
  expect(Buffer.byteLength(page.text)).toBeLessThan(6000)

  const english = await open('/papan/atlantis?bahasa=en')
  expect(english.text).toContain('<h1>There is no region atlantis.</h1>')
  for (const way of ['href="/papan/kukar?bahasa=en"', 'href="?bahasa=id"']) expect(english.text).toContain(way)
  expect((await open('/skm/atlantis', { 'accept-language': 'en' })).text).toContain('There is no region')
  const nothing = await open('/petugas/di/mana')
  expect(nothing.text).toContain('href="/petugas"')
  expect(nothing.text).not.toContain('href="/kukar"')
})

it('serves shells and hashed files, packed when it may, and no raw shell', async () => {
  expect((await server.call('GET', '/petugas?bahasa=en')).text).toContain('<html lang="en"><title>petugas')
  for (const path of ['/papan', '/papan/kukar']) expect((await server.call('GET', path)).text).toContain('<title>papan')
  const file = await server.app.inject({ url: '/assets/a-1234.js', headers: { 'accept-encoding': 'gzip, br' } })
  expect(file.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable' })
  expect(brotliDecompressSync(file.rawPayload).toString()).toBe(script)
  expect((await server.call('GET', '/assets/a-1234.js')).text).toBe(script)
  for (const path of ['/citizen.html', '/assets/a-1234.js.br', '/assets/../../package.json']) {
    expect((await server.call('GET', path)).status).toBe(404)
  }
})
