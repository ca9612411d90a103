import { useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isCalled } from '../app/ticket-state.ts'
import { ActionButton } from './action-button.tsx'

/** "Still there?": over the page, with one large button. Gives way to a call, and to a sheet, which asks the same. */
export function ReadyCard() {
  const { app } = useCitizen()
  const { t } = useText()
  const ticket = app.tickets.value.find((row) => row.isReadyAsked)
  if (!ticket || app.panel.value || app.tickets.value.some(isCalled)) return null
  return (
    <section class="called ready-card" role="alert" aria-labelledby="ready-title">
      <h2 id="ready-title">
        <span class="small number">{ticket.label}</span>
        <span>{t('ready.ask')}</span>
      </h2>
      <p>{t('ready.why')}</p>
      <ActionButton ticket={ticket.id} action="ready">
        {t('ready.yes')}
      </ActionButton>
    </section>
  )
}
