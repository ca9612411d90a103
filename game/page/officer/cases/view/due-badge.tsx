import type { OfficerCaseRow } from '../../../../api/index.ts'
import { addDays } from '../../../../queue/index.ts'
import { formatDay, useText } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { dayIn, urgencyOf } from '../state/case-words.ts'
import { useCases } from './case-context.ts'

const tones = { late: 'bad', today: 'warn', soon: 'warn', later: '', resting: '' } as const

/** The promised day, the louder the nearer it is. */
export function DueBadge(props: { row: Pick<OfficerCaseRow, 'promisedOn' | 'isLate' | 'state'> }) {
  const { promisedOn, state } = props.row
  const { app } = useOfficer()
  const { catalogue } = useCases()
  const { language, t } = useText()
  const today = dayIn(catalogue.value?.region.timeZone, Date.now() - app.skewMs.value)
  const urgency = urgencyOf(props.row, today, addDays(today, 2))
  if (urgency === 'resting') return <span class="badge">{t(`cases.state.${state}`)}</span>
  const day = promisedOn === null ? '' : formatDay(promisedOn, language)
  return <span class={`badge ${tones[urgency]}`}>{t(`cases.due.${urgency}`, { day })}</span>
}
