import { useText } from '../../shared/index.ts'
import type { RightsApp } from '../state/rights-app.ts'
import { AccessList } from './access-list.tsx'
import { AskForm } from './ask-form.tsx'
import { BreachNotices } from './breach-notices.tsx'
import { ConsentList } from './consent-list.tsx'
import { ErasePart } from './erase-part.tsx'
import { HoldingList } from './holding-list.tsx'
import { RequestList } from './request-list.tsx'
import { RightsHead } from './rights-head.tsx'

/** A citizen's rights over their data: what is there, who looked, what they agreed to; take it, correct it, erase it. */
export function RightsPage({ app }: { app: RightsApp }) {
  const { t } = useText()
  const { consents, holdings, requests, breaches } = app.rights.value
  return (
    <div class="page theme-kutai">
      <RightsHead />
      <main class="column rights-main">
        <div>
          <h1>{t('rights.heading')}</h1>
          <p class="soft">
            NIK <span class="number">{app.nikMasked}</span>
          </p>
        </div>
        {breaches.length > 0 && <BreachNotices breaches={breaches} />}
        <nav class="shortcuts" aria-label={t('rights.shortcuts')}>
          <a class="button main" href="/api/rights/export" download>
            {t('rights.export')}
          </a>
          <p class="small soft">{t('rights.export-what')}</p>
        </nav>
        <AccessList accesses={app.accesses} />
        <ConsentList consents={consents} onWithdraw={app.withdraw} />
        <HoldingList holdings={holdings} />
        <section class="stack" aria-labelledby="requests-title">
          <h2 id="requests-title">{t('rights.requests')}</h2>
          <p>{t('rights.requests.what')}</p>
          {requests.length > 0 && <RequestList requests={requests} onOpen={app.open} />}
          <AskForm onAsk={app.ask} />
        </section>
        <ErasePart onErase={app.erase} />
        <p class="small soft">{t('rights.law')}</p>
      </main>
    </div>
  )
}
