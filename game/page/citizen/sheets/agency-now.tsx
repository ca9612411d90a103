import type { AgencyStateView } from '../../../api/index.ts'
import { formatDay, formatTime, Icon, useText, type Text } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isEveryDay, untilMidnight } from './agency-days.ts'

/** `short`: one or two lines, for a card that is closed; `rest`: what that leaves out; `beside`: all but the hours, which stand there already. */
type Part = 'short' | 'rest' | 'beside'

/** What an agency can do today, in the list. */
export function LiveAgency(props: { agency: string; part: Part }) {
  const state = useCitizen().app.agencies.value.get(props.agency)
  return state ? <AgencyNow state={state} part={props.part} /> : null
}

/** The truth before travel: open until when, on which days, what keeps it from working, and the officer's own word on it. All of it without `part`. */
export function AgencyNow(props: { state: AgencyStateView; part?: Part }) {
  const { state, part } = props
  const text = useText()
  const { t, language } = text
  const zone = useCitizen().app.region?.timeZone
  const days = isEveryDay(state) ? '' : state.nextDays.map((day) => formatDay(day, language)).join(', ')
  const troubles = [...(state.isCentralUp ? [] : [t('agency.central-down')]), ...(state.hasBlanks ? [] : [t('agency.no-blanks')])]
  const hasRest = days !== '' || state.note !== ''
  if (part === 'rest' && !hasRest) return null
  if (part === 'beside' && !hasRest && troubles.length === 0) return null
  return (
    <span class="agency-now small">
      {part !== 'rest' && part !== 'beside' && (
        <span class="line-state">
          <span class={state.opening.type === 'open' ? 'dot good' : 'dot'} aria-hidden="true" />
          <span>{openingWords(state.opening, text)}</span>
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
          “{state.note}” {state.saidAt && <span class="soft">{t('agency.said', { time: formatTime(state.saidAt, language, zone) })}</span>}
        </span>
      )}
    </span>
  )
}

function openingWords(opening: AgencyStateView['opening'], { t, language }: Text): string {
  const at = (opening.at ?? '').replace(':', language === 'id' ? '.' : ':')
  switch (opening.type) {
    case 'open':
      return untilMidnight(opening) ? t('agency.open-on') : t('agency.open', { at })
    case 'break':
      return t('agency.break', { at })
    case 'before':
      return t('agency.before', { at })
    case 'after':
      return t('agency.after')
    case 'closed':
      return opening.reason ? t('agency.closed-because', { reason: opening.reason }) : t('agency.closed')
  }
}
