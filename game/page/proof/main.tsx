import { CodedError } from '@balai/engine/core'
import { render } from 'preact'
import type { CatalogueResponse, ProofDays, RegionsResponse } from '../../api/index.ts'
import { createApiCall, createTranslate, loadMessages, pageLanguage, rememberLanguage, TextProvider, type Text } from '../shared/index.ts'
import { createBreath } from './check/breathe.ts'
import { checkExport } from './check/check-export.ts'
import { createWebSha256 } from './check/web-sha256.ts'
import { exportPath, readAddress } from './proof-address.ts'
import { createRegionClock, dayIn } from './region-time.ts'
import { fetchExport } from './state/fetch-export.ts'
import { createProofApp, type ProofApp } from './state/proof-app.ts'
import { ChooseRegion } from './view/choose-region.tsx'
import { ProofView } from './view/proof-view.tsx'
import { StartFailed } from './view/start-failed.tsx'

/** So many events are checked without being asked: about 90 kB. */
const freelyChecked = 1000

const place = document.getElementById('app')
if (place) void begin(place)
// Another receipt pasted into the address is another question.
window.addEventListener('hashchange', () => location.reload())

async function begin(root: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  try {
    const messages = await loadMessages(language, ['common', 'proof'])
    await show(root, { language, t: createTranslate(messages) })
  } catch {
    render(<StartFailed language={language} onRetry={() => location.reload()} />, root)
  }
}

async function show(root: HTMLElement, text: Text): Promise<void> {
  const address = readAddress(location)
  const call = createApiCall({ language: text.language, fetch: (input, init) => fetch(input, init) })
  const { regions } = await call<RegionsResponse>('GET', '/api/regions')
  const region = regions.find(({ slug }) => slug === address.region)
  if (region === undefined) {
    document.title = text.t('proof.title')
    render(
      <TextProvider text={text}>
        <ChooseRegion regions={regions} day={address.day} isUnknown={address.region !== null} />
      </TextProvider>,
      root,
    )
    return
  }
  const today = dayIn(region.timeZone, Date.now())
  const day = address.day ?? today
  const path = `/api/regions/${encodeURIComponent(region.slug)}`
  const [catalogue, days] = await Promise.all([
    call<CatalogueResponse>('GET', `${path}/catalogue`),
    call<ProofDays>('GET', `${path}/proof/${day}`).catch(noneOf(day)),
  ])
  const sha256 = createWebSha256(globalThis.crypto?.subtle)
  const app = createProofApp({
    days,
    region: region.slug,
    async load(group, onLine) {
      if (sha256 === null) throw new CodedError('no-crypto', 'this address has no https; open the page at one that has')
      const record = await fetchExport(exportPath(region.slug, day, group), {
        language: text.language,
        fetch: (input, init) => fetch(input, init),
      })
      const breathe = createBreath(
        () => performance.now(),
        () => new Promise((done) => setTimeout(done)),
      )
      return checkExport(record, { sha256, breathe, onLine })
    },
  })
  document.title = text.t('proof.title.region', { region: region.name })
  render(
    <TextProvider text={text}>
      <ProofView
        app={app}
        catalogue={catalogue}
        clock={createRegionClock(region.timeZone, text.language)}
        today={today}
        canCheck={sha256 !== null}
        receipt={address.receipt ?? ''}
      />
    </TextProvider>,
    root,
  )
  if (sha256 !== null) start(app, { receipt: address.receipt, group: address.group })
}

/** What the address asks for, and the whole day where that costs little. */
function start(app: ProofApp, asked: { readonly receipt: string | null; readonly group: string | null }): void {
  if (asked.receipt !== null) void app.find(asked.receipt, asked.group)
  else if (app.lines.some(({ group }) => group === asked.group)) void app.check(asked.group ?? '')
  if (app.progress.peek().of <= freelyChecked) void app.checkAll()
}

/** A day of which nothing is kept is a day without lines. */
function noneOf(day: string): (error: unknown) => ProofDays {
  return (error) => {
    if (error instanceof CodedError && error.code === 'no-proof') return { day, lines: [] }
    throw error
  }
}
