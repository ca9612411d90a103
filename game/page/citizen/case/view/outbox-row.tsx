import { useEffect, useState } from 'preact/hooks'
import { Icon, pick, useText, type IconName, type Text } from '../../../shared/index.ts'
import type { OutboxItem } from '../outbox/outbox.ts'
import type { Sending } from '../outbox/sending.ts'
import { useCases } from './case-context.tsx'

type Look = 'done' | 'running' | 'waiting' | 'refused'
const icons: Record<Look, IconName> = { done: 'check', running: 'send', waiting: 'wifi', refused: 'alert' }

/** One thing on its way: what it is, where it stands, and the one button that helps. */
export function OutboxRow(props: { item: OutboxItem; sending: Sending }) {
  const { item, sending } = props
  const { app, courier } = useCases()
  const text = useText()
  const { t } = text
  const seconds = useSecondsUntil(item.nextAtMs)
  const isRunning = courier.running.value.has(item.id)
  const look: Look = item.state === 'waiting' ? (isRunning ? 'running' : 'waiting') : item.state
  return (
    <div class={`case-item is-${look}`}>
      <span class="case-item-sign">
        <Icon name={look === 'waiting' && item.after.length > 0 ? 'clock' : icons[look]} size={22} />
      </span>
      <div class="case-item-words">
        <strong>{nameOf(item, sending, text)}</strong>
        <span class="case-item-state" role="status">
          {stateWords(item, { look, seconds, isOnline: app.socket.state.value === 'open' }, text)}
        </span>
        {look === 'running' && item.kind === 'paper' && <progress max={1} value={item.sent} aria-hidden="true" />}
        {item.problem?.sentence && item.state !== 'done' && <span class="case-item-problem">{item.problem.sentence}</span>}
        {look !== 'done' && look !== 'running' && item.problem && (
          <button type="button" class="button" onClick={() => courier.retry(item.id)}>
            {t('case.item.again')}
          </button>
        )}
      </div>
    </div>
  )
}

function nameOf(item: OutboxItem, sending: Sending, { t, language }: Text): string {
  if (item.kind !== 'paper') return t(`case.item.${item.kind}`)
  const slug = Object.entries(sending.papers).find(([, id]) => `paper/${id}` === item.id)?.[0]
  const name = slug === undefined ? undefined : sending.names[slug]
  return name ? pick(name, language) : t('case.paper')
}

function stateWords(item: OutboxItem, now: { look: Look; seconds: number; isOnline: boolean }, { t }: Text): string {
  const { look, seconds, isOnline } = now
  const percent = Math.floor(item.sent * 100)
  if (look === 'done') return t(`case.item.done.${item.kind}`)
  if (look === 'refused') return t('case.item.refused')
  if (look === 'running') return item.kind === 'paper' && percent < 100 ? t('case.item.sent', { percent }) : t('case.item.sending')
  if (item.after.length > 0 && item.problem === null) return t('case.item.after')
  if (!isOnline) return t('case.item.no-signal')
  if (item.problem === null || seconds <= 0) return t('case.item.waiting')
  return t('case.item.in', { seconds })
}

/** Counts down to a moment. */
function useSecondsUntil(atMs: number): number {
  const left = () => Math.max(0, Math.ceil((atMs - Date.now()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    if (left() === 0) return
    const timer = setInterval(() => setSeconds(left()), 1000)
    return () => clearInterval(timer)
  }, [atMs])
  return seconds
}
