import { useEffect, useRef } from 'preact/hooks'
import type { FirstPassword } from '../../../api/index.ts'
import { formatDate, formatTime, useText } from '../../shared/index.ts'
import { useAdmin } from '../state/admin.ts'

/** The password that is told once. It is read aloud or written down, so it stands large and in groups. */
export function FirstPasswordCard(props: { given: FirstPassword; onClose: () => void }) {
  const { officer, password, until } = props.given
  const admin = useAdmin()
  const { language, t } = useText()
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [password])
  const zone = admin.region.value.timeZone
  return (
    <section ref={place} tabIndex={-1} class="card first-password" aria-labelledby="first-password-title">
      <h2 id="first-password-title">{t('admin.first.title', { name: officer.name })}</h2>
      <p class="first-password-name">
        {t('admin.officers.username')}: <strong>{officer.username}</strong>
      </p>
      <p class="first-password-text">{password}</p>
      <p>{t('admin.first.how', { day: formatDate(until, language, zone), time: formatTime(until, language, zone) })}</p>
      <button type="button" class="button" onClick={props.onClose}>
        {t('admin.first.close')}
      </button>
    </section>
  )
}
