import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { judgePage } from '../../bench/figures/judge-page.ts'
import { launchBrowser } from '../../bench/figures/run-browser.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { createAudit } from '../../server/audit/index.ts'
import { createDocuments, openDocumentKeys } from '../../server/documents/index.ts'
import { createKioskKeys } from '../../server/http/index.ts'
import { readInstallSecret } from '../../server/install-secret.ts'
import { openPapers } from '../../server/papers/index.ts'
import { openStore } from '../../server/store/index.ts'
import { issueFor } from '../server/documents/document-server.ts'
import { meet, sees } from './people.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pin = '482915'
const kept = { active: '', superseded: '', revoked: '', pickup: '', number: '', kiosk: '', pdf: '', altered: '' }
let dataDir: string
let server: RunServer
let browser: Browser

/** What an office has issued before: written into the data folder by the product's own services, then the server starts on it. */
async function issueBefore(): Promise<void> {
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
      agency: 'Disdukcapil',
      utcOffsetMinutes: 480,
      isDemo: true,
    }),
    log: () => undefined,
  })
  const person = {
    nikHash: 'h1',
    nikMasked: '6402••••••••0007',
    phone: '+6281255500001',
    isVerified: false,
    verifiedBy: null,
    verifiedAtMs: null,
  }
  await store.bindCitizen({ id: 'citizen-1', ...person, createdAtMs: clock() })
  const first = await issueFor(documents, 'citizen-1', clock(), 'case-1')
  const old = await issueFor(documents, 'citizen-1', clock(), 'case-2')
  const place = { case: 'case-2', citizen: 'citizen-1', region: 'kukar', agency: 'disdukcapil', service: 'pindah' }
  await documents.issue({ ...place, text: { title: 'Surat Keterangan Pindah', lines: [] }, atMs: clock() })
  const gone = await issueFor(documents, 'citizen-1', clock(), 'case-3')
  await documents.revoke(gone.id, 'salah data', 'officer-1')
  const { bytes } = await documents.pickup.open(first.id, { role: 'citizen', id: 'citizen-1', agency: null }, 'mengunduh dokumen')
  Object.assign(kept, { active: first.code, number: first.number, superseded: old.code, revoked: gone.code })
  kept.pickup = await documents.pickup.makeCode('citizen-1', first.id)
  await documents.pickup.setPin('citizen-1', first.id, pin)
  kept.kiosk = createKioskKeys(secret).pathOf('kukar').replace('#', '&dokumen=1#')
  kept.pdf = join(dataDir, 'dokumen.pdf')
  kept.altered = join(dataDir, 'diubah.pdf')
  writeFileSync(kept.pdf, bytes)
  writeFileSync(kept.altered, bytes.with(bytes.length >> 1, bytes[bytes.length >> 1] ^ 1))
  await papers.close()
  await store.close()
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balai-documents-e2e-'))
  await issueBefore()
  server = await startRunServer({ dataDir })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Contrast, sizes and names, as anybody meets them. */
async function isForEverybody(page: Page): Promise<void> {
  expect((await page.evaluate(judgePage)).failures).toEqual([])
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe
    return (await run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
  })
  expect(violations).toEqual([])
}

it('a stranger scans a code: the verdict, what to compare, the seal calculated on their phone, and whether a file was changed', async () => {
  const stranger = await meet(browser, `${server.origin}/cek/${kept.active}`, 'phone')
  await stranger.page.getByRole('heading', { name: 'Asli dan berlaku' }).waitFor()
  await sees(stranger, kept.number)
  await sees(stranger, 'B. S.')
  await sees(stranger, 'Segel dihitung ulang di perangkat Anda dan cocok.')
  await isForEverybody(stranger.page)
  const asked: string[] = []
  stranger.page.on('request', (request) => asked.push(request.url()))
  const chooser = stranger.page.locator('input[type=file]')
  await chooser.setInputFiles(kept.pdf)
  await sees(stranger, 'Sama persis dengan yang diterbitkan')
  await chooser.setInputFiles(kept.altered)
  await sees(stranger, 'Bukan berkas yang diterbitkan')
  await isForEverybody(stranger.page)
  expect([asked, stranger.problems]).toEqual([[], []])
  const html = await (await stranger.context.request.get(`${server.origin}/cek/${kept.active}`)).text()
  for (const secret of ['Budi', 'Mawar', 'citizen-1', 'case-1']) expect(html).not.toContain(secret)
  await stranger.context.close()
})

it('without any script a code is typed, and each verdict is read', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, locale: 'id-ID' })
  const page = await context.newPage()
  const typed = async (code: string): Promise<string> => {
    await page.goto(`${server.origin}/cek`)
    await page.getByLabel('Kode di dokumen').fill(code)
    await page.getByRole('button', { name: 'Periksa' }).click()
    return (await page.locator('.verdict h1').textContent()) ?? ''
  }
  expect(await typed(` ${kept.active.slice(0, 4)} ${kept.active.slice(4).toLowerCase()} `)).toBe('Asli dan berlaku')
  expect(page.url()).toBe(`${server.origin}/cek/${kept.active}`)
  expect(await typed(kept.superseded)).toBe('Asli, tetapi sudah diganti')
  expect(await typed(kept.revoked)).toBe('Sudah dicabut')
  const turned = kept.active.startsWith('2') ? '3' : '2'
  expect(await typed(turned + kept.active.slice(1))).toBe('Tidak asli')
  await context.close()
})

it('a holder prints at the kiosk with code and PIN, once', async () => {
  const kiosk = await meet(browser, server.origin, 'office')
  const { page } = kiosk
  await page.addInitScript(() => {
    const top = window.top as unknown as { balaiPrints?: number }
    window.print = () => void (top.balaiPrints = (top.balaiPrints ?? 0) + 1)
  })
  await page.goto(server.origin + kept.kiosk)
  await page.getByRole('button', { name: 'Cetak dokumen Anda' }).click()
  await isForEverybody(page)
  for (const letter of kept.pickup) await page.getByRole('button', { name: letter, exact: true }).click()
  await page.getByRole('heading', { name: 'Masukkan PIN' }).waitFor()
  await page.keyboard.type('000111')
  await sees(kiosk, 'PIN salah. Sisa percobaan: 4.')
  await isForEverybody(page)
  const file = page.waitForResponse((response) => response.headers()['content-type'] === 'application/pdf')
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('heading', { name: 'Sedang dicetak' }).waitFor()
  expect((await file).status()).toBe(200)
  await page.waitForFunction(() => (window as unknown as { balaiPrints?: number }).balaiPrints === 1)
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Selesai' }).click()
  await page.getByRole('button', { name: 'Cetak dokumen Anda' }).click()
  await page.getByRole('heading', { name: 'Masukkan kode ambil' }).waitFor()
  await page.keyboard.type(kept.pickup + pin)
  await sees(kiosk, /Kode ambil salah/)
  expect(kiosk.problems).toEqual([])
  await kiosk.context.close()
})

it('an officer finds it by its number, looks at the card, and hands it over once', async () => {
  const { bootstrap, origin } = server
  if (bootstrap === null) throw new Error('the first start gave no officer')
  const officer = await meet(browser, origin, 'office')
  const { page, context } = officer
  expect((await context.request.post(`${origin}/api/officer/session`, { data: bootstrap, headers: { origin } })).ok()).toBe(true)
  await page.goto(`${origin}/petugas/serah`)
  await page.getByLabel('Kode ambil atau nomor dokumen').fill(kept.number.toLowerCase())
  await page.keyboard.press('Enter')
  await sees(officer, 'NIK pemilik: 6402••••••••••••')
  await isForEverybody(page)
  await page.getByLabel('tanpa turun (drive-thru)').check()
  await page.getByLabel(/Empat angka terakhir/).fill('0008')
  await page.getByLabel(/Nama dan foto/).check()
  const handOver = page.getByRole('button', { name: 'Sudah diserahkan' })
  await handOver.click()
  await sees(officer, /bukan milik pemegang dokumen/)
  await isForEverybody(page)
  await page.getByLabel(/Empat angka terakhir/).fill('0007')
  await handOver.click()
  await sees(officer, /Sudah diserahkan kepada pemiliknya .* tanpa turun/)
  await isForEverybody(page)
  await page.getByRole('button', { name: 'Orang berikutnya' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('asked')
  expect(officer.problems).toEqual([])
  await context.close()
})
