import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { answerQuestions } from '../bench/case-visit/fill-case.ts'
import { paperPhoto } from '../bench/case-visit/paper-photo.ts'
import { createCaller } from '../bench/figures/run-caller.ts'
import { signInCitizen } from '../bench/figures/run-citizen.ts'
import { type RunServer, startRunServer } from '../bench/figures/run-server.ts'
import type { StandardResponse } from '../game/api/index.ts'
import { createAudit } from '../server/audit/index.ts'
import { createDocuments, openDocumentKeys } from '../server/documents/index.ts'
import { readInstallSecret } from '../server/install-secret.ts'
import { openPapers } from '../server/papers/index.ts'
import { openStore } from '../server/store/index.ts'
import { sendCase } from '../tests/e2e/send-case.ts'
import { answerSurveys } from './picture-surveys.ts'

const desktop = { width: 1366, height: 768 }
const phone = { width: 360, height: 740 }
const form = 'kk-baru'

/** What an office holds whose cases are photographed: codes of documents, and the case of a citizen that is underway. */
type PicturedOffice = {
  readonly server: RunServer
  readonly codes: { readonly active: string; readonly superseded: string }
  readonly case: string
  /** Cookies of the citizen whose case it is, and of the first officer. */
  readonly citizen: string
  readonly officer: string
  end(): Promise<void>
}

/** Somebody with this cookie at a screen of this size; `device` phone is a touch screen with fine dots. */
async function sitDown(browser: Browser, office: PicturedOffice, cookie: string | null, device: 'phone' | 'desktop'): Promise<Page> {
  const isPhone = device === 'phone'
  const context: BrowserContext = await browser.newContext({
    viewport: isPhone ? phone : desktop,
    deviceScaleFactor: isPhone ? 2 : 1,
    hasTouch: isPhone,
    isMobile: isPhone,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
  })
  const [name, value] = (cookie ?? '').split('=')
  if (cookie !== null) await context.addCookies([{ name, value, url: office.server.origin }])
  return context.newPage()
}

/** A server on a data folder in which an office has worked for a quarter. End it. */
async function openPicturedOffice(): Promise<PicturedOffice> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balai-pictures-'))
  const codes = await workBefore(dataDir)
  const photo = join(dataDir, 'photo.jpg')
  await writeFile(photo, await paperPhoto(1, 'CONTOH KTP-EL'))
  const server = await startRunServer({ dataDir, settings: { TRUST_PROXY: 'on' } })
  const { origin } = server
  const first = await sendCase(origin, 0, photo)
  for (let i = 1; i <= 3; i++) await sendCase(origin, i, photo)
  const caller = createCaller(() => server.port)
  const { cookie: citizen } = await signInCitizen(caller, 0)
  caller.close()
  const post = async (path: string, body: unknown, cookie = ''): Promise<string> => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  const officer = await post('/api/officer/session', server.bootstrap)
  const at = `/api/officer/cases/${first.view.id}`
  for (const action of ['take', 'check', 'accept']) await post(`${at}/${action}`, {}, officer)
  return {
    server,
    codes,
    case: first.view.id,
    citizen,
    officer,
    async end() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Written by the product's own services before the server starts on the folder: documents, and a quarter's surveys. */
async function workBefore(dataDir: string): Promise<PicturedOffice['codes']> {
  const secret = await readInstallSecret(dataDir)
  const store = await openStore({ databaseUrl: null, file: join(dataDir, 'balai.sqlite') })
  const clock = Date.now
  const audit = createAudit({ store, offsetOf: () => 480 })
  const papers = await openPapers({ config: { mostMb: 8, unusedDays: 30, clamd: null, s3: null }, store, audit, secret, dataDir, clock })
  const documents = createDocuments({
    store,
    papers: papers.vault,
    audit,
    keys: await openDocumentKeys({ dataDir, store, clock }),
    secret,
    clock,
    origin: 'https://mpp.example.go.id',
    signer: null,
    placeOf: () => ({
      region: 'Kutai Kartanegara',
      province: 'Kalimantan Timur',
      agency: 'Dinas Kependudukan dan Pencatatan Sipil',
      utcOffsetMinutes: 480,
      isDemo: true,
    }),
    log: () => undefined,
  })
  await store.bindCitizen({
    id: 'citizen-1',
    nikHash: 'h1',
    nikMasked: '6402••••••••0007',
    phone: '+6281255500001',
    isVerified: false,
    verifiedBy: null,
    verifiedAtMs: null,
    createdAtMs: clock(),
  })
  const issue = (id: string, name = 'Budi Santoso') => {
    const lines = [{ label: 'Nama', text: name }]
    const place = { case: id, citizen: 'citizen-1', region: 'kukar', agency: 'disdukcapil', service: 'pindah' }
    return documents.issue({ ...place, text: { title: 'Surat Keterangan Pindah', lines }, atMs: clock() })
  }
  const active = await issue('case-1')
  const superseded = await issue('case-2')
  await issue('case-2', 'Budi Santosa')
  await answerSurveys(store)
  await papers.close()
  await store.close()
  return { active: active.code, superseded: superseded.code }
}

/** Matters from home to document, as the citizen, the officer, the administrator and a stranger have them before them. */
export async function pictureCases(browser: Browser, take: (page: Page, name: string) => Promise<void>): Promise<void> {
  const office = await openPicturedOffice()
  const { origin } = office.server
  try {
    const citizen = await sitDown(browser, office, office.citizen, 'phone')
    const standard = (await (await fetch(`${origin}/api/regions/kukar/services/${form}/standard`)).json()) as StandardResponse
    await citizen.goto(`${origin}/ajukan/kukar/${form}`)
    await citizen.locator('.case-next').waitFor()
    await answerQuestions(citizen, standard)
    await citizen.mouse.move(1, 1)
    await take(citizen, 'case-form-phone')
    await citizen.goto(`${origin}/perkara/${office.case}`)
    await citizen.getByText('Riwayat').first().waitFor()
    await take(citizen, 'case-phone')

    const officer = await sitDown(browser, office, office.officer, 'desktop')
    await openCaseDesk(officer, origin)
    await officer.keyboard.press('b')
    await officer.locator('.paper-sheet img').waitFor()
    await officer.waitForTimeout(1000)
    await take(officer, 'case-desk-desktop')
    await officer.goto(`${origin}/admin?wilayah=kukar`)
    await officer.locator('#part-title').waitFor()
    await officer.getByRole('button', { name: /Disdukcapil/ }).click()
    await officer.locator('.edit-card').waitFor()
    await take(officer, 'admin-desktop')

    const stranger = await sitDown(browser, office, null, 'phone')
    await stranger.goto(`${origin}/cek/${office.codes.active}`)
    await stranger.getByText('dihitung ulang di perangkat').waitFor()
    await take(stranger, 'verify-phone')
    const anybody = await sitDown(browser, office, null, 'desktop')
    await anybody.goto(`${origin}/skm/kukar`)
    await anybody.locator('.score').first().waitFor()
    await take(anybody, 'survey-desktop')
  } finally {
    await office.end()
  }
}

/** To the officer's own cases, the first of them open. */
async function openCaseDesk(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/petugas`)
  await page.locator('.counter-row').first().waitFor()
  await page.keyboard.press('f')
  await page.locator('#case-tab-mine').click()
  await page.locator('.case-row').first().click()
  await page.locator('.answers, .case-actions').first().waitFor()
}
