import type { OfficerCounter } from '../../../api/index.ts'

/** What an officer can do at an open counter, with the person in hand or without. */
export type DeskAction = 'next' | 'recall' | 'serve' | 'finish' | 'skip' | 'park' | 'transfer' | 'note' | 'verify' | 'pause' | 'close'

/**
 * Whether the action can succeed with the counter as the server last told it. `next` is possible with an empty line too:
 * somebody may have come this second, and the server says so when nobody has. While somebody is served, it finishes their turn first.
 */
export function isPossible(action: DeskAction, counter: OfficerCounter | null): boolean {
  if (!counter) return false
  const { current } = counter
  if (action === 'pause') return true
  if (action === 'next') return current === null || current.state === 'serving'
  if (action === 'close') return current === null
  if (!current) return false
  if (action === 'finish') return current.state === 'serving'
  if (action === 'verify') return !current.isVerified && !current.isGuest
  if (action === 'park' || action === 'transfer' || action === 'note') return true
  return current.state === 'called'
}

/** The step that usually comes now: shown as the main button, one at a time. */
export function usualAction(counter: OfficerCounter): DeskAction {
  if (!counter.current) return 'next'
  return counter.current.state === 'called' ? 'serve' : 'finish'
}
