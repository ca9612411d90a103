import type { OfficerCounter } from '../../../api/index.ts'
import { LanguageSwitch, useText } from '../../shared/index.ts'
import { isPossible } from '../app/desk-actions.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { askFor } from '../app/run-shortcut.ts'
import { KeyButton } from './key-button.tsx'
import { PlaceTabs } from './place-tabs.tsx'

/** Which counter this is, who sits at it, and what concerns the counter as a whole. */
export function ConsoleBar(props: { counter: OfficerCounter }) {
  const { counter } = props
  const parts = useOfficer()
  const { app, desk, layout } = parts
  const { t } = useText()
  const row = app.start.value?.counters.find(({ id }) => id === counter.counter.id)
  const isPaused = counter.paused !== null
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
      <PlaceTabs />
      <span class="bar-gap" />
      <span class="bar-name">{app.start.value?.name}</span>
      <LanguageSwitch url={location.pathname + location.search} />
      <KeyButton
        shortcut="help"
        class="bar-button is-wide"
        onClick={() => {
          layout.isHelpOpen.value = true
        }}
      >
        {t('officer.keys')}
      </KeyButton>
      <KeyButton shortcut="manage" icon="list" class="bar-button" onClick={() => layout.open({ type: 'manage' })}>
        {t('officer.manage')}
      </KeyButton>
      <KeyButton
        shortcut="pause"
        icon="clock"
        class={isPaused ? 'bar-button is-wide is-lit' : 'bar-button is-wide'}
        isBusy={desk.busy.value === 'pause'}
        onClick={() => askFor(parts, 'pause')}
      >
        {t(isPaused ? 'officer.go-on' : 'officer.pause')}
      </KeyButton>
      <KeyButton
        shortcut="close"
        icon="door"
        class="bar-button is-wide"
        isOff={!isPossible('close', counter)}
        isBusy={desk.busy.value === 'close'}
        onClick={() => askFor(parts, 'close')}
      >
        {t('officer.close')}
      </KeyButton>
      <KeyButton shortcut="emergency" icon="alert" class="bar-button alarm-button" onClick={() => layout.open({ type: 'emergency' })}>
        {t('officer.emergency')}
      </KeyButton>
    </header>
  )
}
