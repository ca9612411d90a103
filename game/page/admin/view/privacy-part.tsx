import { useText } from '../../shared/index.ts'
import { Breaches } from './breaches.tsx'
import { DataRequests } from './data-requests.tsx'

/** What is owed to people about their data: answers, and the truth when it was not kept safe. */
export function PrivacyPart() {
  const { t } = useText()
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.privasi')}</h1>
      <p class="soft">{t('admin.privacy.how')}</p>
      <DataRequests />
      <Breaches />
    </section>
  )
}
