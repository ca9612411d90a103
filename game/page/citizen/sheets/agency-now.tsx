import type { AgencyStateView } from '../../../api/index.ts'
import { formatDay, formatTime, Icon, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isEveryDay } from './agency-days.ts'
import { openingWords } from './opening-words.ts'

/** `short`: one or two lines, for a card that is closed; `rest`: what that leaves out; `beside`: all but the hours, which stand there already. */
type Part = 'short' | 'rest' | 'beside'

/** What an agency can do today, in the list. */
export function LiveAgency(props: { agency: string; group: string; part: Part }) {
  const state = useCitizen().app.agencies.value.get(props.agency)
  return state ? <AgencyNow state={state} group={props.group} part={props.part} /> : null
}

/**
 * The truth before travel: open until when, on which days, what keeps it from working, and the officer's own word on it. All of it without `part`.
 * `group`: one of its lines, where it matters whether somebody serves now.
 */
export function AgencyNow(props: { state: AgencyStateView; group?: string; part?: Part }) {
  const { state, group, part } = props
  const text = useText()
  const { t, language } = text
  const { app } = useCitizen()
  const line = app.queue.value?.groups.find((row) => row.group === group) ?? null
  const { isGood, words } = openingWords(state.opening, line, text)
  const days = isEveryDay(state) ? '' : state.nextDays.map((day) => formatDay(day, language)).join(', ')
  const troubles = [...(state.isCentralUp ? [] : [t('agency.central-down')]), ...(state.hasBlanks ? [] : [t('agency.no-blanks')])]
  const hasRest = days !== '' || state.note !== ''
  if (part === 'rest' && !hasRest) return null
  if (part === 'beside' && !hasRest && troubles.length === 0) return null
  return (
    <span class="agency-now small">
      {part !== 'rest' && part !== 'beside' && (
        <span class="line-state">
          <span class={isGood ? 'dot good' : 'dot'} aria-hidden="true" />
          <span>{words}</span>
        </span>
      )}
      {part !== 'rest' && troubles.length > 0 && (
        <span class="line-state is-shut">
          <Icon name="alert" size={18} />
          <span>{troubles.join(' · ')}</span>
        </span>
      )}
      {part !== 'short' && days !== '' && <span>{t('agency.days', { days })}</span>}
      {part !== 'short' && state.note !== '' && (
        <span>
          “{state.note}”{' '}
          {state.saidAt && <span class="soft">{t('agency.said', { time: formatTime(state.saidAt, language, app.region?.timeZone) })}</span>}
        </span>
      )}
    </span>
  )
}
