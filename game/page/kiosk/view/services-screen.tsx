import { formatFee, Icon, Notice, pick, useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import type { LineState } from '../state/line-state.ts'
import { lineWords } from './line-words.ts'
import { PriorityChoice } from './priority-choice.tsx'
import { useScreenFocus } from './use-screen-focus.ts'

/** The last choice: a touch on a service gives the number. */
export function ServicesScreen(props: { app: KioskApp; group: string }) {
  const { app } = props
  const text = useText()
  const { t, language } = text
  const heading = useScreenFocus()
  const line = app.lines.value.find(({ group }) => group.slug === props.group)
  if (!line) return null
  const { agency, group, bar } = line
  return (
    <main class="screen">
      <div class={`screen-top wing-${agency.wing}`}>
        <span class="screen-sign">
          <Icon name={agency.wing} size={56} />
        </span>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {pick(group.name, language)}
          </h1>
          <p>
            {agency.shortName} · {lineWords(line, text)}
          </p>
        </div>
        <Today line={line} />
      </div>
      <div class="screen-actions">
        {bar === null && <PriorityChoice app={app} />}
        <h2>{t('kiosk.services')}</h2>
        <ul class="tiles services">
          {group.services.map((service) => (
            <li key={service.slug}>
              <button
                type="button"
                class={`tile service-tile wing-${agency.wing} ${bar ? 'is-barred' : ''}`}
                aria-disabled={bar ? 'true' : undefined}
                onClick={bar ? undefined : () => app.take(group.slug, service.slug)}
              >
                <span>
                  <strong>{pick(service.name, language)}</strong>
                  <small>{formatFee(service, language, t)}</small>
                </span>
                <Icon name="ticket" size={40} />
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              class={`tile service-tile is-other wing-${agency.wing} ${bar ? 'is-barred' : ''}`}
              aria-disabled={bar ? 'true' : undefined}
              onClick={bar ? undefined : () => app.take(group.slug, null)}
            >
              <span>
                <strong>{t('kiosk.services.other')}</strong>
                <small>{t('kiosk.services.other-how')}</small>
              </span>
              <Icon name="ticket" size={40} />
            </button>
          </li>
        </ul>
      </div>
    </main>
  )
}

/** What an officer said about today, before somebody waits for nothing. */
function Today(props: { line: LineState }) {
  const { t } = useText()
  const { state } = props.line
  if (!state || (state.isCentralUp && state.hasBlanks && state.note === '')) return null
  return (
    <Notice tone="warn">
      {!state.isCentralUp && <p>{t('kiosk.today.central')}</p>}
      {!state.hasBlanks && <p>{t('kiosk.today.blanks')}</p>}
      {state.note !== '' && <p>{state.note}</p>}
    </Notice>
  )
}
