import type { WingSlug } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import type { KioskApp } from '../state/kiosk-app.ts'
import { linesOfWing } from '../state/most-used.ts'
import { LineTile } from './line-tile.tsx'
import { useScreenFocus } from './use-screen-focus.ts'

/** Every line of one wing, with how long it is. */
export function LinesScreen(props: { app: KioskApp; wing: WingSlug }) {
  const { app, wing } = props
  const { t } = useText()
  const heading = useScreenFocus()
  return (
    <main class="screen">
      <div class={`screen-top wing-${wing}`}>
        <span class="screen-sign">
          <Icon name={wing} size={56} />
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {t(`wing.${wing}`)}
        </h1>
      </div>
      <div class="screen-actions">
        <ul class="tiles lines">
          {linesOfWing(app.lines.value, wing, app.uses.value).map((line) => (
            <li key={line.group.slug}>
              <LineTile line={line} onPress={() => app.openLine(line.group.slug, 'lines')} />
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}
