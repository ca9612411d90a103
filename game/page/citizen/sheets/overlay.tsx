import { useCitizen } from '../app/app-context.tsx'
import { StandardSlot } from '../standard/standard-slot.tsx'
import { AccountSheet } from './account-sheet.tsx'
import { BookSheet } from './book-sheet.tsx'
import { CalledCard } from './called-card.tsx'
import { ClaimSheet } from './claim-sheet.tsx'
import { CounterSheet } from './counter-sheet.tsx'
import { ReadyCard } from './ready-card.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'
import { SurveySheet } from './survey-sheet.tsx'
import { TakingSheet } from './taking-sheet.tsx'
import { TalkSheet } from './talk-sheet.tsx'
import { TicketSheet } from './ticket-sheet.tsx'
import { WishSheet } from './wish-sheet.tsx'

/** The cards that come by themselves, and the one sheet that is open. */
export function Overlay() {
  return (
    <>
      <ReadyCard />
      <CalledCard />
      <OpenPanel />
    </>
  )
}

function OpenPanel() {
  const panel = useCitizen().app.panel.value
  switch (panel?.kind) {
    case 'sign-in':
      return <SignInSheet take={panel.take} claim={panel.claim ?? null} />
    case 'wish':
      return <WishSheet key={panel.group} line={panel} />
    case 'book':
      return <BookSheet key={panel.group} line={panel} />
    case 'taking':
      return <TakingSheet />
    case 'claim':
      return <ClaimSheet code={panel.code} />
    case 'ticket':
      return <TicketSheet key={panel.ticket} ticket={panel.ticket} />
    case 'service':
      return <StandardSlot key={panel.service} service={panel.service} />
    case 'counter':
      return <CounterSheet key={panel.counter} counter={panel.counter} isNear={panel.isNear ?? false} />
    case 'talk':
      return <TalkSheet key={panel.ticket} ticket={panel.ticket} />
    case 'survey':
      return <SurveySheet key={panel.ticket} ticket={panel.ticket} of={panel.of ?? 'ticket'} />
    case 'account':
      return <AccountSheet />
    default:
      return null
  }
}
