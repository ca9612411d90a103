import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useText } from '../text/text-context.tsx'
import { Icon } from './icon.tsx'
import { nearestHeight, nextHeight, type SheetHeight } from './sheet-height.ts'

export type SheetProps = {
  readonly title: ComponentChildren
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Stays at the bottom when the content scrolls: the main action. */
  readonly foot?: ComponentChildren
  /** Extra class names. */
  readonly class?: string
  /** Modal (the default) holds focus and dims the page; otherwise the page beside it stays alive and the sheet has three heights on a phone. */
  readonly isModal?: boolean
  /** Came by itself, not by a tap: the focus stays where it is and, on a phone, only the sheet's head shows. */
  readonly isQuiet?: boolean
}

/** From below on a phone, at the right on a wide screen. Escape and the button close it; focus goes back to where it was. */
export function Sheet(props: SheetProps) {
  const { t } = useText()
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const isModal = props.isModal ?? true
  const [height, setHeight] = useState<SheetHeight>(props.isQuiet ? 'peek' : 'half')
  const drag = useRef<{ startY: number; startHeight: number; moved: boolean } | null>(null)

  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    if (isModal) dialog?.showModal()
    else dialog?.show()
    if (props.isQuiet) giveBack(before)
    // Else a sheet that does not hold the focus gives it to its grip.
    else if (!isModal) dialog?.querySelector('h2')?.focus()
    return () => {
      const isFocusHere = dialog?.contains(document.activeElement) || document.activeElement === document.body
      dialog?.close()
      if (isFocusHere) giveBack(before)
    }
  }, [])

  const onPointerDown = (event: PointerEvent) => {
    const dialog = element.current
    if (!dialog) return
    drag.current = { startY: event.clientY, startHeight: dialog.offsetHeight, moved: false }
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const dialog = element.current
    if (!drag.current || !dialog) return
    const by = drag.current.startY - event.clientY
    if (Math.abs(by) > 6) drag.current.moved = true
    if (drag.current.moved) dialog.style.height = `${Math.max(140, drag.current.startHeight + by)}px`
  }
  const onPointerUp = () => {
    const dialog = element.current
    if (drag.current?.moved && dialog) {
      setHeight(nearestHeight(dialog.offsetHeight / window.innerHeight))
      dialog.style.height = ''
    }
  }
  const onGripClick = () => {
    if (!drag.current?.moved) setHeight(nextHeight)
    drag.current = null
  }
  const heightClass = isModal ? '' : ` height-${height}`

  return (
    <dialog
      ref={element}
      class={`sheet${heightClass}${props.class ? ` ${props.class}` : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isModal) props.onClose()
      }}
      onClick={(event) => {
        if (isModal && event.target === element.current) props.onClose()
      }}
    >
      {!isModal && (
        <button
          type="button"
          class="sheet-grip"
          aria-label={t(height === 'full' ? 'sheet.smaller' : 'sheet.larger')}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onClick={onGripClick}
        />
      )}
      <div class="sheet-head">
        <h2 id={titleId} tabIndex={-1}>
          {props.title}
        </h2>
        <button type="button" class="icon-button" onClick={props.onClose} aria-label={t('action.close')}>
          <Icon name="close" />
        </button>
      </div>
      <div class="sheet-body">{props.children}</div>
      {props.foot && <div class="sheet-foot">{props.foot}</div>}
    </dialog>
  )
}

function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
}
