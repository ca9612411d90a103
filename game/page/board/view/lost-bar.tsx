import { Icon, useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { regionClock } from '../state/region-clock.ts'

const graceMs = 3_000

/** Says that the numbers may be old, and since when; short gaps are nobody's business. */
export function LostBar(props: { app: BoardApp }) {
  const { app } = props
  const { t, language } = useText()
  const since = app.lostSince.value
  const isShown = since !== null && app.now.value - since >= graceMs
  return (
    <div role="status">
      {isShown && (
        <p class="lost">
          <Icon name="wifi" size={32} />
          {t('board.lost', { time: regionClock(since, app.catalogue.region.timeZone, language).time })}
        </p>
      )}
    </div>
  )
}
