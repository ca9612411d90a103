import { useEffect, useState } from 'preact/hooks'
import type { TicketView } from '../../../api/index.ts'
import { Busy, callSentence, Notice, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { putTicket } from '../app/ticket-state.ts'

/** A kiosk's ticket becomes the person's own: its place does not move, and it is found again on every phone of theirs. */
export function ClaimSheet(props: { code: string }) {
  const { app } = useCitizen()
  const { t } = useText()
  const [problem, setProblem] = useState('')
  const claim = async () => {
    setProblem('')
    try {
      const ticket = await app.call<TicketView>('POST', '/api/tickets/claim', { body: { code: props.code } })
      app.tickets.value = putTicket(app.tickets.value, ticket)
      app.open({ kind: 'ticket', ticket: ticket.id })
    } catch (error) {
      setProblem(callSentence(error, t))
    }
  }
  useEffect(() => {
    if (app.session.value?.role === 'citizen') void claim()
    else app.open({ kind: 'sign-in', take: null, claim: props.code })
  }, [])
  return (
    <Sheet title={t('claim.title')} onClose={() => app.close()}>
      <div class="stack">
        {problem ? (
          <>
            <Notice tone="bad" isLive>
              {problem}
            </Notice>
            <button type="button" class="button main wide" onClick={() => void claim()}>
              {t('action.retry')}
            </button>
          </>
        ) : (
          <Busy>{t('claim.sending')}</Busy>
        )}
      </div>
    </Sheet>
  )
}
