import type { Span } from '../../../queue/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import { withSpan, withTime } from '../state/hours-draft.ts'
import { TimeField } from './time-field.tsx'

/** The spans of one day: from – to, each removable, one more after the last. What lies between two is a break. */
export function SpanFields(props: {
  of: string
  spans: readonly Span[]
  /** Said where there is none, and on the button that adds the first. */
  none: string
  first: string
  onChange: (spans: readonly Span[]) => void
}) {
  const { of, spans, onChange } = props
  const { t } = useText()
  const isWholeDay = spans.length === 1 && spans[0].from === 0 && spans[0].to === 1440
  return (
    <div class="spans">
      {spans.length === 0 && <span class="soft spans-none">{props.none}</span>}
      {spans.map((span, at) => (
        // A span is its place in the day.
        <span key={at} class="span">
          <TimeField
            label={t('admin.week.from', { day: of })}
            minute={span.from}
            onChange={(minute) => onChange(withTime(spans, at, 'from', minute))}
          />
          <span aria-hidden="true">–</span>
          <TimeField
            label={t('admin.week.to', { day: of })}
            minute={span.to}
            onChange={(minute) => onChange(withTime(spans, at, 'to', minute))}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={t('admin.week.remove', { day: of })}
            onClick={() => onChange(spans.filter((_, index) => index !== at))}
          >
            <Icon name="close" size={20} />
          </button>
        </span>
      ))}
      {isWholeDay ? (
        <span class="small soft">{t('admin.week.whole')}</span>
      ) : (
        <button type="button" class="button add-span" onClick={() => onChange(withSpan(spans))}>
          <Icon name="plus" size={20} />
          {spans.length === 0 ? props.first : t('admin.week.more')}
          <span class="visually-hidden"> {of}</span>
        </button>
      )}
    </div>
  )
}
