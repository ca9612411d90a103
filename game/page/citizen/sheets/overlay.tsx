import { OfflineBanner } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { AccountSheet } from './account-sheet.tsx'
import { CalledCard } from './called-card.tsx'
import { CounterSheet } from './counter-sheet.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'
import { SurveySheet } from './survey-sheet.tsx'
import { TakingSheet } from './taking-sheet.tsx'
import { TalkSheet } from './talk-sheet.tsx'
import { TicketSheet } from './ticket-sheet.tsx'

/** Whatever lies over the page, the same over both skins. */
export function Overlay() {
  const { app } = useCitizen()
  return (
    <>
      <OfflineBanner state={app.socket.state} />
      <CalledCard />
      <OpenPanel />
    </>
  )
}

function OpenPanel() {
  const panel = useCitizen().app.panel.value
  switch (panel?.kind) {
    case 'sign-in':
      return <SignInSheet take={panel.take} />
    case 'taking':
      return <TakingSheet />
    case 'ticket':
      return <TicketSheet key={panel.ticket} ticket={panel.ticket} />
    case 'counter':
      return <CounterSheet key={panel.counter} counter={panel.counter} isNear={panel.isNear ?? false} />
    case 'talk':
      return <TalkSheet key={panel.ticket} ticket={panel.ticket} />
    case 'survey':
      return <SurveySheet key={panel.ticket} ticket={panel.ticket} />
    case 'account':
      return <AccountSheet />
    default:
      return null
  }
}
