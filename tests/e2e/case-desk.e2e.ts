import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { meet, type Person, sees } from './people.ts'
import { type SentCase, sendCase } from './send-case.ts'

// One story in order, the officers' part by keyboard alone: what a step leaves behind is what the next begins with.
const shots = process.env.BALAI_SHOTS
const picture = fileURLToPath(new URL('../../docs/pictures/ticket-phone.png', import.meta.url))
let server: RunServer
let browser: Browser
let admin: Person
let verifier: Person
let approver: Person
let sent: SentCase

beforeAll(async () => {
  server = await startRunServer({ settings: { TRUST_PROXY: 'on' } })
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: [...chromeFlags] })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const shot = async ({ page }: Person, name: string): Promise<void> => {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `desk-${name}.png`) })
}
const press = async ({ page }: Person, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Tab until what has the focus fits. */
async function tabTo({ page }: Person, selector: string, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to ${selector}`)
}
async function signInAs(person: Person, username: string, password: string): Promise<void> {
  const { page } = person
  await page.getByLabel('Nama pengguna').waitFor()
  await tabTo(person, '#username')
  await page.keyboard.type(username)
  await press(person, 'Tab')
  await page.keyboard.type(password)
  await press(person, 'Enter')
}
/** To the cases by F, to a list by arrows, into its first row. */
async function openFirst(person: Person, view: string, number: string): Promise<void> {
  const { page } = person
  if (!(await page.locator('.cases').isVisible())) await press(person, 'f')
  await page.locator('.case-tabs').waitFor()
  // From a row the tabs lie above it.
  await press(person, 'q', 'Home', 'ArrowUp')
  const tab = page.locator(`#case-tab-${view}`)
  for (let i = 0; i < 5 && (await tab.getAttribute('aria-selected')) !== 'true'; i++) await press(person, 'ArrowRight')
  await page.locator('.case-row', { hasText: number }).waitFor()
  await press(person, 'q')
  await tabTo(person, `.case-row`, 'ArrowDown')
  for (let i = 0; i < 9 && !(await focusedText(person)).includes(number); i++) await press(person, 'ArrowDown')
  await press(person, 'Enter')
  await page.locator('.case-number', { hasText: number }).waitFor()
}
const focusedText = ({ page }: Person): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
/** A window's fields would take the letters. */
const leaveField = ({ page }: Person): Promise<void> =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
const stateIs = async (person: Person, state: string): Promise<void> =>
  person.page.locator('.case-facts .is-state', { hasText: state }).waitFor()
const readonlyFee = ({ page }: Person): Promise<number> => page.locator('.tariff input, .tariff [contenteditable]').count()

it('an administrator adds an officer and gives a role; the first password is shown once', async () => {
  admin = await meet(browser, `${server.origin}/petugas`, 'office')
  await signInAs(admin, server.bootstrap?.username ?? '', server.bootstrap?.password ?? '')
  const { page } = admin
  await page.locator('.counter-row').first().waitFor()
  await page.goto(`${server.origin}/admin?wilayah=kukar#petugas`)
  const passwords: Record<string, string> = {}
  for (const [name, username, keep] of [
    ['Sari', 'sari', ['front', 'verifier']],
    ['Budi', 'budi', ['approver']],
  ] as const) {
    await page.locator('.new-officer summary').click()
    await page.getByLabel('Nama', { exact: true }).fill(name)
    await page.getByLabel('Nama pengguna').fill(username)
    await page.getByLabel('Instansi').selectOption('disdukcapil')
    await page.getByRole('button', { name: 'Buat akun' }).click()
    await page.getByRole('heading', { name: `Kata sandi pertama ${name}` }).waitFor()
    passwords[username] = (await page.locator('.first-password-text').textContent()) ?? ''
    await page.getByRole('button', { name: 'Sudah dicatat' }).click()
    const row = page.locator('.officer-row', { hasText: name })
    await row.locator('summary').click()
    for (const role of ['front', 'verifier', 'approver'] as const) {
      const box = row.locator('.roles input').nth(['front', 'verifier', 'approver'].indexOf(role))
      await box.setChecked((keep as readonly string[]).includes(role))
    }
    await row.getByRole('button', { name: 'Simpan peran' }).click()
    await row.getByText('Peran tersimpan.').waitFor()
  }
  await shot(admin, '1-officers')
  expect(await page.locator('.first-password-text').count()).toBe(0)

  for (const [username, password] of Object.entries(passwords)) {
    const person = await meet(browser, `${server.origin}/petugas`, 'office')
    await signInAs(person, username, password)
    await person.page.getByRole('heading', { name: 'Buat kata sandi Anda' }).waitFor()
    await person.page.keyboard.type(`sungai mahakam ${username}`)
    await press(person, 'Tab')
    await person.page.keyboard.type(`sungai mahakam ${username}`)
    await press(person, 'Enter')
    await person.page.getByRole('dialog').waitFor({ state: 'detached' })
    await person.page.locator('.counter-row').first().waitFor()
    if (username === 'sari') verifier = person
    else approver = person
  }
})

it('a case from home is given to an officer with the role; who lets go of it no longer reads it, and it lies in the inbox', async () => {
  sent = await sendCase(server.origin, 0, picture)
  await openFirst(verifier, 'mine', sent.view.number)
  await verifier.page.locator('.answers').waitFor()
  await press(verifier, 'l')
  await verifier.page.locator('.answers').waitFor({ state: 'detached' })
  await press(approver, 'f')
  await approver.page.getByText('Tidak ada berkas baru untuk peran Anda').waitFor()
  expect(await approver.page.locator('.case-row').count()).toBe(0)
})

it('opens answers and papers only to who has taken it; the fee stands there and cannot be typed', async () => {
  const { page } = verifier
  await openFirst(verifier, 'inbox', sent.view.number)
  await shot(verifier, '2-opened')
  expect(await page.locator('.answers').count()).toBe(0)
  await press(verifier, 'm')
  await page.locator('.answer', { hasText: 'Siti Rahmawati' }).waitFor()
  const nik = await page.locator('.answer', { hasText: 'NIK' }).textContent()
  expect(nik).toContain('6402••••••••0001')
  expect(await page.locator('.cases').textContent()).not.toContain(sent.answers.nik)
  await sees(verifier, /Biaya resmi: Gratis/)
  await sees(verifier, /UU 24\/2013/)
  expect(await readonlyFee(verifier)).toBe(0)
  await press(verifier, 'b')
  await page.locator('.paper-sheet img').waitFor()
  const width = () => page.locator('.paper-sheet').evaluate((sheet) => sheet.clientWidth)
  const before = await width()
  await press(verifier, '+', '+')
  await expect.poll(width).toBe(before * 2)
  await press(verifier, '-', '-')
  await expect.poll(width).toBe(before)
  await shot(verifier, '3-paper')
})

it('sends back one answer and one paper with a marked spot, each with its sentence; nothing else', async () => {
  const { page } = verifier
  await press(verifier, 'k')
  await page.locator('.return-bar').waitFor()
  await tabTo(verifier, '.answer:first-child input[type=checkbox]')
  await press(verifier, 'Space')
  // The sentence has the focus; a ready one is chosen behind it.
  await tabTo(verifier, '.answer .chip')
  await press(verifier, 'Enter')
  await tabTo(verifier, '.paper-row input[type=checkbox]')
  await press(verifier, 'Space')
  await page.keyboard.type('Sudut kanan bawah terpotong.')
  await page.locator('.mark-layer').waitFor()
  await tabTo(verifier, '.mark-layer')
  await press(verifier, 'Enter', 'ArrowDown', 'ArrowDown', 'Shift+ArrowLeft')
  await page.locator('.mark-box').waitFor()
  await shot(verifier, '4-returning')
  await tabTo(verifier, '.return-bar .main', 'Shift+Tab')
  await press(verifier, 'Enter')
  await stateIs(verifier, 'Dikembalikan')
  const now = await sent.now()
  expect(now.state).toBe('returned')
  expect(now.returned?.fields).toEqual([{ field: 'nama', sentence: 'Tulis persis seperti di KTP-el atau Kartu Keluarga.' }])
  expect(now.returned?.papers).toMatchObject([{ requirement: 'ktp-el', sentence: 'Sudut kanan bawah terpotong.', mark: { page: 1 } }])
  const mark = now.returned?.papers[0].mark
  expect(mark?.paper).toBe(sent.paper)
  expect(mark?.width).toBeCloseTo(0.38)
})

it('goes on when the citizen has put it right: checked and accepted by two presses of a key each, never by one', async () => {
  await sent.resubmit({ ...sent.answers, nama: 'Siti Rahmawati binti Abdullah' }, await sent.newPaper())
  const { page } = verifier
  await page.reload()
  await page.locator('.case-number', { hasText: sent.view.number }).waitFor()
  await page.locator('.case-actions').waitFor()
  if (await page.locator('.case-actions .key-button', { hasText: 'Ambil' }).count()) await press(verifier, 'm')
  await page.locator('.answer', { hasText: 'binti Abdullah' }).waitFor()
  await sees(verifier, 'Baru dikirim')
  await page.locator('.case-actions .key-button', { hasText: 'Sudah lengkap' }).waitFor()
  await press(verifier, 'p')
  await sees(verifier, 'Tekan P lagi')
  expect((await sent.now()).state).toBe('submitted')
  await press(verifier, 'p')
  await stateIs(verifier, 'Sudah diperiksa')
  await takeAgain(verifier)
  await press(verifier, 't', 't')
  await stateIs(verifier, 'Diproses')
  await shot(verifier, '5-accepted')
})
/** A step may hand the case back to the desk: whoever goes on takes it. */
async function takeAgain(person: Person): Promise<void> {
  await person.page.locator('.case-actions .key-button').first().waitFor()
  if (await person.page.locator('.case-actions .key-button', { hasText: 'Ambil' }).count()) {
    await press(person, 'm')
    await person.page.locator('.answers').waitFor()
  }
}

it('says in words that somebody was faster, and shows what is true now', async () => {
  const { page } = verifier
  await takeAgain(verifier)
  const at = `${server.origin}/api/officer/cases/${sent.view.id}`
  await page.route('**/step', async (route) => {
    // The same officer in another window lets go of the case and takes it again, in the moment between.
    for (const action of ['release', 'take'])
      await page.context().request.post(`${at}/${action}`, { data: {}, headers: { origin: server.origin } })
    await route.continue()
  })
  await press(verifier, 's', 's')
  await page.locator('.cases .problem', { hasText: 'baru saja berubah' }).waitFor()
  await page.unroute('**/step')
  expect(await page.locator('.case-steps .is-done').count()).toBe(1)
  await press(verifier, 'Escape')
  expect(await page.locator('.cases .problem').count()).toBe(0)
  await shot(verifier, '6-faster')
})

it('does its step, and has no key for the decision: four eyes', async () => {
  const { page } = verifier
  await page.locator('.case-actions .key-button', { hasText: 'Langkah 2 selesai' }).waitFor()
  await press(verifier, 's', 's')
  await expect.poll(() => page.locator('.case-steps .is-done').count()).toBe(2)
  expect(await page.locator('.case-actions .key-button', { hasText: 'Putuskan' }).count()).toBe(0)
  await press(verifier, 'u')
  expect(await page.getByRole('dialog').count()).toBe(0)
  const answer = await page.context().request.post(`${server.origin}/api/officer/cases/${sent.view.id}/decide`, {
    data: { text: { title: 'x', lines: [{ label: 'a', text: 'b' }] } },
    headers: { origin: server.origin },
  })
  expect([403, 409]).toContain(answer.status())
})

it('is decided by the approver, line by line, and issued', async () => {
  const { page } = approver
  await page.reload()
  await page.locator('.case-tabs').waitFor()
  // Drawn among those with the role, of whom there is one.
  await openFirst(approver, 'mine', sent.view.number)
  await takeAgain(approver)
  await page.locator('.answers').waitFor()
  while (await page.locator('.case-actions .key-button', { hasText: /Langkah \d selesai/ }).count()) {
    const before = await page.locator('.case-steps .is-done').count()
    await leaveField(approver)
    await press(approver, 's', 's')
    await expect.poll(() => page.locator('.case-steps .is-done').count()).toBe(before + 1)
  }
  await press(approver, 'u')
  await page
    .getByRole('dialog')
    .getByRole('heading', { name: `Putuskan ${sent.view.number}` })
    .waitFor()
  expect(await page.getByLabel('Judul dokumen').inputValue()).toBe('Kartu Keluarga, dicetak sendiri')
  expect(await page.getByLabel('Isi baris 1').inputValue()).toBe('Siti Rahmawati binti Abdullah')
  expect(await page.getByRole('dialog').innerHTML()).not.toContain(sent.answers.nik)
  await shot(approver, '7-deciding')
  await press(approver, 'Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(async () => (await sent.now()).state).toBe('issued')
  await sees(approver, /Dokumen DOK-\S+ terbit dan berlaku/)
  await shot(approver, '8-issued')
  expect((await sent.now()).documents).toHaveLength(1)
})

it('hands a step up with a reason, which the window asks for', async () => {
  const { page } = verifier
  const other = await sendCase(server.origin, 1, picture)
  await openFirst(verifier, 'mine', other.view.number)
  await page.locator('.answers').waitFor()
  await press(verifier, 'e')
  await page
    .getByRole('dialog')
    .getByRole('heading', { name: `Naikkan ${other.view.number}` })
    .waitFor()
  await tabTo(verifier, 'dialog .chip')
  await press(verifier, 'Enter')
  await tabTo(verifier, 'dialog .main')
  await press(verifier, 'Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await sees(verifier, /Dinaikkan kepada/)
  // Somebody who is sent to another place and back finds what was open.
  await press(verifier, 'f')
  await page.getByRole('heading', { name: 'Pilih loket' }).waitFor()
  await press(verifier, 'f')
  await page.locator('.case-number', { hasText: other.view.number }).waitFor()
})

it('left no error on any page', () => {
  for (const person of [admin, verifier, approver]) expect(person.problems).toEqual([])
})
