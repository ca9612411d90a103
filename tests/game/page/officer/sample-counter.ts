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
    servedAt: null,
    calls: 1,
    channel: 'home',
    priority: null,
    isReady: true,
    room: null,
    slotAt: null,
    route: [],
    notes: [],
    isGuest: false,
    nikMasked: '6402••••••••0001',
    phoneMasked: '+62 812 •••• 7890',
    isVerified: false,
    ...change,
  }
}

export function sampleCounter(current: OfficerTicket | null, change: Partial<OfficerCounter> = {}): OfficerCounter {
  return {
    counter: { id: 'kukar.loket-01', region: 'kukar', label: '1', agency: 'disdukcapil' },
    day: '2025-11-21',
    waiting: [],
    parked: [],
    skipped: [],
    reserved: [],
    current,
    contact: null,
    servedToday: 0,
    paused: null,
    lines: [],
    colleagues: [],
    agency: {
      agency: 'disdukcapil',
      opening: { type: 'open', at: '15:00', reason: null },
      givesNumbers: true,
      nextDays: ['2025-11-21', '2025-11-24'],
      isCentralUp: true,
      hasBlanks: true,
      note: '',
      saidAt: null,
    },
    ...change,
  }
}
