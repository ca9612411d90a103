import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { judgePage } from '../../bench/figures/judge-page.ts'
import { launchBrowser } from '../../bench/figures/run-browser.ts'
import { createCaller } from '../../bench/figures/run-caller.ts'
import { signInCitizen } from '../../bench/figures/run-citizen.ts'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'

// An administrator's duties in a browser: answering a citizen, a breach from its discovery to its end, the audit, and the end of an officer's access.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where pictures go, when somebody wants to look. */
const pictures = process.env.ADMIN_PICTURES ?? null
let server: RunServer
let browser: Browser
let page: Page

async function as(method: string, path: string, cookie: string, body?: unknown) {
  const response = await fetch(server.origin + path, {
    method,
    headers: { cookie, origin: server.origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    json: text === '' ? null : JSON.parse(text),
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  }
}
async function open(part: string): Promise<void> {
  await page.goto(`${server.origin}/admin?wilayah=kukar#${part}`)
  await page.reload()
  await page.locator('#part-title').waitFor()
  // A part may fetch two things.
  await page.waitForFunction(() => document.querySelector('.not-yet') === null)
}
/** Nothing is cut off, too pale or too small for a thumb, at either width. */
async function isFit(name: string): Promise<void> {
  for (const [width, height] of [
    [360, 740],
    [1366, 768],
  ]) {
    await page.setViewportSize({ width, height })
    if (pictures !== null) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect((await page.evaluate(judgePage)).failures).toEqual([])
  }
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(violations).toEqual([])
}

let citizen: string
let admin: string
let sari: { id: string; password: string }
beforeAll(async () => {
  server = await startRunServer()
  browser = await launchBrowser()
  admin = (await as('POST', '/api/officer/session', '', server.bootstrap)).cookie
  const made = await as('POST', '/api/admin/officers', admin, { name: 'Sari Dewi', username: 'sari', region: 'kukar', agency: null })
  sari = { id: made.json.officer.id, password: made.json.password }
  const caller = createCaller(() => server.port)
  citizen = (await signInCitizen(caller, 5)).cookie
  caller.close()
  const about = { kind: 'account', id: 'account' }
  const asked = await as('POST', '/api/rights/requests', citizen, {
    kind: 'correction',
    about,
    words: 'Nama saya salah eja: bukan Ani, melainkan Any.',
  })
  expect(asked.status).toBe(201)
  const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Makassar' })
  const [name, value] = admin.split('=')
  await context.addCookies([{ name, value, url: server.origin }])
  page = await context.newPage()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

it('answers a citizen with words, and the citizen reads them', async () => {
  await open('privasi')
  const card = page.locator('.duty')
  expect(await card.locator('.said').textContent()).toContain('bukan Ani')
  expect(await card.locator('.badge').textContent()).toMatch(/^Sisa 2 hari 23 jam$/)
  await isFit('privacy')
  await card.locator('textarea').fill('Nama sudah diperbaiki di akun Anda.')
  await card.locator('.button.main').click()
  await card.waitFor({ state: 'detached' })
  const [{ id }] = (await as('GET', '/api/rights', citizen)).json.requests
  expect((await as('GET', `/api/rights/requests/${id}`, citizen)).json).toMatchObject({
    state: 'done',
    answer: 'Nama sudah diperbaiki di akun Anda.',
  })
})

it('writes a breach down, tells those concerned only with all five things said, and closes it', async () => {
  await open('privasi')
  await page.locator('.new-officer summary').click()
  const yesterday = await page.locator('.found-at input').getAttribute('max')
  await page.locator('.found-at input').fill(yesterday ?? '')
  await page.locator('.new-officer textarea').first().fill('NIK dan alamat')
  await isFit('new-breach')
  await page.locator('.new-officer .button.main').click()
  const card = page.locator('.officer-row')
  await card.waitFor()
  expect(await card.locator('summary .badge').last().textContent()).toMatch(/^Sisa (3 hari 0|2 hari 23) jam$/)
  const tell = card.locator('.officer-password .button').last()
  expect(await tell.getAttribute('aria-disabled')).toBe('true')
  expect(await card.locator('.save-wrong').textContent()).toContain('Kapan terjadi')
  const fields = card.locator('.facts textarea')
  for (let i = 1; i < 5; i++) await fields.nth(i).fill(`Keterangan ${i}`)
  await card.locator('.roles-foot .button').click()
  await card.locator('.save-wrong').waitFor({ state: 'detached' })
  // Who is concerned is refused by name, where it can be seen from the button.
  const people = card.locator('textarea').last()
  await people.fill('K-7QF3-2M, siapa\n6402011506900001')
  await card.locator('.roles-foot .button').click()
  const problem = page.locator('.admin-problem .notice')
  await problem.waitFor()
  expect(await problem.textContent()).toContain('3 tidak dikenali di wilayah ini (K-7QF3-2M, siapa, 6402011506900001)')
  const seen = await problem.boundingBox()
  expect(seen !== null && seen.y >= 0 && seen.y + seen.height <= 768).toBe(true)
  await isFit('breach-people')
  await people.fill('')
  await isFit('breach')
  await tell.click()
  expect(await card.locator('.officer-password p').textContent()).toContain('Balai tidak mengirim apa pun')
  await card.locator('.officer-password .button.main').click()
  await card.locator('.badge.good').waitFor()
  const close = card.locator('.officer-password .button')
  await card.evaluate((row) => row.setAttribute('open', ''))
  await isFit('told')
  await close.click()
  await card.locator('.officer-password .button.main').click()
  await card.locator('.officer-password').waitFor({ state: 'detached' })
  const [breach] = (await as('GET', '/api/admin/breaches?region=kukar', admin)).json.breaches
  expect(breach).toMatchObject({ state: 'closed', isInTime: true, facts: { data: 'NIK dan alamat', recovery: 'Keterangan 4' } })
})

it('downloads a day of the audit whose last hash is the one shown', async () => {
  await open('audit')
  await page.locator('.audit-check summary').click()
  await isFit('audit')
  const hash = await page.locator('.audit-days .hash').first().textContent()
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.audit-days a').first().click()])
  expect(await page.locator('.command code').textContent()).toBe(`npm run verify-audit -- ${file.suggestedFilename()}`)
  const rows = readFileSync((await file.path()) ?? '', 'utf8')
    .trim()
    .split('\n')
  expect(JSON.parse(rows[rows.length - 1]).hash).toBe(hash)
})

it('ends an officer’s access and gives it back', async () => {
  await open('petugas')
  const row = page.locator('.officers > li', { hasText: 'Sari Dewi' })
  await row.locator('summary').click()
  await row.locator('.roles').waitFor()
  await row.locator('.officer-password .button.danger').last().click()
  await isFit('end-access')
  await row.locator('.officer-password .button.danger').last().click()
  await row.locator('.badge.bad').waitFor()
  const enter = () => as('POST', '/api/officer/session', '', { username: 'sari', password: sari.password })
  expect((await enter()).json.error.code).toBe('officer-ended')
  await isFit('ended')
  await page.setViewportSize({ width: 1366, height: 768 })
  if (!(await row.locator('.officer-body').isVisible())) await row.locator('summary').click()
  await row.locator('.officer-password .button').click()
  await row.locator('.badge.bad').waitFor({ state: 'detached' })
  expect((await enter()).status).toBe(200)
})

it('leads on to every other page of theirs', async () => {
  await open('lain')
  await isFit('links')
  const links = await page.locator('.links a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links).toEqual(
    expect.arrayContaining(['/petugas/serah', '/skm/kukar', '/petugas/statistik?wilayah=kukar', '/antrean/bukti', '/integritas']),
  )
  for (const link of links) expect([link, (await fetch(server.origin + link)).status]).toEqual([link, 200])
})
