import type { GiftDetail } from '../../../api/index.ts'
import { formatDate, formatDay, Notice, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'

/** One gift, and where it goes from here. */
export function GiftPaper(props: { app: IntegrityApp; gift: GiftDetail }) {
  const { app, gift } = props
  const { t, language } = useText()
  const { region, agencies } = app.catalogue
  return (
    <article class="card desk-card">
      <h2 class="number">{gift.number}</h2>
      <p class="soft">
        {gift.officerName} · {agencies.find(({ slug }) => slug === gift.agency)?.name ?? t('integrity.no-agency')}
      </p>
      <Notice tone={gift.isOverdue || gift.isLate ? 'bad' : 'plain'}>
        <p>
          <strong>{t(`integrity.gift.${gift.state}`)}</strong> · {t('integrity.received', { day: formatDay(gift.receivedOn, language) })}
        </p>
        {gift.dueAt && (
          <p>
            {t(gift.isOverdue ? 'integrity.overdue' : 'integrity.report-by', { day: formatDate(gift.dueAt, language, region.timeZone) })}
          </p>
        )}
        {gift.isLate && <p>{t('integrity.gifts.late')}</p>}
      </Notice>
      <p class="desk-text">{gift.text}</p>
      {gift.steps.length > 0 && (
        <div class="desk-actions">
          {gift.steps.map((to) => (
            <button key={to} type="button" class="button main" disabled={app.isBusy.value} onClick={() => void app.advance(gift.id, to)}>
              {t(`integrity.step.${to}`)}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}
