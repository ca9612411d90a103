import type { OfficerCounter, OfficerTicket } from '../../../../game/api/index.ts'

export function sampleTicket(change: Partial<OfficerTicket> = {}): OfficerTicket {
  return {
    id: 't1',
    label: 'A-001',
    group: 'identitas',
    service: null,
    state: 'called',
    issuedAt: '2025-11-21T01:00:00.000Z',
    calledAt: '2025-11-21T01:05:00.000Z',
    nikMasked: '6402••••••••0001',
    phoneMasked: '+62 812 •••• 7890',
    isVerified: false,
    ...change,
  }
}

export function sampleCounter(current: OfficerTicket | null): OfficerCounter {
  return {
    counter: { id: 'kukar.loket-01', region: 'kukar', label: '1', agency: 'disdukcapil' },
    day: '2025-11-21',
    waiting: [],
    current,
    contact: null,
    servedToday: 0,
  }
}
