import { describe, expect, it } from 'vitest'
import type { CounterSummary, QueueSummary } from '../../../../game/api/index.ts'
import { emptyBoard, isInHand, openCounters, putCall, putCounter, putSummary } from '../../../../game/page/board/state/board.ts'

const counter = (id: string, serving: string | null, minute = 0): CounterSummary => ({
  counter: id,
  isOpen: true,
  serving,
  servingSince: serving ? `2025-11-21T01:${String(minute).padStart(2, '0')}:00.000Z` : null,
  stream: { state: 'off', playlist: null },
})
const summary = (counters: CounterSummary[], day = '2025-11-21'): QueueSummary => ({ region: 'kukar', day, groups: [], counters })
const call = (label: string, at: string, counterId = 'c1') => ({ label, counter: counterId, at: `2025-11-21T01:${at}:00.000Z` })

describe('the board', () => {
  it('begins with the numbers in hand, newest first', () => {
    const board = putSummary(emptyBoard, summary([counter('c1', 'A-001', 5), counter('c2', 'B-002', 9), counter('c3', null)]))
    expect(board.calls.map(({ label }) => label)).toEqual(['B-002', 'A-001'])
  })

  it('moves a call to the front, and a call again with it, never twice', () => {
    let board = putSummary(emptyBoard, summary([counter('c1', 'A-001', 5)]))
    board = putCall(board, call('B-001', '07', 'c2'))
    board = putCall(board, call('A-001', '08'))
    expect(board.calls.map(({ label }) => label)).toEqual(['A-001', 'B-001'])
  })

  it('keeps a call after the person is gone, and knows that the counter has it no more', () => {
    let board = putSummary(emptyBoard, summary([counter('c1', 'A-001', 5)]))
    expect(isInHand(board, board.calls[0])).toBe(true)
    board = putCounter(board, { region: 'kukar', counter: counter('c1', null) })
    expect(board.calls.map(({ label }) => label)).toEqual(['A-001'])
    expect(isInHand(board, board.calls[0])).toBe(false)
  })

  it('adds what was called while the line was down', () => {
    let board = putCall(putSummary(emptyBoard, summary([])), call('A-001', '05'))
    board = putSummary(board, summary([counter('c2', 'B-009', 30)]))
    expect(board.calls.map(({ label }) => label)).toEqual(['B-009', 'A-001'])
  })

  it('is empty again on the next office day', () => {
    const board = putCall(putSummary(emptyBoard, summary([])), call('A-001', '05'))
    expect(putSummary(board, summary([], '2025-11-22')).calls).toEqual([])
  })

  it("passes over another region's counters", () => {
    const board = putSummary(emptyBoard, summary([counter('c1', null)]))
    expect(putCounter(board, { region: 'kendari', counter: counter('x', 'Z-001') })).toBe(board)
  })

  it('lists the open counters in the order of the hall', () => {
    const places = ['c3', 'c1', 'c2'].map((id) => ({ id, region: 'kukar', label: id, agency: 'a' }))
    const board = putSummary(emptyBoard, summary([counter('c1', 'A-001'), { ...counter('c2', null), isOpen: false }, counter('c3', null)]))
    const open = openCounters(board, { region: {} as never, agencies: [], counters: places })
    expect(open.map(({ place, serving }) => [place.id, serving])).toEqual([
      ['c3', null],
      ['c1', 'A-001'],
    ])
  })
})
