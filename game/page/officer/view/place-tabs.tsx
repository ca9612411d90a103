import { useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { keyLabel } from '../keys/shortcuts.ts'

/** The console's two places. What runs in the one goes on while the other is in sight; who waits is said beside it. */
export function PlaceTabs() {
  const { app, place } = useOfficer()
  const { t } = useText()
  const at = place.at.value
  const counter = app.counter.value
  const waiting = counter?.lines.reduce((sum, line) => sum + line.waiting, 0) ?? 0
  const key = keyLabel('cases', app.settings.keyMode.value)
  const label = counter?.current?.label ?? null
  return (
    <nav class="place-tabs" aria-label={t('officer.places')}>
      <button type="button" class="place-tab" aria-current={at === 'queue' ? 'page' : undefined} onClick={() => place.toQueue()}>
        <span>{t('officer.place.queue')}</span>
        {at === 'cases' && counter !== null && (
          <span class={label === null ? 'place-count number' : 'place-count number is-serving'}>
            <span class="visually-hidden">{t(label === null ? 'officer.place.waiting' : 'officer.place.serving')} </span>
            {label ?? waiting}
          </span>
        )}
        {at === 'cases' && key && <kbd aria-hidden="true">{key}</kbd>}
      </button>
      <button
        type="button"
        class="place-tab"
        aria-current={at === 'cases' ? 'page' : undefined}
        onClick={() => {
          if (at === 'queue') place.toggle()
        }}
      >
        <span>{t('officer.place.cases')}</span>
        {at === 'queue' && key && <kbd aria-hidden="true">{key}</kbd>}
      </button>
    </nav>
  )
}
