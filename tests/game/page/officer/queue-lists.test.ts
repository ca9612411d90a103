import { describe, expect, it } from 'vitest'
import { countOf, findTicket, isRowActionPossible, queueLists, rowActions } from '../../../../game/page/officer/app/queue-lists.ts'
import { sampleCounter, sampleTicket } from './sample-counter.ts'

describe('the lists of a day', () => {
  it('offer for each ticket what its state allows, and nothing for one that is in no list', () => {
    expect(queueLists.map((list) => rowActions({ state: list }))).toEqual([
      ['call', 'prioritise', 'note'],
      ['return', 'call', 'note'],
      ['rejoin', 'call', 'note'],
      ['check-in', 'prioritise', 'note'],
    ])
    for (const state of ['called', 'serving', 'done', 'transferred'] as const) expect(rowActions({ state })).toEqual([])
  })

  it('let nobody be called by name while somebody is in hand; the rest goes on', () => {
    const busy = sampleCounter(sampleTicket())
    expect(rowActions({ state: 'waiting' }).filter((action) => isRowActionPossible(action, busy))).toEqual(['prioritise', 'note'])
    expect(isRowActionPossible('call', sampleCounter(null))).toBe(true)
  })

  it('find a ticket wherever it is now, and not once it has gone', () => {
    const parked = sampleTicket({ id: 'p', state: 'parked', room: 'Ruang tunggu' })
    const counter = sampleCounter(sampleTicket(), { parked: [parked] })
    expect(findTicket(counter, 'p')).toBe(parked)
    expect(findTicket(counter, 't1')?.state).toBe('called')
    expect(findTicket(counter, 'gone')).toBeNull()
  })

  it('count all who wait, though fifty are told at most', () => {
    const lines = [
      { group: 'a', waiting: 60, closed: null },
      { group: 'b', waiting: 12, closed: null },
    ]
    const counter = sampleCounter(null, { waiting: Array.from({ length: 50 }, (_, i) => sampleTicket({ id: `w${i}` })), lines })
    expect(countOf(counter, 'waiting')).toBe(72)
    expect(countOf(counter, 'skipped')).toBe(0)
  })
})
