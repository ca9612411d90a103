import type { ContactRung } from '../contact/index.ts'
import type { ContactView, CounterSummary, OfficerCounter, QueueSummary, TicketView } from './http.ts'

/** Path of the service socket: JSON, one message a frame. The walking socket is another: `worldSocketPath`, binary. */
export const serviceSocketPath = '/socket/service'
export const worldSocketPath = '/socket/world'

/** Close codes of the service socket (4000 to 4999 are the application's). */
export const serviceCloseCodes = {
  badMessage: { code: 4400, reason: 'message could not be read' },
  tooLarge: { code: 4413, reason: 'message larger than 64 KB' },
  tooMany: { code: 4429, reason: 'more than 40 messages a second' },
  goingAway: { code: 4503, reason: 'server stops; connect again' },
} as const

/** Page → server. */
export type ServiceRequest =
  /** Which region's public state to hear of; null stops it. */
  | { readonly type: 'watch'; readonly region: string | null }
  /** The citizen takes the call, or changes the rung; the officer may change it too. */
  | { readonly type: 'contact.answer'; readonly contact: string; readonly rung: ContactRung }
  | { readonly type: 'contact.rung'; readonly contact: string; readonly rung: ContactRung }
  | { readonly type: 'contact.chat'; readonly contact: string; readonly key: string; readonly text: string }
  /** WebRTC signalling, handed to the other end unread. */
  | { readonly type: 'contact.signal'; readonly contact: string; readonly data: unknown }
  | { readonly type: 'ping'; readonly at: number }

/** Server → page. */
export type ServiceEvent =
  /** First message: who the server takes this socket for. */
  | { readonly type: 'hello'; readonly role: 'visitor' | 'citizen' | 'officer' }
  | { readonly type: 'queue'; readonly summary: QueueSummary }
  | { readonly type: 'counter'; readonly region: string; readonly counter: CounterSummary }
  /** A ticket was called: for boards. Never a name. */
  | { readonly type: 'called'; readonly region: string; readonly label: string; readonly counter: string; readonly at: string }
  | { readonly type: 'ticket'; readonly ticket: TicketView }
  | { readonly type: 'console'; readonly counter: OfficerCounter | null }
  /** A colleague of the region has pressed the emergency button. `counter` is its label. */
  | { readonly type: 'emergency'; readonly counter: string; readonly name: string; readonly text: string; readonly at: string }
  | { readonly type: 'contact'; readonly contact: ContactView }
  | {
      readonly type: 'contact.chat'
      readonly contact: string
      readonly key: string
      readonly from: 'citizen' | 'officer'
      readonly text: string
      readonly at: string
    }
  | { readonly type: 'contact.signal'; readonly contact: string; readonly data: unknown }
  | { readonly type: 'pong'; readonly at: number }
  | { readonly type: 'refused'; readonly code: string; readonly message: string }
