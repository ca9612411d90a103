import { useState } from 'preact/hooks'
import type { AdminOfficer } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'

/** Ending somebody's access, after one question; and giving it back, which harms nobody and asks none. */
export function OfficerAccess(props: { officer: AdminOfficer; onChanged: () => void }) {
  const { id, name, isEnded } = props.officer
  const admin = useAdmin()
  const { t } = useText()
  const [isAsked, setAsked] = useState(false)
  const change = async (act: 'end' | 'give-back') => {
    setAsked(false)
    const answer = await admin.run(() => admin.call<AdminOfficer>('POST', `/api/admin/officers/${encodeURIComponent(id)}/${act}`))
    if (answer !== null) props.onChanged()
  }
  if (isEnded) {
    return (
      <div class="officer-password">
        <p>{t('admin.access.ended')}</p>
        <button type="button" class="button" aria-disabled={admin.isBusy.value} onClick={() => void change('give-back')}>
          {t('admin.access.give-back')}
        </button>
      </div>
    )
  }
  return (
    <div class="officer-password">
      {isAsked ? (
        <>
          <p>{t('admin.access.sure', { name })}</p>
          <button type="button" class="button" onClick={() => setAsked(false)}>
            {t('admin.no')}
          </button>
          <button type="button" class="button danger" aria-disabled={admin.isBusy.value} onClick={() => void change('end')}>
            {t('admin.access.yes')}
          </button>
        </>
      ) : (
        <button type="button" class="button danger" onClick={() => setAsked(true)}>
          {t('admin.access.end')}
        </button>
      )}
    </div>
  )
}
