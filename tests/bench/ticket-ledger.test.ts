import { expect, it } from 'vitest'
import { createTicketLedger } from '../../bench/figures/ticket-ledger.ts'

const view = { id: 't1', region: 'kukar', group: 'a', day: '2026-03-02', label: 'A-001' }

it('a ticket that is there with its number is neither lost nor doubled, however often its key is used', () => {
  const ledger = createTicketLedger()
  const told = ledger.acknowledge(view, 'key-1', 0)
  ledger.acknowledge(view, 'key-1', 0)
  ledger.compare(told, { ...view, state: 'waiting' })
  ledger.expectKnown('t1')
  expect([ledger.lost(), ledger.doubled(), ledger.tickets.size]).toEqual([0, 0, 1])
})

it('a ticket that is gone, has another number, or was given up and is back counts as lost, once', () => {
  const ledger = createTicketLedger()
  const gone = ledger.acknowledge(view, 'key-1', 0)
  const renumbered = ledger.acknowledge({ ...view, id: 't2', label: 'A-002' }, 'key-2', 1)
  const back = ledger.acknowledge({ ...view, id: 't3', label: 'A-003' }, 'key-3', 2)
  back.isCancelled = true
  for (let i = 0; i < 2; i++) ledger.compare(gone, null)
  ledger.compare(renumbered, { ...view, id: 't2', label: 'A-009', state: 'waiting' })
  ledger.compare(back, { ...view, id: 't3', label: 'A-003', state: 'waiting' })
  expect([ledger.lost(), ledger.doubled()]).toEqual([3, 0])
})

it('a number given twice, a key with two tickets, and a ticket nobody was told of count as doubled', () => {
  const ledger = createTicketLedger()
  ledger.acknowledge(view, 'key-1', 0)
  ledger.acknowledge({ ...view, id: 't2' }, 'key-2', 1)
  ledger.acknowledge({ ...view, id: 't3', label: 'A-003' }, 'key-1', 0)
  ledger.expectKnown('t4')
  expect([ledger.lost(), ledger.doubled()]).toEqual([0, 3])
})
