import type { OfficerCounter } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'

/** Asks before the counter is closed: those who wait keep their place, but nobody at this counter calls them. */
export function CloseQuestion(props: { counter: OfficerCounter }) {
  const { desk, layout } = useOfficer()
  const { t } = useText()
  const { waiting } = props.counter
  const close = () => {
    layout.close()
    void desk.act('close')
  }
  return (
    <>
      <p>{t(waiting.length > 0 ? 'officer.close.waiting' : 'officer.close.empty', { count: waiting.length })}</p>
      <div class="ask-buttons">
        <button type="button" class="button" onClick={() => layout.close()}>
          {t('officer.close.no')}
        </button>
        <button type="button" class="button main" onClick={close}>
          {t('officer.close.yes')}
        </button>
      </div>
    </>
  )
}
