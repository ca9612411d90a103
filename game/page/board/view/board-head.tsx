import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { LanguageSwitch, useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { regionClock } from '../state/region-clock.ts'

/** Where this is and what time it is there. */
export function BoardHead(props: { app: BoardApp }) {
  const { t } = useText()
  const { region } = props.app.catalogue
  return (
    <header class="board-head">
      <span class="mark" aria-hidden="true" />
      <p class="board-name">
        <strong>{region.name}</strong>
        <span>{t(region.isDemo ? 'board.name.demo' : 'board.name')}</span>
      </p>
      <LanguageSwitch url={location.pathname + location.search} />
      <Clock app={props.app} />
    </header>
  )
}

/** Drawn anew once a minute. */
function Clock(props: { app: BoardApp }) {
  const { language } = useText()
  const { timeZone } = props.app.catalogue.region
  const minute = useMemo(() => computed(() => Math.floor(props.app.now.value / 60_000) * 60_000), [])
  const { time, zone, date } = regionClock(minute.value, timeZone, language)
  return (
    <p class="board-clock">
      <span class="clock-time number">
        {time}
        <small>{zone}</small>
      </span>
      <span class="clock-date">{date}</span>
    </p>
  )
}
