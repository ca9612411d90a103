import type { AgencyStateView } from '../../../api/index.ts'
import { formatDay, useText } from '../../shared/index.ts'

/** What people read of this agency before they set out, as it is now. */
export function SeenNow(props: { state: AgencyStateView }) {
  const { opening, nextDays, givesNumbers } = props.state
  const { language, t } = useText()
  const isOpen = opening.type === 'open'
  return (
    <div class="seen-now">
      <p class="small soft">{t('admin.seen')}</p>
      <p>
        <span class={isOpen ? 'dot good' : 'dot'} aria-hidden="true" />{' '}
        <strong>{t(`admin.seen.${opening.type}`, { time: (opening.at ?? '').replace(':', language === 'id' ? '.' : ':') })}</strong>
        {opening.reason !== null && ` – ${opening.reason}`}
        {' · '}
        {t(givesNumbers ? 'admin.seen.numbers' : 'admin.seen.no-numbers')}
      </p>
      <p class="small">
        {nextDays.length === 0
          ? t('admin.seen.no-days')
          : t('admin.seen.days', { days: nextDays.map((day) => formatDay(day, language)).join(', ') })}
      </p>
    </div>
  )
}
