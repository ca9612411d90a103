import type { Page } from 'playwright-core'
import type { StandardResponse } from '../../game/api/index.ts'
import type { Field, TextField } from '../../game/case/index.ts'
import { paperPhoto } from './paper-photo.ts'

/** What is typed where the form asks for it; everything else gets something of its kind. */
export type Answers = Readonly<Record<string, string>>

/**
 * Goes through the questions of an open form as a person does, up to its papers, or up to the last look where none are asked.
 * @throws Error when a screen cannot be left, with what it complains of
 */
export async function answerQuestions(page: Page, standard: StandardResponse, answers: Answers = {}): Promise<void> {
  const fields = standard.form?.properties ?? {}
  for (let screen = 0; screen < 20; screen++) {
    const heading = await page.locator('.case-form h1').textContent()
    if (/berkas|Periksa/.test(heading ?? '') || (await page.locator('.case-paper').count()) > 0) return
    for (const box of await page.locator('.case-field').all()) {
      const name = (await box.getAttribute('data-field')) ?? ''
      await answerOne(page, name, fields[name], answers[name])
    }
    // A choice may have opened another question.
    for (const box of await page.locator('.case-field').all()) {
      const name = (await box.getAttribute('data-field')) ?? ''
      if (!(await isAnswered(page, name))) await answerOne(page, name, fields[name], answers[name])
    }
    const before = await page.locator('.case-form .progress').textContent()
    await page.locator('.case-next').click()
    await page.waitForFunction(
      (text) =>
        document.querySelector('.case-form .progress')?.textContent !== text || document.querySelector('.case-field.wrong') !== null,
      before,
    )
    const wrong = await page.locator('.case-field.wrong').allTextContents()
    if (wrong.length > 0) throw new Error(`the screen cannot be left: ${wrong.join('; ')}`)
  }
  throw new Error('the questions have no end')
}

async function isAnswered(page: Page, name: string): Promise<boolean> {
  return page.locator(`[data-field="${name}"]`).evaluate((box) => {
    const inputs = [...box.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea')]
    return inputs.some((input) => (input instanceof HTMLInputElement && input.type === 'radio' ? input.checked : input.value !== ''))
  })
}

async function answerOne(page: Page, name: string, field: Field, given: string | undefined): Promise<void> {
  const box = page.locator(`[data-field="${name}"]`)
  const input = page.locator(`#f-${name}`)
  if (field.type === 'boolean') await box.locator('.case-choice').first().click()
  else if (field.type === 'integer') await input.fill(given ?? String(field.minimum ?? 2))
  else if (field.oneOf !== undefined) {
    const at = Math.max(
      0,
      field.oneOf.findIndex((choice) => choice.const === given),
    )
    if ((await input.count()) > 0) await input.selectOption(field.oneOf[at].const)
    else await box.locator('.case-choice').nth(at).click()
  } else if (field.format === 'date')
    await answerDay(page, name, given ?? (field['x-limit'] === 'not-before-today' ? '2030-05-17' : '1980-05-17'))
  else await input.fill(given ?? plainText(field))
}

async function answerDay(page: Page, name: string, day: string): Promise<void> {
  const box = page.locator(`[data-field="${name}"]`)
  const [year, month, date] = day.split('-')
  await box.locator('input').first().fill(date)
  await box.locator('select').selectOption(month)
  await box.locator('input').last().fill(year)
}

function plainText({ format, pattern = '', minLength = 0 }: TextField): string {
  const digits = /(?:\\d|\[0-9\])\{(\d+)/.exec(pattern)
  if (digits) return '6402010105800001'.slice(0, Number(digits[1]))
  if (format === 'nik') return '6402010105800001'
  if (format === 'phone') return '081255500001'
  if (format === 'email') return 'siti@contoh.id'
  return 'Siti Aminah, Jalan Mawar 5'.padEnd(minLength, ' 5')
}

/** Gives every paper that is asked for a photograph and ticks it; dates of expiry are far off. */
export async function addPapers(page: Page): Promise<number> {
  const cards = await page.locator('.case-paper').all()
  for (const [index, card] of cards.entries()) {
    await card
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'foto.jpg',
        mimeType: 'image/jpeg',
        buffer: await paperPhoto(index + 1, `BERKAS ${index + 1}`),
      })
    await card.getByText('Berkas Anda').waitFor({ timeout: 30_000 })
    const expiry = card.locator('.case-day')
    if ((await expiry.count()) > 0) {
      await expiry.locator('input').first().fill('17')
      await expiry.locator('select').selectOption('05')
      await expiry.locator('input').last().fill('2031')
    }
    await card.locator('.case-tick').click()
    await card.and(page.locator('.is-ready')).waitFor()
  }
  return cards.length
}

/** The last screen: says that it is true, and sends. */
export async function declareAndSend(page: Page): Promise<void> {
  await page.locator('.case-tick').last().click()
  await page.locator('.case-next').click()
  await page.locator('.case-way').waitFor()
}
