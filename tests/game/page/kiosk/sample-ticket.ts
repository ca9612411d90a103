import type { TicketView } from '../../../../game/api/index.ts'

/** Somebody who waits as the fourth, with a part of it changed. */
export function sampleTicket(changes: Partial<TicketView> = {}): TicketView {
  return {
    id: 't1',
    region: 'kukar',
    group: 'ktp',
    service: null,
    agency: 'disdukcapil',
    label: 'A-004',
    state: 'waiting',
    day: '2026-11-23',
    issuedAt: '2026-11-23T01:00:00.000Z',
    ahead: 3,
    wait: { optimisticMinutes: 10, estimateMinutes: 18, latestMinutes: 30 },
    counter: null,
    contact: null,
    isSurveyDue: false,
    priority: null,
    slotAt: null,
    checkIn: null,
    isReadyAsked: false,
    room: null,
    rejoinBehind: null,
    sentTo: null,
    route: [],
    receipt: null,
    ...changes,
  }
}
