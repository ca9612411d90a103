import { useState } from 'preact/hooks'
import type { TicketView } from '../../../api/index.ts'
import { callSentence, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { loadTickets } from '../app/session.ts'
import { putTicket } from '../app/ticket-state.ts'

export type TicketAction = 'check-in' | 'ready' | 'rejoin' | 'return' | 'cancel'

/** One action of a person on their own ticket. All are safe to press again: what is done already is refused and the ticket read anew. */
export function useTicketAction(ticket: string): {
  readonly isBusy: boolean
  /** Why the latest did not work, as a sentence; empty when it did. */
  readonly problem: string
  /** @returns whether it was done */
  run(action: TicketAction): Promise<boolean>
} {
  const { app } = useCitizen()
  const { t } = useText()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (action: TicketAction) => {
    setBusy(true)
    setProblem('')
    try {
      const view =
        action === 'cancel'
          ? await app.call<TicketView>('DELETE', `/api/tickets/${ticket}`)
          : await app.call<TicketView>('POST', `/api/tickets/${ticket}/${action}`)
      app.tickets.value = putTicket(app.tickets.value, view)
      setBusy(false)
      return true
    } catch (error) {
      setProblem(callSentence(error, t))
      // Somebody else, or another phone, may have been first.
      await loadTickets(app).catch(() => undefined)
    }
    setBusy(false)
    return false
  }
  return { isBusy, problem, run }
}
