import type { ComponentChildren } from 'preact'
import type { StatisticsResponse } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import { formatMinutes, formatShare } from '../state/figures.ts'

/** The day in six figures. */
export function WholeDay({ figures }: { figures: StatisticsResponse }) {
  const { language, t } = useText()
  const { whole, plannedMinutes, usedMinutes } = figures
  /** Nothing was measured: a dash, not minutes of one. */
  const minutes = (ms: number | null, words: 'statistics.minutes' | 'statistics.nine-of-ten') => {
    const text = formatMinutes(ms, language)
    return text === null ? null : t(words, { minutes: text })
  }
  const share = (part: number) => formatShare(part, whole.count, language) ?? '–'
  return (
    <dl class="whole">
      <Figure name={t('statistics.people')} value={whole.count} />
      <Figure name={t('statistics.served')} value={whole.served} more={share(whole.served)} />
      <Figure name={t('statistics.no-show')} value={whole.noShow} more={share(whole.noShow)} />
      <Figure name={t('statistics.wait')} value={minutes(whole.waitMedianMs, 'statistics.minutes') ?? '–'}>
        {minutes(whole.waitP90Ms, 'statistics.nine-of-ten')}
      </Figure>
      <Figure name={t('statistics.service')} value={minutes(whole.serviceMedianMs, 'statistics.minutes') ?? '–'}>
        {minutes(whole.serviceP90Ms, 'statistics.nine-of-ten')}
      </Figure>
      <Figure name={t('statistics.used')} value={formatShare(usedMinutes, plannedMinutes, language) ?? '–'}>
        {t('statistics.used-of', { used: hours(usedMinutes, language), planned: hours(plannedMinutes, language) })}
        <Meter used={usedMinutes} planned={plannedMinutes} />
      </Figure>
    </dl>
  )
}

function Figure(props: { name: string; value: string | number; more?: string; children?: ComponentChildren }) {
  return (
    <div class="card figure">
      <dt>{props.name}</dt>
      <dd class="number">
        <strong>{props.value}</strong>
        {props.more && <span class="figure-more">{props.more}</span>}
        {props.children && <span class="figure-note">{props.children}</span>}
      </dd>
    </div>
  )
}

/** The used part of the planned time, as a bar; the words above it say the same. */
function Meter({ used, planned }: { used: number; planned: number }) {
  const share = planned > 0 ? Math.min(1, used / planned) : 0
  return (
    <svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="meter-all" width="100" height="6" rx="1" />
      <rect class="meter-used" width={share * 100} height="6" rx="1" />
    </svg>
  )
}

/** Whole hours of many minutes, one decimal of few. */
function hours(minutes: number, language: 'id' | 'en'): string {
  const text = minutes >= 600 ? String(Math.round(minutes / 60)) : (minutes / 60).toFixed(1)
  return language === 'id' ? text.replace('.', ',') : text
}
