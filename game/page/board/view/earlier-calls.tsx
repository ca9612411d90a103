import { useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { isInHand } from '../state/board.ts'
import { counterOf } from './counter-of.ts'

const shown = 3

/** The calls before the large one. */
export function EarlierCalls(props: { app: BoardApp }) {
  const { app } = props
  const { t } = useText()
  const foremost = app.foremost.value
  const earlier = app.board.value.calls.filter((call) => call.label !== foremost?.label).slice(0, shown)
  if (earlier.length === 0) return null
  return (
    <section class="earlier" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t('board.earlier')}</h2>
      <ol>
        {earlier.map((call) => {
          const found = counterOf(app.catalogue, call.counter)
          // Missed meanwhile is no news: only who is still awaited at the counter.
          const isNew = app.fresh.value.some((row) => row.label === call.label) && isInHand(app.board.value, call)
          return (
            <li key={`${call.label}${call.at}`} class={`earlier-call wing-${found?.agency?.wing ?? 'none'} ${isNew ? 'is-new' : ''}`}>
              <span class="earlier-label number">{call.label}</span>
              <span class="earlier-counter">
                {t('board.counter')} <strong class="number">{found?.place.label ?? '?'}</strong>
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
