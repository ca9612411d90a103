import { Icon, useText } from '../../shared/index.ts'
import { useCitizen } from './app-context.tsx'

/** Opens who is signed in. */
export function AccountButton() {
  const { app } = useCitizen()
  const { t } = useText()
  const isIn = app.session.value?.role === 'citizen'
  return (
    <button
      type="button"
      class={isIn ? 'icon-button account is-in' : 'icon-button account'}
      aria-label={t(isIn ? 'account.title' : 'sign-in.title')}
      onClick={() => app.open({ kind: 'account' })}
    >
      <Icon name="person" />
    </button>
  )
}
