import { useRef, useState } from 'preact/hooks'
import { useText } from '../../shared/index.ts'
import { standing, stickPush, type Push } from './push.ts'

const reachPx = 44

/** A stick under the thumb. It is one of three ways to walk: tapping a place and the keys do the same. */
export function Joystick(props: { onPush: (push: Push) => void }) {
  const { t } = useText()
  const [knob, setKnob] = useState<Push>(standing)
  const start = useRef<{ x: number; y: number } | null>(null)
  const move = (event: PointerEvent) => {
    if (!start.current) return
    const push = stickPush(event.clientX - start.current.x, event.clientY - start.current.y, reachPx)
    setKnob(push)
    props.onPush(push)
  }
  const end = () => {
    start.current = null
    setKnob(standing)
    props.onPush(standing)
  }
  return (
    <div
      class="joystick"
      role="img"
      aria-label={t('mall.joystick')}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        start.current = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
        event.currentTarget.setPointerCapture(event.pointerId)
        move(event)
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <span class="knob" style={{ transform: `translate(${knob.right * reachPx}px, ${knob.down * reachPx}px)` }} />
    </div>
  )
}
