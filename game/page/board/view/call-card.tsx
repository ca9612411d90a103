import type { CatalogueResponse } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { isInHand } from '../state/board.ts'
import { counterOf } from './counter-of.ts'

/** The call that counts now, as large as the screen allows: number, and where to go. */
export function CallCard(props: { app: BoardApp }) {
  const { app } = props
  const { t } = useText()
  const call = app.foremost.value
  if (!call) {
    const hasOpen = app.board.value.summary?.counters.some(({ isOpen }) => isOpen)
    return (
      <section class="call-card is-empty" aria-label={t('board.call')}>
        <p class="call-empty">{t('board.call.none')}</p>
        <p class="call-empty-how">{t(hasOpen ? 'board.call.none-how' : 'board.serving.none')}</p>
      </section>
    )
  }
  const isNew = app.announced.value === call
  const isNow = isNew || isInHand(app.board.value, call)
  return (
    <section
      class={`call-card wing-${wingOf(app.catalogue, call.counter)} ${isNew ? 'is-new' : ''} ${isNow ? '' : 'is-past'}`}
      aria-label={t('board.call')}
    >
      <p class="call-title">{t(isNow ? (call.isAgain ? 'board.call.again' : 'board.call') : 'board.call.last')}</p>
      <div aria-live="assertive" aria-atomic="true" class="call-live">
        <p class={`call-label number chars-${Math.min(7, Math.max(5, call.label.length))}`}>{call.label}</p>
        <CallPlace app={app} counter={call.counter} />
      </div>
    </section>
  )
}

function CallPlace(props: { app: BoardApp; counter: string }) {
  const { t } = useText()
  const found = counterOf(props.app.catalogue, props.counter)
  return (
    <p class="call-place">
      <span class="call-to">
        <span class="visually-hidden">{t('board.call.to')}</span>
        <Arrow />
      </span>
      <span class="call-counter">
        {t('board.counter')} <strong class="number">{found?.place.label ?? '?'}</strong>
      </span>
      {found?.agency && (
        <span class="call-agency">
          <Icon name={found.agency.wing} size={44} />
          {found.agency.shortName}
        </span>
      )}
    </p>
  )
}

function Arrow() {
  return (
    <svg
      viewBox="0 0 48 24"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M3 12h41M34 3l10 9-10 9" />
    </svg>
  )
}

function wingOf(catalogue: CatalogueResponse, counter: string): string {
  return counterOf(catalogue, counter)?.agency?.wing ?? 'none'
}
