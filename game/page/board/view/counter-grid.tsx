import { Icon, useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { openCounters } from '../state/board.ts'
import { counterOf } from './counter-of.ts'

/** Up to so many stand in one column, large; more take two, and a full hall three without the agencies' names. */
const oneColumn = 6
const twoColumns = 14

/** Every open counter with the number in hand. */
export function CounterGrid(props: { app: BoardApp }) {
  const { app } = props
  const { t } = useText()
  const open = openCounters(app.board.value, app.catalogue)
  if (open.length === 0) return null
  const fresh = app.fresh.value
  const size = open.length <= oneColumn ? '' : open.length <= twoColumns ? 'is-two' : 'is-three'
  return (
    <section class="serving" aria-labelledby="serving-title">
      <h2 id="serving-title">{t('board.serving')}</h2>
      <ul class={`serving-list ${size}`}>
        {open.map(({ place, serving, paused }) => {
          const agency = counterOf(app.catalogue, place.id)?.agency
          const isNew = fresh.some((call) => call.counter === place.id && call.label === serving)
          return (
            <li
              key={place.id}
              class={`serving-row wing-${agency?.wing ?? 'none'} ${isNew ? 'is-new' : ''} ${paused === null ? '' : 'is-paused'}`}
            >
              <span class="serving-counter">
                <span class="visually-hidden">{t('board.counter')} </span>
                <strong class="number">{place.label}</strong>
                {agency && <Icon name={agency.wing} size={26} />}
              </span>
              <span class="serving-words">
                <span class={serving ? `serving-label number chars-${serving.length}` : 'serving-label is-free'}>
                  {serving ?? t(paused === null ? 'board.serving.free' : 'board.serving.paused')}
                </span>
                <span class="serving-agency">
                  {agency?.shortName}
                  {paused !== null && <span class="serving-pause">{paused}</span>}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
