import { Busy, useText } from '../../shared/index.ts'

/** While a part is on its way; when it did not come, the second try. */
export function NotYet(props: { hasFailed: boolean; onRetry: () => void }) {
  const { t } = useText()
  return (
    <div class="not-yet">
      {props.hasFailed ? (
        <button type="button" class="button" onClick={props.onRetry}>
          {t('admin.retry')}
        </button>
      ) : (
        <Busy>{t('admin.loading')}</Busy>
      )}
    </div>
  )
}
