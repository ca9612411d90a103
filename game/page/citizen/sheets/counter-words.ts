import type { AgencyStateView, CounterSummary, GroupSummary } from '../../../api/index.ts'
import { formatDay, type Text } from '../../shared/index.ts'
import { untilMidnight } from './agency-days.ts'

/** `open` is green; nothing else is. `unknown`: nothing has been heard of it yet. */
export type CounterWords = { readonly state: 'open' | 'paused' | 'closed' | 'unknown'; readonly words: string }

export type KnownOfCounter = {
  readonly summary: CounterSummary | null
  /** What its agency can do today; null when it is not known. */
  readonly agency: AgencyStateView | null
  /** The lines of its agency. */
  readonly groups: readonly GroupSummary[]
  /** Labels of its agency's other counters that are open. */
  readonly openElsewhere: readonly string[]
  /** Today's office day, YYYY-MM-DD. */
  readonly day: string | null
}

/** How a counter stands, in one sentence or two that cannot contradict each other: why it is closed, until when, and what can be done meanwhile. */
export function counterWords(known: KnownOfCounter, text: Text): CounterWords {
  const { t } = text
  const { summary } = known
  if (!summary) return { state: 'unknown', words: t('counter.loading') }
  if (summary.isOpen && summary.paused !== null) return { state: 'paused', words: t('counter.paused-because', { reason: summary.paused }) }
  if (summary.isOpen) return { state: 'open', words: t(summary.serving ? 'counter.now-serving' : 'counter.free') }
  const words = [whyClosed(known, text), meanwhile(known, text)].filter((part) => part !== '')
  return { state: 'closed', words: words.join(' ') }
}

function whyClosed({ agency, openElsewhere, day }: KnownOfCounter, { t, language }: Text): string {
  const opening = agency?.opening
  const at = (opening?.at ?? '').replace(':', language === 'id' ? '.' : ':')
  const next = agency?.nextDays.find((one) => day !== null && one > day)
  const nextWords = next ? t('counter.next-day', { day: formatDay(next, language) }) : ''
  switch (opening?.type) {
    case 'break':
      return t('counter.break', { at })
    case 'before':
      return t('counter.before', { at })
    case 'after':
      return `${t('counter.after')} ${nextWords}`.trim()
    case 'closed':
      return `${opening.reason ? t('counter.away-because', { reason: opening.reason }) : t('counter.away')} ${nextWords}`.trim()
    default:
      // The hours alone open nothing: somebody has to sit there.
      if (openElsewhere.length > 0) return t('counter.elsewhere', { labels: openElsewhere.join(', ') })
      return opening && !untilMidnight(opening) ? t('counter.nobody-until', { at }) : t('counter.nobody')
  }
}

function meanwhile({ agency, groups }: KnownOfCounter, { t }: Text): string {
  if (!agency || groups.length === 0) return ''
  const isTaking = agency.givesNumbers && groups.some(({ closed }) => closed === null)
  return t(isTaking ? 'counter.take-from-home' : 'counter.book-from-home')
}
