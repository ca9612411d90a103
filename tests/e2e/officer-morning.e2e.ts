import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Caller, createCaller } from '../../bench/figures/run-caller.ts'
import { signInCitizen, type RunCitizen } from '../../bench/figures/run-citizen.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import type { AgenciesResponse, TicketView } from '../../game/api/index.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { meet, type Person, sees } from './people.ts'

// One story in order, by keyboard alone: what a step leaves behind is what the next begins with.
const shots = process.env.BALAI_SHOTS
const region = 'kukar'
const line = 'disdukcapil-identitas'
const people: { readonly citizen: RunCitizen; readonly ticket: string }[] = []
let server: RunServer
let browser: Browser
let caller: Caller
let officer: Person

beforeAll(async () => {
  server = await startRunServer({ settings: { TRUST_PROXY: 'on' } })
  caller = createCaller(() => server.port)
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: [...chromeFlags, '--use-fake-ui-for-media-stream'] })
})
afterAll(async () => {
  await browser?.close()
  caller?.close()
  await server?.stop()
})
afterEach(async ({ task }) => {
  if (shots === undefined || !officer) return
  mkdirSync(shots, { recursive: true })
  await officer.page.screenshot({ path: join(shots, `morning-${task.name.slice(0, 40).replace(/\W+/g, '-')}.png`) })
})

/** The next made-up citizen takes a number from home. */
async function takeNumber(): Promise<string> {
  const citizen = await signInCitizen(caller, people.length)
  const body = { region, group: line, service: null }
  const answer = await caller.call('POST', '/api/tickets', { ...citizen, key: `morning-${people.length}`, body })
  if (answer.status !== 201) throw new Error(`a ticket was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  const { id, label } = answer.body as TicketView
  people.push({ citizen, ticket: id })
  return label
}
/** The ticket of citizen `n`, 1 is the first, as they see it. */
async function ticketOf(n: number): Promise<TicketView> {
  const { citizen, ticket } = people[n - 1]
  return (await caller.call('GET', `/api/tickets/${ticket}`, citizen)).body as TicketView
}

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await officer.page.keyboard.press(key)
}
/** What is in hand, by the large number over the steps. */
const holds = (label: string): Promise<void> => officer.page.locator('.ticket-label', { hasText: label }).waitFor()
const holdsNobody = (): Promise<void> => officer.page.locator('.nobody').waitFor()
const rows = (): Promise<string[]> => officer.page.locator('.queue-row .queue-label').allTextContents()
/** Leafs to a list of the queue by arrows, and waits until it shows these numbers. */
async function leafTo(list: 'waiting' | 'parked' | 'skipped', labels: readonly string[]): Promise<void> {
  const inQueue = () => officer.page.evaluate('document.activeElement.className')
  await press('q')
  await expect.poll(inQueue).toMatch(/queue-(row|tab)/)
  for (let i = 0; i < 4; i++) {
    const shown = await officer.page.locator('[id^="queue-tab-"][aria-selected="true"]').getAttribute('id')
    if (shown === `queue-tab-${list}`) break
    await press('ArrowRight')
    await officer.page.locator(`#${shown}[aria-selected="false"]`).waitFor()
  }
  await expect.poll(rows).toEqual(labels)
  // Into the rows, also from a tab.
  await press('q')
  if (labels.length > 0) await expect.poll(inQueue).toContain('queue-row')
}
const windowAsks = (title: string | RegExp): Promise<void> =>
  officer.page.getByRole('dialog').getByRole('heading', { name: title }).waitFor()
const windowGone = (): Promise<void> => officer.page.getByRole('dialog').waitFor({ state: 'detached' })
const problem = () => officer.page.locator('.columns').locator('xpath=..').locator('> .problem-place .problem')
const focused = (): Promise<string> => officer.page.evaluate('document.activeElement.tagName')

it('signs in and opens a counter without touching the mouse', async () => {
  for (let i = 1; i <= 5; i++) expect(await takeNumber()).toBe(`A-00${i}`)
  officer = await meet(browser, `${server.origin}/petugas`, 'office')
  const { page } = officer
  await page.getByLabel('Nama pengguna').waitFor()
  for (let i = 0; i < 10 && (await page.evaluate('document.activeElement.id')) !== 'username'; i++) await press('Tab')
  await page.keyboard.type(server.bootstrap?.username ?? '')
  await press('Tab')
  await page.keyboard.type(server.bootstrap?.password ?? '')
  await press('Enter')
  await page.locator('.counter-row').first().waitFor()
  for (let i = 0; i < 10 && (await page.evaluate('document.activeElement.id')) !== 'find-counter'; i++) await press('Tab')
  await page.keyboard.type('kutai loket 1')
  await page.locator('.counter-row').nth(1).waitFor({ state: 'detached' })
  await press('Enter')
  await page.getByRole('heading', { name: 'Antrean', exact: true }).waitFor()
  expect(await rows()).toEqual(['A-001', 'A-002', 'A-003', 'A-004', 'A-005'])
  expect(await focused()).toBe('BUTTON')
})

it('calls next; a recall too soon is refused in words, counts down on its button, and then works', async () => {
  await press('n')
  await holds('A-001')
  await press('u')
  await problem().waitFor()
  await officer.page.locator('.held').waitFor()
  await officer.page.locator('.held').waitFor({ state: 'detached', timeout: 30_000 })
  // Nobody has read it away yet.
  expect(await problem().count()).toBe(1)
  await press('u')
  await sees(officer, 'Dipanggil 2×')
  expect(await problem().count()).toBe(0)
})

it('puts down a no-show by two presses of one key, and never by one', async () => {
  await press('t')
  await sees(officer, /Tekan T lagi/)
  expect((await ticketOf(1)).state).toBe('called')
  await press('t')
  await holdsNobody()
  expect((await ticketOf(1)).state).toBe('skipped')
})

it('parks somebody in a room, and takes the next', async () => {
  await press('n')
  await holds('A-002')
  await press('m')
  await sees(officer, 'Dilayani')
  await press('r')
  await windowAsks('A-002 menunggu di mana?')
  await press('1')
  await windowGone()
  await holdsNobody()
  expect(await ticketOf(2)).toMatchObject({ state: 'parked', room: 'Ruang tunggu' })
  expect(await focused()).not.toBe('BODY')
})

it('brings the skipped one back behind three, and the parked one back to their old place', async () => {
  await leafTo('skipped', ['A-001'])
  await press('Enter')
  await windowAsks('Nomor A-001')
  await press('1')
  await windowGone()
  await leafTo('parked', ['A-002'])
  await press('Enter')
  await windowAsks('Nomor A-002')
  await press('1')
  await windowGone()
  await leafTo('waiting', ['A-002', 'A-003', 'A-004', 'A-005', 'A-001'])
  expect(await focused()).toBe('BUTTON')
})

it('sends somebody on to another line, found by typing', async () => {
  await press('n')
  await holds('A-002')
  await press('m')
  await sees(officer, 'Dilayani')
  await press('o')
  await windowAsks('Oper A-002 ke mana?')
  await officer.page.keyboard.type('keluarga dan pindah')
  await press('Enter')
  await windowGone()
  await holdsNobody()
  expect(await ticketOf(2)).toMatchObject({ state: 'waiting', group: 'disdukcapil-keluarga', label: 'A-002' })
})

it('calls somebody by name with a reason from the closed list, and notes what was agreed', async () => {
  await leafTo('waiting', ['A-002', 'A-003', 'A-004', 'A-005', 'A-001'])
  await press('Home', 'ArrowDown', 'ArrowDown', 'Enter')
  await windowAsks('Nomor A-004')
  await press('1')
  await windowAsks(/Panggil A-004/)
  await press('2')
  await windowGone()
  await holds('A-004')
  await press('i')
  await windowAsks('Catatan untuk A-004')
  const words = 'KK asli <b>menyusul</b> Senin'
  await officer.page.keyboard.type(words)
  await press('Enter')
  await windowGone()
  await sees(officer, words)
  await press('m')
  await sees(officer, 'Dilayani')
  await press('s', 's')
  await holdsNobody()
  expect((await ticketOf(4)).state).toBe('done')
})

it('gives a priority with its reason', async () => {
  await leafTo('waiting', ['A-002', 'A-003', 'A-005', 'A-001'])
  await press('Home', 'ArrowDown', 'ArrowDown', 'Enter')
  await windowAsks('Nomor A-005')
  await press('2')
  await windowAsks('Prioritas untuk A-005')
  await press('2')
  await windowGone()
  expect(await ticketOf(5)).toMatchObject({ priority: 'elderly', state: 'waiting' })
  await sees(officer, 'Lansia')
})

it('pauses with a reason that the public sees, and goes on', async () => {
  const paused = async () => {
    const { body } = await caller.call('GET', `/api/regions/${region}/queue`)
    return (body as { counters: { counter: string; paused: string | null }[] }).counters.find(({ counter }) => counter === 'kukar.loket-01')
      ?.paused
  }
  await press('j')
  await windowAsks('Jeda Loket 1')
  await press('1')
  await windowGone()
  await sees(officer, 'Loket dijeda.')
  expect(await paused()).toBe('Istirahat')
  await press('j')
  await officer.page.locator('.strip').waitFor({ state: 'detached' })
  expect(await paused()).toBeNull()
})

it('hears in words that somebody was faster, and sees what is in hand now', async () => {
  const { page } = officer
  // The same counter in a second window calls in the moment between this press and its arrival.
  await page.route('**/next', async (route) => {
    await page.context().request.post(route.request().url())
    await route.continue()
  })
  await press('n')
  await problem().waitFor()
  await page.unroute('**/next')
  // The priority goes before its turn.
  await holds('A-005')
  expect(await problem().textContent()).toContain('Selesaikan dahulu nomor A-005')
  await press('Escape')
  expect(await problem().count()).toBe(0)
  await press('m')
  await sees(officer, 'Dilayani')
  await press('s', 's')
  await holdsNobody()
})

it('closes the line with a reason: no new numbers, but those who wait are still called', async () => {
  await press('e')
  await windowAsks('Kelola antrean')
  await press('1')
  await windowAsks(/Tutup antrean: KTP dan KIA/)
  await press('Space', 'Enter')
  await windowGone()
  await sees(officer, /ditutup: Kuota hari ini habis/)
  const late = await signInCitizen(caller, 100)
  const refused = await caller.call('POST', '/api/tickets', { ...late, key: 'morning-late', body: { region, group: line, service: null } })
  expect(refused.body).toMatchObject({ error: { code: 'line-closed', details: { reason: 'Kuota hari ini habis' } } })
  await press('n')
  await officer.page.locator('.ticket-label').waitFor()
  await press('m')
  await sees(officer, 'Dilayani')
  await press('s', 's')
  await holdsNobody()
})

it('tells citizens before they set out that the central server is down', async () => {
  await press('e')
  await windowAsks('Kelola antrean')
  await press('7')
  await windowAsks('Keadaan instansi')
  await press('Space', 'Enter')
  await windowGone()
  await sees(officer, 'Server pusat terputus')
  const { body } = await caller.call('GET', `/api/regions/${region}/agencies`)
  expect((body as AgenciesResponse).agencies.find(({ agency }) => agency === 'disdukcapil')).toMatchObject({
    isCentralUp: false,
    hasBlanks: true,
  })
})

it('moves whoever still waits to another day, and says how many', async () => {
  const left = await rows()
  await press('e')
  await windowAsks('Kelola antrean')
  await press('2')
  await windowAsks(/Pindah ke hari lain: KTP dan KIA/)
  await press('Space', 'Enter')
  await sees(officer, `${left.length} orang dipindahkan`)
  await press('Escape')
  await windowGone()
  await expect.poll(rows).toEqual([])
  expect((await ticketOf(1)).sentTo?.day).toMatch(/^\d{4}-\d\d-\d\d$/)
})

it('says in words that nobody waits, until it is put away', async () => {
  await press('n')
  await problem().waitFor()
  expect(await problem().textContent()).toContain('Belum ada yang menunggu')
  await press('Escape')
  expect(await problem().count()).toBe(0)
})

it('calls colleagues for help after asking once more', async () => {
  await press('d')
  await windowAsks('Minta bantuan darurat')
  await press('2')
  await sees(officer, 'Butuh bantuan keamanan')
  await press('Enter')
  await sees(officer, 'Rekan-rekan sudah diberi tahu')
  await press('Enter')
  await windowGone()
})

it('closes the counter after a question, and stands before the choice of counters with the focus in it', async () => {
  await press('l')
  await windowAsks('Tutup Loket 1?')
  expect(await officer.page.evaluate('document.activeElement.textContent')).toBe('Tetap buka')
  await press('Tab', 'Enter')
  await officer.page.getByRole('heading', { name: 'Pilih loket' }).waitFor()
  expect(await focused()).not.toBe('BODY')
  expect(officer.problems).toEqual([])
})
