import { useEffect, useRef, useState } from 'preact/hooks'
import { mallGestures } from '../../../../mall/index.ts'
import { Icon, useText, type IconName } from '../../../shared/index.ts'
import { MallIcon } from '../glyph.tsx'
import { ToolIcon } from './tool-icons.tsx'

type Props = {
  /** Makes the gesture of this number, from 1; false when it came too soon after the last. */
  readonly onGesture: (number: number) => boolean
  readonly onClose: () => void
}

/** Four movements and six ready phrases. The keys 1 to 9 and 0 do the same while it is open. */
export function GesturePalette(props: Props) {
  const { t } = useText()
  const element = useRef<HTMLDivElement>(null)
  const [isTooSoon, setTooSoon] = useState(false)
  const make = (number: number) => {
    const isMade = props.onGesture(number)
    setTooSoon(!isMade)
    if (isMade) props.onClose()
  }
  const newest = useRef(make)
  newest.current = make
  useEffect(() => {
    const before = document.activeElement
    element.current?.querySelector('button')?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') props.onClose()
      else if (/^[0-9]$/.test(event.key)) newest.current(event.key === '0' ? 10 : Number(event.key))
      else return
      event.preventDefault()
    }
    const onDown = (event: PointerEvent) => {
      const isOutside = event.target instanceof Element && !event.target.closest('.gestures, .mall-buttons')
      if (isOutside) props.onClose()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onDown)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', onDown)
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div ref={element} class="gestures" role="group" aria-label={t('mall.gestures-label')}>
      {mallGestures.map(({ slug, isSaid, pose }, i) => (
        <button key={slug} type="button" class={isSaid ? 'gesture is-said' : 'gesture'} onClick={() => make(i + 1)}>
          {!isSaid && <GestureIcon pose={pose} />}
          <span>{t(isSaid ? `mall.say.${slug}` : `mall.do.${slug}`)}</span>
          <kbd aria-hidden="true">{(i + 1) % 10}</kbd>
        </button>
      ))}
      <p class="visually-hidden" role="status">
        {isTooSoon ? t('mall.gesture-soon') : ''}
      </p>
    </div>
  )
}

const shared: Readonly<Record<string, IconName>> = { wait: 'clock' }

function GestureIcon(props: { pose: string }) {
  if (props.pose === 'wave') return <MallIcon name="hand" />
  return Object.hasOwn(shared, props.pose) ? <Icon name={shared[props.pose]} /> : <ToolIcon name={props.pose} />
}
