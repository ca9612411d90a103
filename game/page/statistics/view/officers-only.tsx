import { useText } from '../../shared/index.ts'

/** For who has not signed in, and for accounts that may not see figures. */
export function OfficersOnly(props: { isForbidden: boolean }) {
  const { t } = useText()
  return (
    <main class="page theme-kutai middle">
      <div class="card plain-card stack">
        <h1>{t('statistics.officers')}</h1>
        <p>{t(props.isForbidden ? 'statistics.officers.forbidden' : 'statistics.officers.sign-in')}</p>
        <a class="button main" href="/petugas">
          {t('statistics.officers.go')}
        </a>
      </div>
    </main>
  )
}
