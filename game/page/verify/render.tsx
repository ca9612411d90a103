import { render as renderToString } from 'preact-render-to-string'
import { createTranslate, TextProvider, type Messages } from '../shared/index.ts'
import { seedBlock, type VerifyPageData } from './page-data.ts'
import { VerifyPage } from './view/verify-page.tsx'

const files = import.meta.glob<Messages>('../../../assets/locales/*/{common,verify}.json', { eager: true, import: 'default' })
/** Of the common words, those that this page says. */
const commonWords = ['language.other']

/**
 * The verification page as one HTML text: the verdict can be read before, and without, any script.
 * @param shell the built `dist/client/cek.html`
 * @throws TypeError when the shell has no place for the page
 */
export function renderVerifyPage(shell: string, data: VerifyPageData): string {
  const place = '<!--page-->'
  if (!shell.includes(place)) throw new TypeError(`shell must be the built cek.html with ${place} in it; build the pages again`)
  const messages = messagesOf(data.language)
  const t = createTranslate(messages)
  const body = renderToString(
    <TextProvider text={{ language: data.language, t }}>
      <VerifyPage data={data} />
    </TextProvider>,
  )
  // Functions, so that a `$` in a text is only a dollar.
  return shell
    .replace('<html lang="id">', () => `<html lang="${data.language}">`)
    .replace(/<title>[^<]*<\/title>/, () => renderToString(<title>{t('verify.title')}</title>))
    .replace(place, () => `<div id="app">${body}</div>${seedBlock({ ...data, messages })}`)
}

function messagesOf(language: string): Messages {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  const all = Object.assign({}, ...own.map(([, messages]) => messages)) as Messages
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('verify.') || commonWords.includes(key)))
}
