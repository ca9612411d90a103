import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { focusHome } from './focus-home.ts'
import { ProblemBar } from './problem-bar.tsx'

export type AskDialogProps = {
  readonly title: ComponentChildren
  readonly children: ComponentChildren
  /** Of what is asked: another name moves the focus to the first control of what is shown now. */
  readonly name: string
  readonly isLoud?: boolean
}

/** The console's window for a word more. Digits press its choices, arrows go through them, Escape leaves; the focus goes back to where it was. */
export function AskDialog(props: AskDialogProps) {
  const { layout } = useOfficer()
  const { t } = useText()
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before the next key can come: what is pressed while the focus is nowhere would be lost.
  useLayoutEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      // Nothing behind it takes the focus before it is closed.
      dialog?.close()
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
      else focusHome(before?.classList.contains('queue-row'))
    }
  }, [])
  useLayoutEffect(() => {
    element.current?.querySelector<HTMLElement>('.ask-body input, .ask-body textarea, .ask-body .choice, .ask-body .button')?.focus()
  }, [props.name])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveChoice(event)
    else if (/^[1-9]$/.test(event.key) && !isTyping(event.target)) choicesIn(event.currentTarget)[Number(event.key) - 1]?.click()
  }
  return (
    <dialog
      ref={element}
      class={props.isLoud ? 'ask is-loud' : 'ask'}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        layout.close()
      }}
    >
      <header class="ask-head">
        <h2 id={titleId}>{props.title}</h2>
        <button type="button" class="icon-button" aria-label={t('action.close')} onClick={() => layout.close()}>
          <Icon name="close" size={20} />
        </button>
      </header>
      {layout.isRefused.value && <ProblemBar />}
      <div class="ask-body">{props.children}</div>
    </dialog>
  )
}

function choicesIn(place: EventTarget | null): HTMLElement[] {
  return place instanceof HTMLElement ? [...place.querySelectorAll<HTMLElement>('.choice')].filter((one) => one.offsetParent !== null) : []
}

function moveChoice(event: KeyboardEvent): void {
  if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) return
  if (event.target instanceof HTMLInputElement && ['radio', 'date'].includes(event.target.type)) return
  const all = choicesIn(event.currentTarget)
  const next = all[all.indexOf(event.target as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
