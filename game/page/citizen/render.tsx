import { render as renderToString } from 'preact-render-to-string'
import { createTranslate, TextProvider, type Messages } from '../shared/index.ts'
import { seedBlock, type CitizenPageData } from './page-data.ts'
import { PageView } from './page/page-view.tsx'
import { pageTitle } from './page/page-title.ts'

const files = import.meta.glob<Messages>('../../../assets/locales/*/{common,citizen}.json', { eager: true, import: 'default' })

/**
 * The citizen's page as one HTML text: all of it can be read before, and without, any script.
 * @param shell the built `dist/client/citizen.html`, with the addresses of the style sheet and the script.
 * @throws TypeError when the shell has no place for the page.
 */
export function renderCitizenPage(shell: string, data: CitizenPageData): string {
  const place = '<!--page-->'
  if (!shell.includes(place)) throw new TypeError(`shell must be the built citizen.html with ${place} in it; build the pages again`)
  const messages = messagesOf(data.language)
  const t = createTranslate(messages)
  const body = renderToString(
    <TextProvider text={{ language: data.language, t }}>
      <PageView data={data} />
    </TextProvider>,
  )
  const seed = seedBlock({ language: data.language, region: data.region, config: data.config, messages: clientMessages(messages) })
  // Functions, so that a `$` in a text is only a dollar.
  return shell
    .replace('<html lang="id">', () => `<html lang="${data.language}">`)
    .replace(/<title>[^<]*<\/title>/, () => renderToString(<title>{pageTitle(data, t)}</title>))
    .replace(place, () => body + seed)
}

function messagesOf(language: string): Messages {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  return Object.assign({}, ...own.map(([, messages]) => messages)) as Messages
}

/** What only the server writes, and what the sheets bring with them when they come. */
const laterWords = ['page', 'taking', 'called', 'sign-in', 'account', 'survey', 'agency', 'wish', 'book', 'claim']
/** On the button for the account, before any sheet. */
const firstWords = ['account.title', 'sign-in.title']

function clientMessages(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => firstWords.includes(key) || !laterWords.includes(key.split('.')[0])))
}
