import { Icon, useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { regionClock } from '../state/region-clock.ts'

const graceMs = 3_000

/** True when the line has been down for longer than a short gap. */
export function isLost(app: BoardApp): boolean {
  const since = app.lostSince.value
  // The seconds are read only while the line is down: a board at rest draws nothing.
  return since !== null && app.now.value - since >= graceMs
}

/** Says that the numbers may be old, and since when; short gaps are nobody's business. */
export function LostBar(props: { app: BoardApp }) {
  const { app } = props
  const { t, language } = useText()
  const since = app.lostSince.value
  return (
    <div role="status">
      {since !== null && isLost(app) && (
        <p class="lost">
          <Icon name="wifi" size={32} />
          {t('board.lost', { time: regionClock(since, app.catalogue.region.timeZone, language).time })}
        </p>
      )}
    </div>
  )
}
