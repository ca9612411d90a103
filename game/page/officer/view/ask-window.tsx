import type { OfficerCounter } from '../../../api/index.ts'
import { useText } from '../../shared/index.ts'
import type { Ask } from '../app/layout.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { findTicket } from '../app/queue-lists.ts'
import { AgencyForm } from './agency-form.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { CloseQuestion } from './close-question.tsx'
import { CloseLineForm, RebookForm } from './line-forms.tsx'
import { EmergencyForm } from './emergency-form.tsx'
import { KioskAddress } from './kiosk-address.tsx'
import { LineName } from './subject-name.tsx'
import { ManageList } from './manage-list.tsx'
import { TicketAskBody } from './ticket-asks.tsx'
import { TransferForm } from './transfer-form.tsx'
import { WordsForm } from './words-form.tsx'

/** The one window of the console, with whatever is asked now. */
export function AskWindow(props: { counter: OfficerCounter }) {
  const { layout } = useOfficer()
  const ask = layout.ask.value
  if (!ask) return null
  return (
    <AskDialog name={ask.type} title={<AskTitle ask={ask} counter={props.counter} />} isLoud={ask.type === 'emergency'}>
      <AskBody ask={ask} counter={props.counter} />
    </AskDialog>
  )
}

function AskTitle(props: { ask: Ask; counter: OfficerCounter }) {
  const { ask, counter } = props
  const { t } = useText()
  if ('ticket' in ask) return <>{t(`officer.ask.${ask.type}`, { label: findTicket(counter, ask.ticket)?.label ?? '' })}</>
  if ('group' in ask) {
    return (
      <>
        {t(`officer.ask.${ask.type}`)}: <LineName group={ask.group} />
      </>
    )
  }
  return <>{t(`officer.ask.${ask.type}`, { counter: counter.counter.label })}</>
}

function AskBody(props: { ask: Ask; counter: OfficerCounter }) {
  const { ask, counter } = props
  const { desk, layout } = useOfficer()
  const { t } = useText()
  switch (ask.type) {
    case 'transfer':
      return <TransferForm counter={counter} ticket={ask.ticket} />
    case 'ticket':
    case 'call':
    case 'prioritise':
    case 'note':
    case 'park':
      return <TicketAskBody counter={counter} type={ask.type} ticket={ask.ticket} />
    case 'close-line':
      return <CloseLineForm group={ask.group} />
    case 'rebook':
      return <RebookForm group={ask.group} counter={counter} />
    case 'manage':
      return <ManageList counter={counter} />
    case 'agency':
      return <AgencyForm agency={counter.agency} />
    case 'emergency':
      return <EmergencyForm counter={counter} />
    case 'kiosk':
      return <KioskAddress />
    case 'close':
      return <CloseQuestion counter={counter} />
    case 'pause':
      return (
        <>
          <p class="soft">{t('officer.ask.pause.how')}</p>
          <WordsForm
            of="pause"
            label={t('officer.reason.own')}
            submit={t('officer.pause')}
            onWords={(words) => void layout.settle(desk.pause(words))}
          />
        </>
      )
  }
}
