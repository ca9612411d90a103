import type { ComponentChildren } from 'preact'

/** One line of a list: its number, what it is about, and how urgent it is. */
export function Row(props: {
  number: string
  words: string
  badge: string
  tone: 'good' | 'warn' | 'bad' | ''
  isOpen: boolean
  onOpen: () => void
  children?: ComponentChildren
}) {
  return (
    <li>
      <button type="button" class="desk-row" aria-current={props.isOpen ? 'true' : undefined} onClick={props.onOpen}>
        <span class="desk-row-head">
          <strong class="number">{props.number}</strong>
          <span class={`badge ${props.tone}`}>{props.badge}</span>
        </span>
        <span>{props.words}</span>
        {props.children && <span class="small soft">{props.children}</span>}
      </button>
    </li>
  )
}
