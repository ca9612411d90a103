import type { OfficerCounter } from '../../../api/index.ts'
import { LanguageSwitch, useText } from '../../shared/index.ts'
import { isPossible } from '../app/desk-actions.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { KeyButton } from './key-button.tsx'

/** Which counter this is, who sits at it, and the way out. */
export function ConsoleBar(props: { counter: OfficerCounter }) {
  const { counter } = props
  const { app, desk, layout } = useOfficer()
  const { t } = useText()
  const row = app.start.value?.counters.find(({ id }) => id === counter.counter.id)
  return (
    <header class="bar">
      <span class="mark" aria-hidden="true" />
      <p class="bar-words">
        <strong>{t('officer.counter.n', { counter: counter.counter.label })}</strong>
        <span>
          {row?.agencyName ?? t('officer.console')}
          {row && <span class="bar-region"> · {row.regionName}</span>}
        </span>
      </p>
      <span class="bar-gap" />
      <span class="bar-name">{app.start.value?.name}</span>
      <LanguageSwitch url={location.pathname + location.search} />
      <KeyButton
        shortcut="help"
        class="bar-button bar-help"
        onClick={() => {
          layout.isHelpOpen.value = true
        }}
      >
        {t('officer.keys')}
      </KeyButton>
      <KeyButton
        shortcut="close"
        icon="door"
        class="bar-button"
        isOff={!isPossible('close', counter)}
        isBusy={desk.busy.value === 'close'}
        onClick={() => {
          layout.isClosing.value = true
        }}
      >
        {t('officer.close')}
      </KeyButton>
    </header>
  )
}
