import { useText } from '../../shared/index.ts'

/** For who has not signed in, and for officers who are no administrators. */
export function AdminsOnly(props: { isForbidden: boolean }) {
  const { t } = useText()
  return (
    <main class="page theme-kutai middle">
      <div class="card plain-card stack">
        <h1>{t('admin.only')}</h1>
        <p>{t(props.isForbidden ? 'admin.only.forbidden' : 'admin.only.sign-in')}</p>
        <a class="button main" href="/petugas">
          {t('admin.only.go')}
        </a>
      </div>
    </main>
  )
}
