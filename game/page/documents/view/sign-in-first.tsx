import { useText } from '../../shared/index.ts'
import { Frame } from './frame.tsx'

/** For who has not signed in, or as somebody else. */
export function SignInFirst(props: { isDesk: boolean }) {
  const { t } = useText()
  const { isDesk } = props
  return (
    <Frame isDesk={isDesk}>
      <h1>{t(isDesk ? 'documents.desk.heading' : 'documents.heading')}</h1>
      <p>{t(isDesk ? 'documents.desk.signed-out' : 'documents.signed-out')}</p>
      <a class="button main" href={isDesk ? '/petugas' : '/'}>
        {t('documents.sign-in')}
      </a>
      {!isDesk && <p class="soft">{t('documents.no-phone')}</p>}
    </Frame>
  )
}
