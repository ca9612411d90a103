import { noticeAt, type ComplaintState } from '../../game/case/index.ts'
import type { CaseDirectory } from '../case/index.ts'
import type { Log } from '../identity/index.ts'
import type { PaymentService } from '../payment/index.ts'
import type { QueueEmitter, QueueServiceEvents } from '../queue/index.ts'
import type { News, NoticeService } from './notice-service.ts'

/** Tells people of what happens to what is theirs, by the table of `game/case/notice`. @returns how to stop */
export function listenForNotices(options: {
  notices: Pick<NoticeService, 'tell'>
  queue: { readonly events: QueueEmitter }
  isGuest: (citizen: string) => boolean
  cases: Pick<CaseDirectory, 'onChange'>
  payments: Pick<PaymentService, 'onChange'>
  complaints: { onChange(listener: (complaint: ComplaintState) => void): () => void }
  clock: () => number
  log: Log
}): () => void {
  const { notices, queue, isGuest, cases, payments, complaints, clock, log } = options
  const tell = (news: News): void => {
    notices.tell(news).catch((error: unknown) => log({ error, key: news.key }, 'somebody was not told'))
  }
  const onTicket = ({ event, placed }: QueueServiceEvents['ticket'][0]): void => {
    const { ticket, region } = placed
    const key = noticeAt('ticket', event.type)
    if (key === null || isGuest(ticket.citizen)) return
    const values = { ...(ticket.label === null ? {} : { number: ticket.label }), ...(event.type === 'rebooked' ? { day: event.day } : {}) }
    tell({ citizen: ticket.citizen, region, key, about: { kind: 'ticket', id: ticket.id }, values, occasion: String(event.atMs) })
  }
  queue.events.on('ticket', onTicket)
  const stops = [
    cases.onChange(({ summary, event }) => {
      const key = noticeAt('case', event)
      const { citizen, region, id, number } = summary
      if (key !== null) tell({ citizen, region, key, about: { kind: 'case', id }, values: { number }, occasion: String(clock()) })
    }),
    payments.onChange(({ citizen, region, id, state }) => {
      const key = noticeAt('payment', state)
      // Money comes once and goes back once.
      if (key !== null) tell({ citizen, region, key, about: { kind: 'payment', id }, values: {}, occasion: state })
    }),
    complaints.onChange(({ id, number, region, voice, state, level, reopenings }) => {
      const key = noticeAt('complaint', state)
      // Who complained without a name has no list to put it into.
      if (key === null || !('citizen' in voice)) return
      const occasion = `${state}/${level}/${reopenings}`
      tell({ citizen: voice.citizen, region, key, about: { kind: 'complaint', id }, values: { number }, occasion })
    }),
  ]
  return () => {
    queue.events.off('ticket', onTicket)
    for (const stop of stops) stop()
  }
}
