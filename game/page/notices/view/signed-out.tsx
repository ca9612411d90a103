import { useText } from '../../shared/index.ts'
import { NoticesHead } from './notices-head.tsx'

/** For who has not signed in. */
export function SignedOut() {
  const { t } = useText()
  return (
    <div class="page theme-kutai">
      <NoticesHead />
      <main class="column notices-main">
        <h1>{t('notices.heading')}</h1>
        <p class="lead">{t('notices.signed-out')}</p>
        <a class="button main" href="/">
          {t('notices.sign-in')}
        </a>
      </main>
    </div>
  )
}
