import { useState } from 'preact/hooks'
import type { AdminOfficer, AdminOfficers, FirstPassword } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'
import { FirstPasswordCard } from './first-password-card.tsx'
import { NewOfficer } from './new-officer.tsx'
import { NotYet } from './not-yet.tsx'
import { OfficerAccess } from './officer-access.tsx'
import { OfficerRoles } from './officer-roles.tsx'
import { useLoaded } from './use-loaded.ts'

/** Who works here, in which roles, and how they come in. */
export function OfficersPart() {
  const admin = useAdmin()
  const { t } = useText()
  const path = `/api/admin/officers?region=${encodeURIComponent(admin.region.value.slug)}`
  const loaded = useLoaded<AdminOfficers>(path)
  const [given, setGiven] = useState<FirstPassword | null>(null)
  const show = (made: FirstPassword) => {
    setGiven(made)
    loaded.again()
  }
  return (
    <section class="admin-part" aria-labelledby="part-title">
      <h1 id="part-title">{t('admin.part.petugas')}</h1>
      <p class="soft">{t('admin.officers.how')}</p>
      {given !== null && <FirstPasswordCard given={given} onClose={() => setGiven(null)} />}
      <NewOfficer onMade={show} />
      {loaded.value === null ? (
        <NotYet hasFailed={loaded.hasFailed} onRetry={loaded.again} />
      ) : (
        <>
          <h2>{t('admin.officers.list', { count: loaded.value.officers.length })}</h2>
          <ul class="officers">
            {loaded.value.officers.map((officer) => (
              <li key={officer.id} class="card">
                <OfficerRow officer={officer} onGiven={show} onChanged={loaded.again} />
              </li>
            ))}
          </ul>
          <p class="small soft">{t('admin.officers.known')}</p>
        </>
      )}
    </section>
  )
}

function OfficerRow(props: { officer: AdminOfficer; onGiven: (made: FirstPassword) => void; onChanged: () => void }) {
  const { officer } = props
  const admin = useAdmin()
  const { t } = useText()
  const [isAsked, setAsked] = useState(false)
  const agency = admin.catalogue.value?.agencies.find(({ slug }) => slug === officer.agency)
  const place =
    officer.region === null
      ? t('admin.officers.everywhere')
      : officer.agency === null
        ? t('admin.officers.region')
        : (agency?.shortName ?? officer.agency)
  const give = async () => {
    setAsked(false)
    const path = `/api/admin/officers/${encodeURIComponent(officer.id)}/password`
    const made = await admin.run(() => admin.call<FirstPassword>('POST', path))
    if (made !== null) props.onGiven(made)
  }
  return (
    <details
      class="officer-row"
      onToggle={() => {
        setAsked(false)
      }}
    >
      <summary>
        <span class="officer-words">
          <strong>{officer.name}</strong>
          <span class="small soft">
            {place}
            {officer.username !== null && ` · ${officer.username}`}
          </span>
        </span>
        {officer.isEnded && <span class="badge bad">{t('admin.officers.ended')}</span>}
        {officer.isPasswordFirst && !officer.isEnded && <span class="badge warn">{t('admin.officers.first')}</span>}
        {officer.username === null && <span class="badge">{t('admin.officers.elsewhere')}</span>}
        <span class="officer-more">{t('admin.officers.more')}</span>
      </summary>
      <div class="officer-body">
        {officer.region === null ? <p class="soft">{t('admin.officers.first-account')}</p> : <OfficerRoles officer={officer.id} />}
        {officer.username !== null && !officer.isEnded && (
          <div class="officer-password">
            {isAsked ? (
              <>
                <p>{t('admin.officers.password-sure', { name: officer.name })}</p>
                <button type="button" class="button" onClick={() => setAsked(false)}>
                  {t('admin.no')}
                </button>
                <button type="button" class="button danger" aria-disabled={admin.isBusy.value} onClick={() => void give()}>
                  {t('admin.officers.password-yes')}
                </button>
              </>
            ) : (
              <button type="button" class="button" onClick={() => setAsked(true)}>
                {t('admin.officers.password')}
              </button>
            )}
          </div>
        )}
        <OfficerAccess officer={officer} onChanged={props.onChanged} />
      </div>
    </details>
  )
}
