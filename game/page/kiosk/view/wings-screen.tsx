import { Icon, pick, useText } from '../../shared/index.ts'
import { linesOfWing, mostUsedLines, wingsByUse } from '../state/most-used.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { LineTile } from './line-tile.tsx'
import { useScreenFocus } from './use-screen-focus.ts'

const frequent = 4
/** What a wing is for is said by examples, as many as fit into two lines. */
const examples = 3

/** What is taken most often, and below it everything by wing. */
export function WingsScreen(props: { app: KioskApp }) {
  const { app } = props
  const { t, language } = useText()
  const heading = useScreenFocus()
  const lines = app.lines.value
  const uses = app.uses.value
  return (
    <main class="screen">
      <div class="screen-top">
        <h1 ref={heading} tabIndex={-1}>
          {t('kiosk.wings')}
        </h1>
      </div>
      <div class="screen-actions">
        <h2>{t('kiosk.wings.frequent')}</h2>
        <ul class="tiles frequent">
          {mostUsedLines(lines, uses, frequent).map((line) => (
            <li key={line.group.slug}>
              <LineTile line={line} isShort onPress={() => app.openLine(line.group.slug, 'wings')} />
            </li>
          ))}
        </ul>
        <h2>{t('kiosk.wings.all')}</h2>
        <ul class="tiles wings">
          {wingsByUse(lines, uses).map((wing) => (
            <li key={wing}>
              <button type="button" class={`tile wing-tile wing-${wing}`} onClick={() => app.openWing(wing)}>
                <Icon name={wing} size={72} />
                <span>
                  <strong>{t(`wing.${wing}`)}</strong>
                  <small>
                    {linesOfWing(lines, wing, uses)
                      .slice(0, examples)
                      .map(({ group }) => pick(group.name, language))
                      .join(' · ')}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}
