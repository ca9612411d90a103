import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { ContactView, TicketView } from '../../../api/index.ts'
import type { ContactRung } from '../../../contact/index.ts'
import { keepChatHistory } from '../../shared/index.ts'
import type { Talk } from '../../shared/talk/index.ts'
import type { CitizenApp } from './citizen-app.ts'
import { isLive } from './ticket-state.ts'

/** The talk about the ticket that is called, from the first ring to its end. */
export type TalkKeeper = {
  readonly contact: ReadonlySignal<ContactView | null>
  /** null until the part of the page that talks has come over the network. */
  readonly talk: ReadonlySignal<Talk | null>
  /** Answers, or comes back, and opens the sheet. */
  join(rung: ContactRung): Promise<void>
  /** Leaves camera and line, closes the sheet; the talk stays open for coming back. */
  leave(): void
}

/** Fetches the talk's code as soon as there is a ticket to be called, so that a ring on a weak network is not late. */
export function createTalkKeeper(app: CitizenApp): TalkKeeper {
  const contact = computed(() => {
    const ticket = app.tickets.value.find((row) => row.contact && row.contact.state !== 'ended' && isLive(row))
    return ticket?.contact ?? null
  })
  const contactId = computed(() => contact.value?.id ?? null)
  const talk = signal<Talk | null>(null)
  const history = keepChatHistory(app.socket)
  let ofId: string | null = null
  const load = () => import('../../shared/talk/index.ts')

  effect(() => {
    // A part that did not arrive is asked for again when it is needed.
    if (app.foremost.value && isNear(app.foremost.value)) load().catch(() => undefined)
  })
  effect(() => {
    const id = contactId.value
    if (ofId !== id) {
      talk.peek()?.dispose()
      talk.value = null
      ofId = id
    }
    if (id !== null) void make(id).catch(() => undefined)
  })

  async function make(id: string): Promise<Talk | null> {
    const { createTalk } = await load()
    if (contactId.peek() !== id) return null
    talk.value ??= createTalk({
      role: 'citizen',
      id,
      contact,
      socket: app.socket,
      iceServers: app.config.iceServers,
      history: history.of(id),
      onBytes: app.meter.add,
    })
    return talk.value
  }

  return {
    contact,
    talk,
    async join(rung) {
      const now = contact.value
      if (!now) return
      app.open({ kind: 'talk', ticket: now.ticket })
      const made = await make(now.id)
      made?.begin(rung)
    },
    leave() {
      talk.value?.leave()
      app.close()
    },
  }
}

/** Who has booked a day to come, or sits in another room, is not called within the minute. */
function isNear({ state }: TicketView): boolean {
  return state === 'waiting' || state === 'called' || state === 'serving'
}
