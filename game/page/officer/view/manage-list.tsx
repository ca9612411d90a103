import type { OfficerCounter } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { isPossible } from '../app/desk-actions.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { askFor } from '../app/run-shortcut.ts'
import { Choice } from './choice.tsx'
import { LineName } from './subject-name.tsx'

/** What is done less often: lines, the agency's state, kiosks, figures; on narrow screens what the bar has no room for. */
export function ManageList(props: { counter: OfficerCounter }) {
  const { lines, agency, paused } = props.counter
  const parts = useOfficer()
  const { house, layout } = parts
  const { t } = useText()
  let digit = 0
  const next = () => ++digit
  const lacks = [
    agency.isCentralUp ? null : t('officer.agency.central-down'),
    agency.hasBlanks ? null : t('officer.agency.no-blanks'),
  ].filter((lack) => lack !== null)
  return (
    <>
      {lines.map(({ group, waiting, closed }) => (
        <section key={group} class="manage-part">
          <h3>
            <LineName group={group} />{' '}
            <span class="soft">
              {closed === null ? t('officer.line.waiting', { count: waiting }) : t('officer.line.closed', { reason: closed })}
            </span>
          </h3>
          <div class="choices is-two">
            {closed === null ? (
              <Choice digit={next()} onClick={() => layout.open({ type: 'close-line', group })}>
                {t('officer.line.close')}
              </Choice>
            ) : (
              <Choice digit={next()} onClick={() => void layout.settle(house.openLine(group))}>
                {t('officer.line.open')}
              </Choice>
            )}
            <Choice digit={next()} onClick={() => layout.open({ type: 'rebook', group })}>
              {t('officer.rebook')}
            </Choice>
          </div>
        </section>
      ))}
      <section class="manage-part">
        <h3>{t('officer.manage.house')}</h3>
        <div class="choices is-two">
          <Choice
            digit={next()}
            detail={lacks.length > 0 ? lacks.join(' · ') : t('officer.agency.well')}
            onClick={() => layout.open({ type: 'agency' })}
          >
            {t('officer.manage.agency')}
          </Choice>
          <Choice digit={next()} detail={t('officer.manage.kiosk-detail')} onClick={() => layout.open({ type: 'kiosk' })}>
            {t('officer.manage.kiosk')}
          </Choice>
        </div>
        <p class="manage-link">
          <a href="/petugas/statistik">{t('officer.manage.statistics')}</a>
        </p>
        <p class="manage-link">
          <a href="/admin">{t('officer.manage.admin')}</a>
        </p>
      </section>
      <section class="manage-part is-narrow">
        <h3>{t('officer.manage.counter')}</h3>
        <div class="choices is-two">
          <Choice
            onClick={() => {
              layout.close()
              askFor(parts, 'pause')
            }}
          >
            {t(paused === null ? 'officer.pause' : 'officer.go-on')}
          </Choice>
          <Choice isOff={!isPossible('close', props.counter)} onClick={() => askFor(parts, 'close')}>
            {t('officer.close')}
          </Choice>
        </div>
      </section>
    </>
  )
}
