import { Busy, formatDate, formatDay, Icon, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'
import { Row } from './row.tsx'

/** Declared gifts: one's own, or for integrity everybody's. */
export function GiftList(props: { app: IntegrityApp }) {
  const { app } = props
  const { t, language } = useText()
  const { timeZone } = app.catalogue.region
  const rows = app.gifts.value
  const paper = app.paper.value
  return (
    <>
      <p class="small">{t('integrity.gifts.about')}</p>
      <button type="button" class="button main wide" onClick={() => app.newGift()}>
        <Icon name="plus" size={20} />
        {t('integrity.gifts.new')}
      </button>
      {rows === null && <Busy>{t('integrity.loading')}</Busy>}
      {rows?.length === 0 && <p class="soft">{t('integrity.gifts.none')}</p>}
      <ul class="desk-rows">
        {rows?.map((row) => (
          <Row
            key={row.id}
            number={row.number}
            words={t('integrity.received', { day: formatDay(row.receivedOn, language) })}
            badge={t(`integrity.gift.${row.state}`)}
            tone={row.isOverdue || row.isLate ? 'bad' : row.state === 'declared' ? 'warn' : ''}
            isOpen={paper?.kind === 'gift' && paper.gift.id === row.id}
            onOpen={() => void app.openGift(row.id)}
          >
            {row.dueAt &&
              t(row.isOverdue ? 'integrity.overdue' : 'integrity.report-by', { day: formatDate(row.dueAt, language, timeZone) })}
          </Row>
        ))}
      </ul>
    </>
  )
}
