import { useEffect, useRef, useState } from 'preact/hooks'
import { useText } from '../../../shared/index.ts'
import { boxAround, boxBetween, boxByKey, firstBox, type Box, type Point } from '../state/mark.ts'
import { markPaper } from '../state/return-draft.ts'
import { useCases } from './case-context.ts'

/** Over a picture: drag to draw the rectangle that the citizen will see on their copy; by keys Enter puts one in the middle, arrows move it, with Shift they size it. */
export function MarkLayer(props: { requirement: string; paper: string }) {
  const { desk } = useCases()
  const { t } = useText()
  const layer = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const start = useRef<Point | null>(null)
  const [drawn, setDrawn] = useState<Box | null>(null)
  const draft = desk.returning.value
  const kept = draft?.papers[props.requirement]?.mark ?? null
  const box = drawn ?? kept
  const put = (next: Box | null) => {
    if (draft !== null)
      desk.returning.value = markPaper(draft, props.requirement, next === null ? null : { paper: props.paper, page: 1, ...next })
  }
  // A style attribute is not allowed by the page's policy; the object model is.
  useEffect(() => {
    if (!frame.current || box === null) return
    const { style } = frame.current
    for (const [name, value] of [
      ['left', box.x],
      ['top', box.y],
      ['width', box.width],
      ['height', box.height],
    ] as const) {
      style.setProperty(name, `${value * 100}%`)
    }
  }, [box])
  const pointAt = (event: PointerEvent): Point => {
    const area = layer.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: (event.clientX - area.left) / area.width, y: (event.clientY - area.top) / area.height }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') put(kept ?? boxInSight(layer.current))
    else if (event.key === 'Delete' || event.key === 'Backspace') put(null)
    else {
      const next = kept === null ? null : boxByKey(kept, event.key, event.shiftKey)
      if (next === null) return
      put(next)
    }
    event.preventDefault()
  }
  return (
    <div
      ref={layer}
      class="mark-layer"
      role="button"
      tabIndex={0}
      aria-label={t(kept === null ? 'cases.mark.none' : 'cases.mark.set')}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        layer.current?.setPointerCapture(event.pointerId)
        start.current = pointAt(event)
        setDrawn(boxBetween(start.current, start.current))
      }}
      onPointerMove={(event) => {
        if (start.current !== null) setDrawn(boxBetween(start.current, pointAt(event)))
      }}
      onPointerUp={(event) => {
        if (start.current !== null) put(boxBetween(start.current, pointAt(event)))
        start.current = null
        setDrawn(null)
      }}
      onPointerCancel={() => {
        start.current = null
        setDrawn(null)
      }}
    >
      {box === null ? <span class="mark-hint">{t('cases.mark.hint')}</span> : <div ref={frame} class="mark-box" />}
    </div>
  )
}

/** In the middle of the part of the picture that is in sight: what is drawn elsewhere would not be seen to be there. */
function boxInSight(layer: HTMLElement | null): Box {
  const window = layer?.closest('.paper-scroll')?.getBoundingClientRect()
  const area = layer?.getBoundingClientRect()
  if (area === undefined || window === undefined || area.height === 0) return firstBox
  const seen = Math.min(area.bottom, window.bottom) - Math.max(area.top, window.top)
  const middle = (Math.max(area.top, window.top) + seen / 2 - area.top) / area.height
  return boxAround(middle, Math.min(firstBox.height, seen / 2 / area.height))
}
