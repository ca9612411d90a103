import type { Page } from 'playwright-core'
import type { KioskPairing, OtpResponse, OtpVerifyRequest, StandardResponse } from '../../game/api/index.ts'
import { answerQuestions } from '../case-visit/fill-case.ts'
import { madeUpCitizen, readCode } from './run-citizen.ts'

/** Who has to be signed in for a page: nobody in particular, a citizen, or an officer who is an administrator too. */
export type Visitor = 'anybody' | 'citizen' | 'officer'

/** A state of a page beside the list, the mall, the console and the board. `reach` brings it about from wherever the page is. */
export type FurtherState = {
  readonly name: string
  readonly as: Visitor
  readonly reach: (visit: { readonly page: Page; readonly origin: string }) => Promise<void>
}

const region = 'kukar'
const service = 'kk-baru'
/** An address whose page has arrived when this is there. */
const at = (name: string, as: Visitor, path: string, there: string): FurtherState => ({
  name,
  as,
  async reach({ page, origin }) {
    await page.goto(origin + path)
    await page.locator(there).first().waitFor()
  },
})
/** The part of the administrator's page by its place in the address. */
const adminPart = (part: string): FurtherState => ({
  name: `administrator, ${part}`,
  as: 'officer',
  async reach({ page, origin }) {
    // The part stands behind the #, which alone loads nothing.
    await page.goto('about:blank')
    await page.goto(`${origin}/admin?wilayah=${region}#${part}`)
    await page.locator('.admin-main h1, .admin-main h2').first().waitFor()
  },
})

/** Pages that are opened by their address, one after the other; the ticket is the one that the kiosk has given. */
export const furtherStates: readonly FurtherState[] = [
  at('a service on the list', 'anybody', `/${region}?layanan=${service}`, 'dialog.sheet h3'),
  at('check a document', 'anybody', '/cek', 'input'),
  at('a document that nobody issued', 'anybody', '/cek/ABCD2345EFGH6789', '.verdict h1, input'),
  at('proof of a day', 'anybody', `/antrean/bukti?wilayah=${region}`, 'h1'),
  at('satisfaction', 'anybody', `/skm/${region}`, 'h1'),
  at('complaints', 'anybody', `/pengaduan?wilayah=${region}`, '.voice-home, h1'),
  {
    name: 'a complaint is written',
    as: 'anybody',
    async reach({ page }) {
      await page.locator('main button').first().click()
      await page.locator('textarea').first().waitFor()
    },
  },
  at('documents, signed out', 'anybody', '/dokumen', 'h1'),
  at('own data, signed out', 'anybody', '/data-saya', 'h1'),
  at('what is still to answer', 'citizen', `/ajukan/${region}/${service}`, '.case-next'),
  {
    name: 'an answer is missing',
    as: 'citizen',
    async reach({ page }) {
      await page.locator('.case-next').click()
      await page.locator('.case-field.wrong').first().waitFor()
    },
  },
  {
    name: 'papers are asked for',
    as: 'citizen',
    async reach({ page, origin }) {
      const answer = await page.context().request.get(`${origin}/api/regions/${region}/services/${service}/standard`)
      await answerQuestions(page, (await answer.json()) as StandardResponse)
      await page.locator('.case-paper').first().waitFor()
    },
  },
  at('own cases', 'citizen', '/perkara', 'h1'),
  at('own documents', 'citizen', '/dokumen', 'h1'),
  at('own data', 'citizen', '/data-saya', 'h1'),
  at('ways of being told', 'citizen', '/kabar', 'h1'),
  {
    name: 'cases at the desk',
    as: 'officer',
    async reach({ page, origin }) {
      // The place stands behind the #, which alone loads nothing.
      await page.goto('about:blank')
      await page.goto(`${origin}/petugas#berkas`)
      await page.locator('.case-tabs').waitFor()
    },
  },
  at('figures of a day', 'officer', `/petugas/statistik?wilayah=${region}`, 'h1'),
  ...['jam', 'aturan', 'libur', 'ruang', 'petugas', 'privasi', 'audit', 'lain'].map(adminPart),
  at('reconciliation', 'officer', `/admin/rekonsiliasi?wilayah=${region}`, 'h1'),
  at('hand over', 'officer', '/petugas/serah', '#asked'),
  at('integrity', 'officer', `/integritas?wilayah=${region}`, '.desk-tabs'),
  at('kiosk, not paired', 'anybody', `/kiosk?wilayah=${region}`, 'h1'),
  {
    name: 'kiosk, start',
    as: 'officer',
    async reach({ page, origin }) {
      const answer = await page.context().request.get(`${origin}/api/officer/kiosk?region=${region}`)
      const { path } = (await answer.json()) as KioskPairing
      await page.goto('about:blank')
      await page.goto(origin + path)
      await page.locator('.start-tile').first().waitFor()
    },
  },
  {
    name: 'kiosk, services',
    as: 'officer',
    async reach({ page }) {
      await page.locator('.start-tile').first().click()
      await page.locator('.frequent .line-tile').first().click()
      await page.locator('.service-tile').first().waitFor()
    },
  },
  {
    name: 'kiosk, a number',
    as: 'officer',
    async reach({ page }) {
      await page.locator('.service-tile').first().click()
      await page.locator('.big-label').waitFor()
    },
  },
  {
    name: 'a ticket by its code',
    as: 'officer',
    async reach({ page, origin }) {
      const code = (await page.locator('.along-code strong').textContent()) ?? ''
      await page.goto(`${origin}/tiket/${code.replaceAll(' ', '')}`)
      await page.locator('h1').first().waitFor()
    },
  },
]

/** Signs somebody in with the cookie of this page's browser, as their sign-in pages do. @throws Error with the answer that was not expected */
export async function signInAs(
  page: Page,
  origin: string,
  visitor: Visitor,
  officer: { readonly username: string; readonly password: string },
): Promise<void> {
  if (visitor === 'anybody') return
  const { request } = page.context()
  const post = async (path: string, data: unknown): Promise<unknown> => {
    const answer = await request.post(origin + path, { data, headers: { origin } })
    if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`)
    return answer.json()
  }
  if (visitor === 'officer') {
    await post('/api/officer/session', officer)
    return
  }
  const { nik, phone } = madeUpCitizen(0)
  const { challenge } = (await post('/api/session/otp', { nik, phone })) as OtpResponse
  const code = readCode(await (await request.get(`${origin}/demo/kode`)).text(), nik)
  await post('/api/session/otp/verify', { challenge, code } satisfies OtpVerifyRequest)
}
