import './case.css'
import { createTranslate, TextProvider, type Messages, type Text } from '../../shared/index.ts'
import type { Citizen } from '../app/app-context.tsx'
import { mount } from '../app/live-parts.tsx'
import { readCaseAddress } from './address.ts'
import { createCaseApp } from './state/case-app.ts'
import { CaseProvider } from './view/case-context.tsx'
import { CasePage } from './view/case-page.tsx'

const words = import.meta.glob<Messages>('../../../../assets/locales/*/case.json', { import: 'default' })

/**
 * The citizen's side of cases in its place on the page: filling in a form, what is on its way, what the server has.
 * @throws TypeError when its words are missing from the build, or what the network threw while they were fetched
 */
export async function openCasePage(citizen: Citizen, place: Element): Promise<void> {
  const address = readCaseAddress(location.pathname)
  if (address === null) return
  const text = await ownText(citizen.app.text)
  const caseApp = await createCaseApp(citizen.app, text)
  mount(
    citizen,
    place,
    <TextProvider text={text}>
      <CaseProvider value={caseApp}>
        <CasePage address={address} />
      </CaseProvider>
    </TextProvider>,
  )
}

/** The page's own words, and those of this part. */
async function ownText({ language, t }: Text): Promise<Text> {
  const own = await words[`../../../../assets/locales/${language}/case.json`]()
  const ownT = createTranslate(own)
  return { language, t: (key, values) => (key in own ? ownT(key, values) : t(key, values)) }
}
