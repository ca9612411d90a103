import { CodedError } from '@balai/engine/core'
import { render, type ComponentChild } from 'preact'
import type { AdminStart, ConfigResponse } from '../../api/index.ts'
import {
  Busy,
  callSentence,
  createApiCall,
  createTranslate,
  loadMessages,
  Notice,
  pageLanguage,
  rememberLanguage,
  TextProvider,
  type ApiCall,
  type Text,
} from '../shared/index.ts'
import { placeOfPath } from './payment-path.ts'
import { createFeeApp } from './state/fee-app.ts'
import { createCsvSender, createTreasuryApp } from './state/treasury-app.ts'
import { BankView } from './view/bank-view.tsx'
import { FeeView } from './view/fee-view.tsx'
import { Frame } from './view/frame.tsx'
import { TreasuryView } from './view/treasury-view.tsx'

const retryMs = 3_000
const root = document.getElementById('app')
if (root) void begin(root)

async function begin(to: HTMLElement): Promise<void> {
  const language = pageLanguage({ search: location.search, cookie: document.cookie })
  rememberLanguage(language)
  for (;;) {
    try {
      const text: Text = { language, t: createTranslate(await loadMessages(language, ['common', 'payment'])) }
      document.title = text.t('payment.page')
      render(<TextProvider text={text}>{await pageOf(text)}</TextProvider>, to)
      return
    } catch {
      render(<Busy>…</Busy>, to)
      await new Promise((done) => setTimeout(done, retryMs))
    }
  }
}

async function pageOf(text: Text): Promise<ComponentChild> {
  const call = createApiCall({ language: text.language, fetch: (input, init) => fetch(input, init) })
  const url = `${location.pathname}${location.search}`
  const place = placeOfPath(location.pathname)
  if (place.kind === 'fee') {
    const onShown = (listener: () => void) => document.addEventListener('visibilitychange', listener)
    const app = createFeeApp({ case: place.case, call, text, isShown: () => !document.hidden, onShown })
    return <FeeView app={app} url={url} />
  }
  if (place.kind === 'bank') return <BankView call={call} reference={place.reference} url={url} />
  return treasury(call, text, url)
}

async function treasury(call: ApiCall, text: Text, url: string): Promise<ComponentChild> {
  try {
    const [start, config] = await Promise.all([call<AdminStart>('GET', '/api/admin'), call<ConfigResponse>('GET', '/api/config')])
    const asked = new URLSearchParams(location.search).get('wilayah')
    const region = start.regions.find(({ slug }) => slug === asked) ?? start.regions[0]
    const sendCsv = createCsvSender(text.language, (input, init) => fetch(input, init))
    const app = createTreasuryApp({ regions: start.regions, region: region.slug, call, text, sendCsv })
    return <TreasuryView app={app} url={url} isDemo={config.isDemo} />
  } catch (error) {
    if (!(error instanceof CodedError) || (error.code !== 'sign-in-required' && error.code !== 'forbidden')) throw error
    return (
      <Frame title={text.t('payment.treasury')} url={url} isDemo={false}>
        <Notice tone="warn">{callSentence(error, text.t)}</Notice>
        <a class="button main" href="/petugas">
          {text.t('payment.sign-in')}
        </a>
      </Frame>
    )
  }
}
