import type { ComponentChildren } from 'preact'
import { Busy, Notice, useText } from '../../shared/index.ts'
import { useTicketAction, type TicketAction } from './ticket-actions.ts'

/** The one thing to do with a ticket now, as a large button; what goes wrong stands above it. */
export function ActionButton(props: { ticket: string; action: TicketAction; isDisabled?: boolean; children: ComponentChildren }) {
  const { t } = useText()
  const { isBusy, problem, run } = useTicketAction(props.ticket)
  return (
    <>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      <button type="button" class="button main wide large" disabled={isBusy || props.isDisabled} onClick={() => void run(props.action)}>
        {isBusy ? <Busy>{t('action.sending')}</Busy> : props.children}
      </button>
    </>
  )
}
