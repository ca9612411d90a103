import type { CaseView } from '../../../../api/index.ts'
import { useText, type Text } from '../../../shared/index.ts'
import { showDay } from './answer-words.ts'

const tones: Partial<Record<CaseView['state'], string>> = {
  returned: 'warn',
  rejected: 'bad',
  withdrawn: '',
  issued: 'good',
  collected: 'good',
}

export function StateBadge(props: { view: CaseView }) {
  const { view } = props
  const { t } = useText()
  return (
    <span class={`badge ${view.paused === 'fee' ? 'warn' : (tones[view.state] ?? '')}`}>
      {t(view.paused === 'fee' ? 'case.state.fee' : `case.state.${view.state}`)}
    </span>
  )
}

/** What happens next, and by whom: a role, never a name. */
export function turnWords(view: CaseView, { t, language }: Text): string {
  if (view.paused === 'returned') return t('case.turn.returned')
  if (view.paused === 'fee') return t('case.turn.fee')
  if (view.state === 'issued') return t('case.turn.issued')
  if (view.turn === null || view.turn === 'citizen' || view.turn === 'system') return t(`case.end.${endOf(view)}`)
  const who = t(`case.role.${view.turn}`)
  const day = view.promisedOn ? showDay(view.promisedOn, language) : null
  if (day === null) return who
  return t(view.isLate ? 'case.turn.late' : 'case.turn.until', { who, day })
}

function endOf({ state }: CaseView): 'rejected' | 'withdrawn' | 'collected' | 'waiting' {
  return state === 'rejected' || state === 'withdrawn' || state === 'collected' ? state : 'waiting'
}
