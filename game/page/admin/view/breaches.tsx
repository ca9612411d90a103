import type { BreachesResponse, BreachView } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { BreachCard } from './breach-card.tsx'
import { NewBreach } from './new-breach.tsx'
import { NotYet } from './not-yet.tsx'
import { useLoaded } from './use-loaded.ts'

/** The register of breaches. No line leaves it. */
export function Breaches() {
  const admin = useAdmin()
  const { t } = useText()
  const loaded = useLoaded<BreachesResponse>(`/api/admin/breaches?region=${encodeURIComponent(admin.region.value.slug)}`)
  const breaches = [...(loaded.value?.breaches ?? [])].sort((a, b) => b.foundAt.localeCompare(a.foundAt))
  const keep = (breach: BreachView) => loaded.put({ breaches: [...breaches.filter(({ id }) => id !== breach.id), breach] })
  return (
    <section class="admin-part" aria-labelledby="breaches-title">
      <h2 id="breaches-title">{t('admin.breaches')}</h2>
      <p class="soft">{t('admin.breaches.how')}</p>
      {loaded.value === null ? (
        <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />
      ) : (
        <>
          <NewBreach onKept={keep} />
          {breaches.length === 0 && <p class="card quiet-card soft">{t('admin.breaches.none')}</p>}
          <ul class="officers">
            {breaches.map((breach) => (
              <li key={breach.id} class="card">
                <BreachCard breach={breach} onKept={keep} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
