import { describe, expect, it } from 'vitest'
import { addMissed, missedFor, readMissed, removeMissed } from '../../../../game/page/officer/app/missed-tickets.ts'
import { sampleTicket } from './sample-counter.ts'

const here = { counter: 'kukar.loket-01', day: '2025-11-21' }

describe('the list of the missed', () => {
  it('keeps each once, newest first, and nothing that says who they are', () => {
    let list = missedFor(null, here)
    for (const id of ['a', 'b', 'a']) list = addMissed(list, sampleTicket({ id }))
    expect(list.tickets.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(JSON.stringify(list)).not.toMatch(/6402|812/)
    expect(removeMissed(list, 'a').tickets.map(({ id }) => id)).toEqual(['b'])
  })

  it('begins anew on another day or at another counter', () => {
    const list = addMissed(missedFor(null, here), sampleTicket())
    expect(missedFor(list, here)).toBe(list)
    expect(missedFor(list, { ...here, day: '2025-11-22' }).tickets).toEqual([])
    expect(missedFor(list, { ...here, counter: 'kukar.loket-02' }).tickets).toEqual([])
  })

  it('comes back from what was kept, and from nothing else', () => {
    const list = addMissed(missedFor(null, here), sampleTicket())
    expect(readMissed(JSON.stringify(list))).toEqual(list)
    for (const text of [null, '', '{', '[]', '{"counter":"x"}']) expect(readMissed(text)).toBeNull()
  })
})
