import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../bench/figures/run-browser.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { paperUploadPath, type CaseView, type PaymentView } from '../../game/api/index.ts'
import { meet, nikOf, openCounter, type Person, sees, signIn, takeNumber } from './people.ts'

// One story in order: what a step leaves behind is what the next begins with.
const shots = process.env.BALAI_SHOTS
const picture = fileURLToPath(new URL('../../docs/pictures/ticket-phone.png', import.meta.url))
let server: RunServer
let browser: Browser
let siti: Person
let officer: Person
const caseId = randomBytes(18).toString('base64url')

beforeAll(async () => {
  server = await startRunServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function shot({ page }: Person, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `payment-${name}.png`), fullPage: true })
}
/** A request in the name of the person at this browser. */
async function send<Body>(person: Person, path: string, data: unknown, expected: number): Promise<Body> {
  const headers = { origin: server.origin, 'idempotency-key': randomBytes(12).toString('base64url') }
  const answer = await person.context.request.post(`${server.origin}${path}`, { headers, data })
  if (answer.status() !== expected) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as Body
}
async function newPaper(kind: string): Promise<string> {
  const bytes = readFileSync(picture)
  const tus = { origin: server.origin, 'tus-resumable': '1.0.0' }
  const { request } = siti.context
  const made = await request.post(server.origin + paperUploadPath, { headers: { ...tus, 'upload-length': String(bytes.length) } })
  const at = new URL(made.headers().location, server.origin)
  const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  expect((await request.patch(at.href, { headers, data: bytes })).status()).toBe(204)
  const body = { upload: at.pathname.split('/').at(-1), kind, region: 'kukar', expiresOn: null }
  return (await send<{ id: string }>(siti, '/api/papers', body, 201)).id
}
const feeNow = async (): Promise<PaymentView> =>
  (await (await siti.context.request.get(`${server.origin}/api/cases/${caseId}/payment`)).json()) as PaymentView

it('a case with a fee is accepted, and the fee falls due from the tariff alone', async () => {
  siti = await meet(browser, `${server.origin}/kukar`, 'phone')
  await siti.page.getByRole('searchbox').fill('ktp hilang')
  await siti.page.keyboard.press('Enter')
  await takeNumber(siti)
  await signIn(siti, server.origin, 1)
  await sees(siti, 'A-001')
  const papers = { 'ktp-el': await newPaper('ktp-el'), 'pas-foto': await newPaper('pas-foto') }
  const answers = {
    nama: 'Siti Rahmawati',
    nik: nikOf(1),
    'no-skck': 'SKCK/12/2024',
    'tanggal-skck': '2024-05-02',
    keperluan: 'Melamar kerja',
  }
  const consent = { text: 'kasus-1', papers: Object.values(papers) }
  const body = { case: caseId, region: 'kukar', service: 'skck-panjang', version: 1, answers, papers, claim: null, consent }
  await send<CaseView>(siti, '/api/cases', body, 201)
  if (server.bootstrap === null) throw new Error('the first start gave no officer')
  officer = await meet(browser, `${server.origin}/petugas`, 'office')
  await openCounter(officer, server.bootstrap, 'Kutai Kartanegara', '1')
  for (const action of ['take', 'check', 'take', 'accept']) {
    const answer = await officer.context.request.post(`${server.origin}/api/officer/cases/${caseId}/${action}`, {
      headers: { origin: server.origin },
      data: {},
    })
    if (action !== 'take') expect(await answer.text()).not.toContain('"error"')
  }
  expect(await feeNow()).toMatchObject({ state: 'due', rupiah: 30_000, basis: 'PP 76/2020' })
})

it('the payer sees amount and regulation, chooses QRIS, plays the bank, and holds a receipt', async () => {
  await siti.page.goto(`${server.origin}/bayar/${caseId}`)
  await sees(siti, 'Rp30.000')
  await sees(siti, 'PP 76/2020')
  await sees(siti, 'PERAGAAN: tidak ada uang yang berpindah')
  await shot(siti, 'due')
  await siti.page.getByRole('button', { name: /QRIS/ }).tap()
  await sees(siti, 'Menunggu kabar dari bank …')
  await siti.page.getByRole('img', { name: 'Kode QRIS' }).waitFor()
  await shot(siti, 'reference')
  await siti.page.getByRole('link', { name: 'Buka bank peragaan' }).tap()
  await sees(siti, 'Bank peragaan')
  await sees(siti, 'PERAGAAN: tidak ada uang yang berpindah')
  await shot(siti, 'bank')
  await siti.page.getByRole('button', { name: 'Bayar sekarang' }).tap()
  await sees(siti, 'Sudah dibayar')
  await siti.page.getByRole('link', { name: 'Kembali ke pembayaran' }).tap()
  await sees(siti, 'Bukti pembayaran')
  await sees(siti, /Tanda terima/)
  await shot(siti, 'receipt')
  expect(siti.problems).toEqual([])
})

it('the case goes on, and the officer has seen a state and no money', async () => {
  const answer = await officer.context.request.get(`${server.origin}/api/officer/cases/${caseId}/payment`)
  expect(await answer.json()).toEqual({ state: 'paid', isCleared: true, mayRefund: true })
  const view = (await (await siti.context.request.get(`${server.origin}/api/cases/${caseId}`)).json()) as CaseView
  expect(view.fee).toMatchObject({ rupiah: 30_000, state: 'settled' })
})

it('the statement of the bank settles it; the same file again changes nothing', async () => {
  const statement = await siti.context.request.get(`${server.origin}/api/demo/statement.csv?region=kukar`)
  const file = { name: 'mutasi.csv', mimeType: 'text/csv', buffer: Buffer.from(await statement.text()) }
  await officer.page.goto(`${server.origin}/admin/rekonsiliasi?wilayah=kukar`)
  const compare = async (): Promise<void> => {
    await officer.page.getByLabel('Rekening koran (CSV)').setInputFiles(file)
    await officer.page.getByRole('button', { name: 'Bandingkan' }).click()
  }
  await compare()
  await officer.page.locator('.pay-report tbody td', { hasText: 'Cocok' }).waitFor()
  await shot(officer, 'treasury')
  expect((await feeNow()).state).toBe('settled')
  const { receipt } = await feeNow()
  await compare()
  await officer.page.locator('.pay-report tbody td', { hasText: 'Pernah cocok' }).waitFor()
  expect((await feeNow()).receipt).toEqual(receipt)
  await officer.page
    .getByLabel('Rekening koran (CSV)')
    .setInputFiles({ ...file, buffer: Buffer.from('date,reference,rupiah,id\n2026-11-23,A,30,000,b') })
  await officer.page.getByRole('button', { name: 'Bandingkan' }).click()
  await officer.page.locator('[role="alert"]').waitFor()
  await shot(officer, 'treasury-refused')
})

it('an approver gives the whole fee back with a reason, and the payer is told why', async () => {
  const path = `/api/officer/cases/${caseId}/payment/refund`
  await send(officer, path, { reason: 'Permohonan ganda' }, 200)
  await siti.page.reload()
  await sees(siti, 'Uang dikembalikan')
  await sees(siti, /Permohonan ganda/)
  await shot(siti, 'refunded')
  expect(officer.problems).toEqual([])
})
