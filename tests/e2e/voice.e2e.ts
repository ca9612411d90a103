import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../bench/figures/run-browser.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { meet, openCounter, type Person, sees, signIn, takeNumber } from './people.ts'

// One story in order: what a step leaves behind is what the next begins with.
const shots = process.env.BALAI_SHOTS
let server: RunServer
let browser: Browser
let siti: Person
let officer: Person
let unit: Person
let code: string

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
  await page.screenshot({ path: join(shots, `voice-${name}.png`), fullPage: true })
}
/** An officer whom the administrator has made, with these roles, signed in at a machine of their own. */
async function newOfficer(admin: Person, username: string, agency: string | null, roles: readonly string[]): Promise<Person> {
  const { request } = admin.context
  const headers = { origin: server.origin }
  const made = await request.post(`${server.origin}/api/admin/officers`, {
    headers,
    data: { name: username, username, region: 'kukar', agency },
  })
  const { officer, password } = (await made.json()) as { officer: { id: string }; password: string }
  const set = await request.put(`${server.origin}/api/admin/roles/${officer.id}`, { headers, data: { roles } })
  expect(set.status()).toBe(200)
  const person = await meet(browser, `${server.origin}/integritas`, 'office')
  await sees(person, 'Masuk sebagai petugas')
  const signedIn = await person.context.request.post(`${server.origin}/api/officer/session`, { headers, data: { username, password } })
  expect(signedIn.status()).toBe(200)
  return person
}

it('a citizen is called and sees the official fee with its basis on the call and over the talk', async () => {
  siti = await meet(browser, `${server.origin}/kukar`, 'phone')
  await siti.page.getByRole('searchbox').fill('ktp hilang')
  await siti.page.keyboard.press('Enter')
  await takeNumber(siti)
  await signIn(siti, server.origin, 1)
  await sees(siti, 'A-001')
  if (server.bootstrap === null) throw new Error('the first start gave no officer')
  officer = await meet(browser, `${server.origin}/petugas`, 'office')
  await openCounter(officer, server.bootstrap, 'Kutai Kartanegara', '1')
  await officer.context.request.post(`${server.origin}/api/officer/counters/kukar.loket-01/next`, { headers: { origin: server.origin } })
  await siti.page.locator('.called', { hasText: 'UU 24/2013' }).waitFor()
  expect(await siti.page.locator('.called-fee').textContent()).toContain('Gratis')
  await shot(siti, 'called')
  await siti.page.getByRole('button', { name: 'Tulis saja' }).click()
  await siti.page.locator('.talk-tariff', { hasText: 'Gratis' }).waitFor()
  await shot(siti, 'talk')
})

it('"Diminta uang?" is one tap: sealed at once, over the talk, which goes on', async () => {
  await siti.page.locator('.talk-tariff').getByRole('button', { name: 'Diminta uang?' }).tap()
  await sees(siti, /Tersegel pukul/)
  code = (await siti.page.locator('.levy-code strong').textContent()) ?? ''
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  await shot(siti, 'levy-panel')
  await siti.page.locator('.levy-panel').getByRole('button', { name: 'Selesai' }).click()
  await siti.page.locator('.levy-panel').waitFor({ state: 'detached' })
  await siti.page.locator('.talk-buttons').waitFor()
  expect(siti.problems).toEqual([])
})

it('the reporter adds words with the code alone, on any phone, without an account', async () => {
  const budi = await meet(browser, `${server.origin}/pengaduan#kode=${code}`, 'phone')
  await sees(budi, 'Laporan tersegel')
  // The code does not stay in the address.
  expect(budi.page.url()).not.toContain(code)
  await budi.page.getByLabel('Tambah keterangan').fill('Diminta lima puluh ribu supaya cepat.')
  await budi.page.getByRole('button', { name: 'Tambahkan' }).click()
  await sees(budi, 'Keterangan yang sudah ditambahkan: 1.')
  await shot(budi, 'levy-report')
  expect(budi.problems).toEqual([])
  await budi.context.close()
})

it('the officer who is named sees nothing of it; integrity does, with officer, counter and fee, and without the reporter', async () => {
  await officer.page.goto(`${server.origin}/integritas?wilayah=kukar`)
  await sees(officer, 'Belum ada laporan pungutan.')
  unit = await newOfficer(officer, 'upg.kukar', null, ['integrity'])
  const insider = await newOfficer(officer, 'orang.dalam', 'disdukcapil', ['integrity', 'approver'])
  await insider.page.reload()
  await insider.page.getByRole('tab', { name: 'Pungutan' }).click()
  await sees(insider, 'Belum ada laporan pungutan.')
  await insider.context.close()

  await unit.page.reload()
  await sees(unit, 'Rantai utuh: 2 catatan cocok')
  await shot(unit, 'integrity')
  await unit.page.locator('.desk-row').first().click()
  await sees(unit, /Isi cocok dengan segelnya/)
  const facts = (await unit.page.locator('.desk-facts').textContent()) ?? ''
  expect(facts).toContain('Dinas Kependudukan')
  expect(facts).toContain('A-001')
  expect(facts).toContain('UU 24/2013')
  expect(await unit.page.locator('.desk-paper').textContent()).not.toMatch(/6402|0812/)
  await unit.page.getByRole('button', { name: 'Tangani' }).click()
  await unit.page.getByLabel('Terbukti', { exact: true }).check()
  await unit.page.getByLabel('Penjelasan untuk pelapor').fill('Petugas ditindak dan uang dikembalikan.')
  await shot(unit, 'integrity-levy')
  await unit.page.getByRole('button', { name: 'Tutup laporan' }).click()
  await unit.page.locator('.desk-card h3', { hasText: 'Terbukti' }).waitFor()
  await sees(unit, 'Rantai utuh: 4 catatan cocok')
})

it('a complaint without an account: sent, answered, reopened with the next role, rated with its code', async () => {
  const rina = await meet(browser, `${server.origin}/pengaduan?wilayah=kukar`, 'phone')
  await sees(rina, 'Sampaikan pengaduan')
  await shot(rina, 'home')
  await rina.page.getByRole('button', { name: /Sampaikan pengaduan/ }).tap()
  await rina.page.getByLabel('Instansi').selectOption({ label: 'Dinas Kependudukan dan Pencatatan Sipil' })
  await rina.page.getByLabel('Apa yang terjadi?').fill('Sudah tiga kali datang dari Tabang, blangko selalu habis.')
  await shot(rina, 'form')
  await rina.page.getByRole('button', { name: 'Kirim pengaduan' }).tap()
  await sees(rina, 'Pengaduan diterima')
  const own = (await rina.page.locator('.voice-code-letters').textContent()) ?? ''
  await shot(rina, 'sent')

  const desk = await newOfficer(officer, 'aduan.capil', 'disdukcapil', ['front'])
  const head = await newOfficer(officer, 'kepala.capil', 'disdukcapil', ['approver'])
  const answer = async (person: Person, text: string): Promise<void> => {
    await person.page.reload()
    await person.page.locator('.desk-row').first().click()
    await person.page.getByRole('button', { name: 'Tangani' }).click()
    await person.page.getByLabel('Jawaban untuk warga').fill(text)
    await shot(person, 'desk')
    await person.page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await person.page.locator('.desk-words .is-office', { hasText: text }).waitFor()
  }
  await answer(desk, 'Blangko tiba hari Senin.')
  await rina.page.goto(`${server.origin}/pengaduan?wilayah=kukar`)
  await rina.page.getByRole('button', { name: /Buka dengan kode/ }).tap()
  await rina.page.getByLabel('Kode').fill(own.toLowerCase().replaceAll('-', ' '))
  await rina.page.getByRole('button', { name: 'Buka', exact: true }).tap()
  await sees(rina, 'Blangko tiba hari Senin.')
  await shot(rina, 'answered')
  await rina.page.getByRole('button', { name: 'Belum selesai? Buka kembali' }).tap()
  await rina.page.getByLabel('Apa yang belum selesai?').fill('Senin saya datang dan tetap habis.')
  await rina.page.getByRole('button', { name: 'Buka kembali', exact: true }).tap()
  await sees(rina, 'Ditangani pimpinan instansi.')
  await answer(head, 'Kami antar KTP Anda ke Tabang hari Jumat.')
  await desk.page.reload()
  await sees(desk, /Tidak ada pengaduan untuk Anda/)
  await rina.page.goto(`${server.origin}/pengaduan?wilayah=kukar#kode=${own}`)
  await sees(rina, 'Kami antar KTP Anda ke Tabang hari Jumat.')
  await rina.page.getByRole('button', { name: 'Sangat' }).tap()
  await sees(rina, 'Penilaian Anda: Sangat')
  expect(rina.problems).toEqual([])
})

it('an officer declares a gift, and integrity takes it on', async () => {
  const front = await newOfficer(officer, 'petugas.pajak', 'bapenda', ['front'])
  await front.page.reload()
  await front.page.getByRole('tab', { name: 'Gratifikasi' }).click()
  await front.page.getByRole('button', { name: 'Catat pemberian' }).click()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(new Date())
  await front.page.getByLabel('Tanggal diterima').fill(today)
  await front.page.getByLabel(/Apa, dari siapa/).fill('Parsel buah dari wajib pajak, kira-kira seratus ribu.')
  await front.page.getByRole('button', { name: 'Simpan catatan' }).click()
  await sees(front, /Laporkan ke KPK paling lambat/)
  await unit.page.getByRole('tab', { name: 'Gratifikasi' }).click()
  await unit.page.locator('.desk-row').first().click()
  await unit.page.getByRole('button', { name: 'Sudah ditelaah' }).click()
  await unit.page.getByRole('button', { name: 'Sudah dilaporkan ke KPK' }).waitFor()
  await shot(unit, 'gift')
  expect([...front.problems, ...unit.problems]).toEqual([])
})
