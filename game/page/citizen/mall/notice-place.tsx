import { useEffect, useRef } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { nextNotice, type Said, type SaidNotices } from './notices.ts'
import type { Newcomer } from './use-newcomer.ts'

/** Words that nobody closes go by themselves: long enough to read twice. */
const wordsMs = 7000

type Props = {
  readonly said: SaidNotices
  readonly newcomer: Newcomer
  /** Something else shows what is new: it is only read aloud. */
  readonly isNewsShown: boolean
  readonly canClose: boolean
  readonly onUnsay: (said: Said) => void
  readonly onLook: () => void
  /** Where the focus goes when what had it is closed. */
  readonly onClosed: () => void
}

/** The one place over the mall where something is said: one notice at a time, read aloud politely, closed by its button or Escape. */
export function NoticePlace(props: Props) {
  const { app } = useCitizen()
  const { t } = useText()
  const { newcomer, said } = props
  const place = useRef<HTMLDivElement>(null)
  const notice = nextNotice(said, newcomer.card)
  const isCard = typeof notice === 'string'
  const isShown = isCard || (notice !== null && (notice.rank !== 'news' || props.isNewsShown))
  const close = () => {
    if (notice === null || !props.canClose) return
    const hadFocus = place.current?.contains(document.activeElement) ?? false
    if (!isCard) props.onUnsay(notice)
    else {
      newcomer.close()
      // What waited behind the hint is told by it, or is old by now.
      if (said.news) props.onUnsay(said.news)
    }
    if (hadFocus) props.onClosed()
  }
  useEffect(() => {
    // What is only read aloud covers nothing: it stays to be read again.
    if (!isShown || notice === null || typeof notice === 'string' || notice.rank === 'state') return
    const timer = setTimeout(() => {
      // Who has come to its button is not robbed of it.
      if (!place.current?.contains(document.activeElement)) props.onUnsay(notice)
    }, wordsMs)
    return () => clearTimeout(timer)
  }, [notice, isShown])
  const newest = useRef(close)
  newest.current = close
  useEffect(() => {
    // Before others see the key: Escape takes the topmost away, and a sheet lies over this.
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && app.panel.peek() === null) newest.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
  return (
    <div ref={place} class={isShown ? (isCard ? 'mall-notice hint-card' : 'mall-notice') : 'visually-hidden'}>
      <p class="mall-status" role="status">
        {isCard ? t(notice === 'hint' ? 'mall.hint' : 'mall.offer') : notice?.words}
      </p>
      {isShown && notice === 'offer' && (
        <button
          type="button"
          class="button"
          onClick={() => {
            newcomer.close()
            props.onLook()
          }}
        >
          {t('mall.offer-go')}
        </button>
      )}
      {isShown && props.canClose && (
        <button
          type="button"
          class="icon-button"
          aria-label={t(notice === 'hint' ? 'hint.close' : notice === 'offer' ? 'mall.offer-no' : 'mall.notice-close')}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
