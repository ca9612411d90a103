import type { Browser, BrowserContext, Page } from 'playwright-core'

/** A person at a browser of their own. `problems` holds what their page complained of. */
export type Person = { readonly page: Page; readonly context: BrowserContext; readonly problems: string[] }

/** Opens an address as somebody new: on a phone, or at an office machine. */
export async function meet(browser: Browser, address: string, device: 'phone' | 'office'): Promise<Person> {
  const context = await browser.newContext({
    viewport: device === 'phone' ? { width: 360, height: 740 } : { width: 1366, height: 768 },
    hasTouch: device === 'phone',
    isMobile: device === 'phone',
    locale: 'id-ID',
    permissions: ['camera', 'microphone'],
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(address)
  return { page, context, problems }
}

/** A NIK that can be, of a person born on 1 May 1980, by serial. */
export const nikOf = (serial: number): string => `640201010580${String(serial).padStart(4, '0')}`

/** Waits until a text is in sight; the same words may also stand in parts that are hidden now. */
export async function sees({ page }: Person, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor()
}

/** Presses the first "Ambil antrean" in sight: a button once the page is alive, a link before. */
export async function takeNumber({ page }: Person): Promise<void> {
  const name = /Ambil antrean/
  await page.getByRole('button', { name }).or(page.getByRole('link', { name })).filter({ visible: true }).first().click()
}

/** Signs a citizen in through the open sign-in sheet; the one-time code is read where the demonstration shows it. */
export async function signIn({ page, context }: Person, origin: string, serial: number): Promise<void> {
  await page.getByRole('textbox', { name: 'NIK' }).fill(nikOf(serial))
  await page.getByLabel('Nomor ponsel').fill(`0812555${String(serial).padStart(5, '0')}`)
  await page.getByRole('button', { name: 'Kirim kode' }).click()
  await page.getByLabel('Kode 6 angka').waitFor()
  const demo = await context.request.get(`${origin}/demo/kode`)
  const code = /\b(\d{6})\b/.exec((await demo.text()).replace(/<style[\s\S]*?<\/style>/g, ''))?.[1] ?? ''
  await page.getByLabel('Kode 6 angka').fill(code)
  // Six digits may send themselves; the button is there for those who prefer to press one.
  const enter = page.getByRole('dialog').getByRole('button', { name: 'Masuk', exact: true })
  await enter.click({ timeout: 3000 }).catch(() => undefined)
}

/** Signs an officer in and opens a counter by region and label. */
export async function openCounter(
  officer: Person,
  account: { username: string; password: string },
  region: string,
  label: string,
): Promise<void> {
  const { page } = officer
  await page.getByLabel('Nama pengguna').fill(account.username)
  await page.getByLabel('Kata sandi').fill(account.password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.locator('#find-region').selectOption({ label: region })
  await page
    .locator('.counter-row', { has: page.locator('.counter-number', { hasText: new RegExp(`${label}$`) }) })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Antrean', exact: true }).waitFor()
}
