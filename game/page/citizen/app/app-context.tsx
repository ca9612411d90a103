import { createContext, type ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { assert } from '@balai/engine/core'
import { TextProvider } from '../../shared/index.ts'
import type { CitizenApp } from './citizen-app.ts'
import type { TalkKeeper } from './talk-keeper.ts'
import type { TicketTaker } from './take-ticket.ts'

/** What the components of the page work with. */
export type Citizen = { readonly app: CitizenApp; readonly taker: TicketTaker; readonly talks: TalkKeeper }

const CitizenContext = createContext<Citizen | null>(null)

export function CitizenProvider(props: { citizen: Citizen; children: ComponentChildren }) {
  return (
    <CitizenContext.Provider value={props.citizen}>
      <TextProvider text={props.citizen.app.text}>{props.children}</TextProvider>
    </CitizenContext.Provider>
  )
}

export function useCitizen(): Citizen {
  const citizen = useContext(CitizenContext)
  assert(citizen !== null, 'a component of the citizen page stands outside CitizenProvider')
  return citizen
}
