import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'plain' | 'good' | 'warn' | 'bad'
const toneIcons: Record<NoticeTone, IconName> = { plain: 'info', good: 'check', warn: 'alert', bad: 'alert' }

/** A sentence with what to do next. `isLive` reads it aloud when it appears. */
export function Notice(props: { tone?: NoticeTone; isLive?: boolean; children: ComponentChildren }) {
  const tone = props.tone ?? 'plain'
  return (
    <div class={`notice ${tone}`} role={props.isLive ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={toneIcons[tone]} />
      <div>{props.children}</div>
    </div>
  )
}

/** A turning ring with words; the words are what is read aloud. */
export function Busy(props: { children: ComponentChildren }) {
  return (
    <span class="row" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>{props.children}</span>
    </span>
  )
}
