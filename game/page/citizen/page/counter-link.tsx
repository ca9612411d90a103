import type { CounterSummary } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'

/** One counter: open or not, the number in hand, and the way to look at it. */
export function CounterLink(props: { region: string; id: string; label: string; summary: CounterSummary | null }) {
  const { t } = useText()
  const { summary } = props
  const isOpen = summary?.isOpen ?? false
  return (
    <a class="counter-link" href={`/${props.region}?loket=${props.id}`} data-counter={props.id}>
      <span class={isOpen ? 'dot good' : 'dot'} aria-hidden="true" />
      <span>
        <strong>{t('counter.name', { label: props.label })}</strong>
        <span class="soft small">
          {' '}
          {!isOpen
            ? t('counter.closed')
            : summary?.paused
              ? t('counter.paused', { reason: summary.paused })
              : summary?.serving
                ? t('counter.serving', { label: summary.serving })
                : t('counter.free')}
        </span>
      </span>
      {summary?.stream.state === 'live' && <span class="badge good">{t('counter.live')}</span>}
    </a>
  )
}
