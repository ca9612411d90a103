import { useEffect } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'

/** Keeps what was changed, or lets it be. Says what is wrong before anything is sent, and what holds after. */
export function SaveBar(props: { isChanged: boolean; wrong: string | null; onSave: () => void; onUndo: () => void }) {
  const { isChanged, wrong } = props
  const admin = useAdmin()
  const { t } = useText()
  const isBusy = admin.isBusy.value
  const isOff = !isChanged || wrong !== null || isBusy
  useEffect(() => {
    admin.isChanged.value = isChanged
    if (isChanged) admin.done.value = null
  }, [isChanged])
  const done = admin.done.value
  const look = isChanged ? 'save-bar is-changed' : done === null ? 'save-bar' : 'save-bar is-said'
  return (
    <div class={look}>
      <p role="status" class={wrong !== null && isChanged ? 'save-wrong' : undefined}>
        {isChanged ? (wrong ?? t('admin.changed')) : done === null ? t('admin.unchanged') : done}
      </p>
      {isChanged && (
        <button type="button" class="button" onClick={props.onUndo}>
          {t('admin.undo')}
        </button>
      )}
      <button
        type="button"
        class="button main"
        aria-disabled={isOff}
        aria-busy={isBusy}
        onClick={() => {
          if (!isOff) props.onSave()
        }}
      >
        {isBusy ? <span class="spinner" aria-hidden="true" /> : <Icon name="check" size={20} />}
        {t('admin.save')}
      </button>
    </div>
  )
}
