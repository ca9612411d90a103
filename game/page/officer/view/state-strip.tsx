import type { ComponentChildren } from 'preact'
import type { OfficerCounter } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { KeyButton } from './key-button.tsx'
import { LineName } from './subject-name.tsx'

/** What is not as usual: a pause, closed lines, what the agency cannot do today. Nothing when all is as usual. */
export function StateStrip(props: { counter: OfficerCounter }) {
  const { paused, lines, agency } = props.counter
  const { desk, house } = useOfficer()
  const { t } = useText()
  const closed = lines.filter((line) => line.closed !== null)
  const isOff = desk.busy.value !== null
  if (paused === null && closed.length === 0 && agency.isCentralUp && agency.hasBlanks) return null
  return (
    <section class="strip" aria-label={t('officer.strip')}>
      {paused !== null && (
        <div class="strip-item is-paused">
          <Icon name="clock" size={20} />
          <p>
            <strong>{t('officer.paused')}</strong> {paused}
          </p>
          <KeyButton shortcut="pause" class="is-narrow" isBusy={desk.busy.value === 'pause'} onClick={() => void desk.pause(null)}>
            {t('officer.go-on')}
          </KeyButton>
        </div>
      )}
      {closed.map(({ group, closed: reason }) => (
        <div key={group} class="strip-item">
          <p>
            <strong>
              <LineName group={group} />
            </strong>{' '}
            {t('officer.line.closed', { reason: reason ?? '' })}
          </p>
          <button
            type="button"
            class="button small"
            aria-disabled={isOff}
            onClick={() => {
              if (!isOff) void house.openLine(group)
            }}
          >
            {t('officer.line.open')}
            <span class="visually-hidden">
              {' '}
              <LineName group={group} />
            </span>
          </button>
        </div>
      ))}
      {!agency.isCentralUp && <Lack note={agency.note}>{t('officer.agency.central-down')}</Lack>}
      {!agency.hasBlanks && <Lack note={agency.isCentralUp ? agency.note : ''}>{t('officer.agency.no-blanks')}</Lack>}
    </section>
  )
}

function Lack(props: { note: string; children: ComponentChildren }) {
  return (
    <p class="strip-item">
      <Icon name="alert" size={20} />
      <span>
        <strong>{props.children}</strong> {props.note}
      </span>
    </p>
  )
}
