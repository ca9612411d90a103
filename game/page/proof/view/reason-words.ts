import { callReasons, priorityReasons } from '../../../queue/index.ts'
import type { Translate } from '../../shared/index.ts'

/** Why somebody was called out of turn. A reason that no list has is not shown: it is a text from outside. */
export function reasonWords(call: { readonly basis: string; readonly reason: string }, t: Translate): string {
  switch (call.basis) {
    case 'priority':
      return isOf(priorityReasons, call.reason) ? t(`proof.priority.${call.reason}`) : t('proof.priority')
    case 'named':
      return isOf(callReasons, call.reason) ? t(`proof.named.${call.reason}`) : t('proof.named')
    case 'assigned':
      return t('proof.assigned')
    case 'older-place':
      return t('proof.older-place')
    default:
      return t('proof.not-ready')
  }
}

function isOf(list: readonly string[], reason: string): boolean {
  return list.includes(reason)
}
