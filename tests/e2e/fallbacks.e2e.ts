import { randomUUID } from 'node:crypto'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, createCaller } from '../../bench/figures/run-caller.ts'
import { signInCitizen } from '../../bench/figures/run-citizen.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { type Person, sees } from './people.ts'

// What a browser lacks or a person refuses, one at a time; the rest must go on, and a sentence must say what is missing.
const group = 'disdukcapil-identitas'
const counter = 'kukar.loket-01'
let server: RunServer
let browser: Browser
let caller: Caller
let officerCookie: string
let citizens = 0
const people: Person[] = []

const launch = (args: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: findChrome() ?? undefined, args: [...args] })
/** Neither a graphics card nor a program in its place. `--disable-3d-apis` would leave WebGL to the workers. */
const withoutWebgl = [...chromeFlags.filter((flag) => flag !== '--enable-unsafe-swiftshader'), '--disable-software-rasterizer']

beforeAll(async () => {
  server = await startRunServer()
  // One name of the server is http on no loopback address: what a browser keeps for secure origins is not there.
  browser = await launch([...chromeFlags, '--use-fake-device-for-media-stream', '--host-resolver-rules=MAP balai.test 127.0.0.1'])
  caller = createCaller(() => server.port)
  const signedIn = await caller.call('POST', '/api/officer/session', { body: server.bootstrap })
  officerCookie = signedIn.setCookie ?? ''
  expect((await caller.call('POST', `/api/officer/counters/${counter}/open`, { cookie: officerCookie })).status).toBe(200)
}, 90_000)
afterAll(async () => {
  await browser?.close()
  caller?.close()
  await server?.stop()
})
afterEach(async () => {
  for (const { context, problems } of people.splice(0)) {
    await context.close()
    expect(problems).toEqual([])
  }
})

type Lacking = BrowserContextOptions & {
  readonly in?: Browser
  readonly origin?: string
  /** A cookie header of somebody who is signed in. */
  readonly cookie?: string
  /** Runs in the page before everything else. */
  readonly without?: string
}

/** Somebody at a browser that refuses camera and microphone, unless `permissions` says otherwise. */
async function arrive(path: string, lacking: Lacking = {}): Promise<Person> {
  const { in: where = browser, origin = server.origin, cookie, without, ...rest } = lacking
  const context = await where.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID', permissions: ['geolocation'], ...rest })
  context.setDefaultTimeout(30_000)
  const [name, value] = cookie?.split(/=(.*)/s) ?? []
  if (name !== undefined) await context.addCookies([{ name, value, url: origin }])
  if (without !== undefined) await context.addInitScript({ content: without })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  const person = { page, context, problems }
  people.push(person)
  await page.goto(origin + path)
  return person
}
const insecureOrigin = (): string => `http://balai.test:${server.port}`
const atTheDesk = (lacking: Lacking = {}): Promise<Person> => arrive('/petugas', { cookie: officerCookie, ...lacking })

/** A citizen, signed in and with a number, who has come to the page of the region. */
async function waiting(lacking: Lacking = {}): Promise<Person> {
  const { cookie } = await signInCitizen(caller, citizens++)
  const taken = await caller.call('POST', '/api/tickets', { cookie, key: randomUUID(), body: { region: 'kukar', group, service: null } })
  expect(taken.status).toBe(201)
  return arrive('/kukar', { cookie, viewport: { width: 360, height: 740 }, ...lacking })
}
const press = (page: Page, name: RegExp): Promise<void> => page.getByRole('button', { name }).filter({ visible: true }).first().click()

/** Calls, serves and finishes the next number: what an officer does whatever the camera does. */
async function serveNext({ page }: Person): Promise<void> {
  await press(page, /Panggil berikutnya/)
  await press(page, /^Mulai/)
  await finish({ page })
}
async function finish({ page }: Pick<Person, 'page'>): Promise<void> {
  await press(page, /^Selesai(?!,)/)
  await page.getByText('Tidak ada yang sedang dilayani').waitFor()
}

describe('the mall', () => {
  it('without WebGL ends in the list, with a sentence and every service', async () => {
    const plain = await launch(withoutWebgl)
    try {
      const person = await arrive('/kukar', { in: plain, viewport: { width: 360, height: 740 } })
      await person.page.getByRole('link', { name: 'Masuk mal' }).first().click()
      await sees(person, 'Ponsel ini tidak dapat menggambar mal. Semua layanan ada di daftar ini.')
      expect(await person.page.locator('canvas').count()).toBe(0)
      await person.page.locator('summary', { hasText: 'Disdukcapil' }).first().click()
      await person.page
        .getByRole('link', { name: /Ambil antrean/ })
        .filter({ visible: true })
        .first()
        .click()
      await person.page.getByRole('textbox', { name: 'NIK' }).waitFor()
    } finally {
      await plain.close()
    }
  })

  it('without OffscreenCanvas draws on the page, walks, and survives a lost picture', async () => {
    const { page } = await arrive('/kukar?mal=1&probe', {
      without: 'delete globalThis.OffscreenCanvas; delete HTMLCanvasElement.prototype.transferControlToOffscreen',
    })
    await page.locator('.mall-buttons').waitFor({ timeout: 40_000 })
    // One worker: the simulation. The drawing is the page's own.
    expect(page.workers()).toHaveLength(1)
    await page.locator('.mall-scene').focus()
    await page.keyboard.down('ArrowUp')
    await page.locator('html[data-balai-first-step]').waitFor({ state: 'attached', timeout: 20_000 })
    await page.keyboard.up('ArrowUp')
    const status = page.locator('.mall-status')
    await page.evaluate(`(() => {
      const canvas = document.querySelector('canvas.balai-scene')
      const extension = (canvas.getContext('webgl2') ?? canvas.getContext('webgl')).getExtension('WEBGL_lose_context')
      extension.loseContext()
      setTimeout(() => extension.restoreContext(), 500)
    })()`)
    await status.getByText('Gambar hilang sebentar').waitFor()
    await status.getByText('Ketuk lantai untuk berjalan').waitFor()
  })
})

describe('the officer’s camera', () => {
  const cases: [string, string, Lacking][] = [
    ['refused', 'Izin kamera ditolak.', {}],
    [
      'where the browser has no encoder',
      'Peramban ini belum dapat mengirim siaran.',
      { permissions: ['camera', 'microphone'], without: 'delete globalThis.VideoEncoder; delete globalThis.AudioEncoder' },
    ],
  ]
  it.each(cases)('%s: a sentence, and people are served', async (_name, sentence, lacking) => {
    await waiting()
    const officer = await atTheDesk(lacking)
    await press(officer.page, /Nyalakan kamera/)
    await sees(officer, sentence)
    await serveNext(officer)
  })

  it('on an address without https: a sentence, the talk is offered in writing, and people are served', async () => {
    const citizen = await waiting()
    const officer = await atTheDesk({ origin: insecureOrigin() })
    expect(await officer.page.evaluate('isSecureContext')).toBe(false)
    await press(officer.page, /Nyalakan kamera/)
    await sees(officer, 'Kamera hanya dapat dipakai lewat alamat https.')
    await press(officer.page, /Panggil berikutnya/)
    await press(citizen.page, /Tulis saja/)
    await sees(officer, 'Tulisan saja: alamat ini tidak memakai https')
    await talkInWriting(citizen, officer)
    await finish(officer)
  })
})

async function talkInWriting(citizen: Person, officer: Person): Promise<void> {
  for (const [from, to, line] of [
    [citizen, officer, 'KTP saya <b>hilang</b>'],
    [officer, citizen, 'Baik & jelas <i>'],
  ] as const) {
    await from.page.getByRole('textbox', { name: 'Tulis pesan' }).fill(line)
    await from.page.keyboard.press('Enter')
    await sees(to, line)
  }
}

it.each([
  ['gives neither camera nor microphone', 'mikrofon tidak dapat dibuka', () => ({})],
  ['came without https', 'alamat ini tidak memakai https', () => ({ origin: insecureOrigin() })],
])('a citizen who %s talks in writing, and the officer sees that', async (_name, reason, lacking) => {
  const citizen = await waiting(lacking())
  const officer = await atTheDesk({ permissions: ['camera', 'microphone'] })
  await press(officer.page, /Panggil berikutnya/)
  await press(citizen.page, /Bicara dengan video/)
  await sees(citizen, `Tulisan saja: ${reason}`)
  await officer.page.locator('.talk-line', { hasText: 'Tulisan saja' }).waitFor()
  await talkInWriting(citizen, officer)
  await finish(officer)
})

describe('without JavaScript', () => {
  it('the list can be read and searched: papers, fee, duration; taking a number says what it needs', async () => {
    const person = await arrive('/kukar', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    const { page } = person
    await page.locator('summary', { hasText: 'Disdukcapil' }).first().click()
    await page.locator('.rows a').filter({ visible: true, hasText: 'Gratis' }).first().click()
    for (const words of ['Siapkan', 'Biaya', 'Dasar biaya', 'Lama']) await sees(person, words)
    expect((await page.locator('.papers li').filter({ visible: true }).first().innerText()).length).toBeGreaterThan(3)
    await page.getByRole('searchbox').fill('ktp hilang')
    await page.keyboard.press('Enter')
    await sees(person, /layanan untuk “ktp hilang”/)
    await page
      .getByRole('link', { name: /Ambil antrean/ })
      .filter({ visible: true })
      .first()
      .click()
    await sees(person, /JavaScript di peramban Anda harus menyala/)
  })

  it.each([
    ['/petugas', 'Konsol petugas memerlukan JavaScript.'],
    ['/papan/kukar', 'Papan antrean memerlukan JavaScript.'],
  ])('%s says what it needs', async (path, sentence) => {
    const { page } = await arrive(path, { javaScriptEnabled: false })
    expect(await page.locator('body').innerText()).toContain(sentence)
  })
})
