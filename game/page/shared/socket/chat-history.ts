import type { ServiceEvent } from '../../../api/index.ts'
import type { ServiceSocket } from './service-socket.ts'

export type ChatLine = Omit<Extract<ServiceEvent, { readonly type: 'contact.chat' }>, 'type'>

/** The written lines of every talk since the page began: a talk whose code comes later than they did reads them here. */
export type ChatHistory = { of(contact: string): readonly ChatLine[] }

/** Listens for as long as the socket lives. A line that comes again after a reconnection is kept once. */
export function keepChatHistory(socket: ServiceSocket): ChatHistory {
  const lines = new Map<string, ChatLine>()
  socket.on('contact.chat', (line) => {
    lines.set(`${line.contact}/${line.from}/${line.key}`, line)
  })
  return { of: (contact) => [...lines.values()].filter((line) => line.contact === contact) }
}
