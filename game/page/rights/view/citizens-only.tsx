import { useText } from '../../shared/index.ts'
import { RightsHead } from './rights-head.tsx'

/** For who has not signed in. */
export function CitizensOnly() {
  const { t } = useText()
  return (
    <div class="page theme-kutai">
      <RightsHead />
      <main class="column rights-main">
        <h1>{t('rights.heading')}</h1>
        <p class="lead">{t('rights.signed-out')}</p>
        <a class="button main" href="/">
          {t('rights.sign-in')}
        </a>
        <p class="soft">{t('rights.signed-out-other')}</p>
      </main>
    </div>
  )
}
