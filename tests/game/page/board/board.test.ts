import { describe, expect, it } from 'vitest'
import type { CounterSummary, QueueSummary } from '../../../../game/api/index.ts'
import {
  closedLines,
  emptyBoard,
  isInHand,
  openCounters,
  putCall,
  putCounter,
  putSummary,
  skippedNumbers,
} from '../../../../game/page/board/state/board.ts'

const counter = (id: string, serving: string | null, minute = 0): CounterSummary => ({
  counter: id,
  isOpen: true,
  paused: null,
  serving,
  servingSince: serving ? `2025-11-21T01:${String(minute).padStart(2, '0')}:00.000Z` : null,
  stream: { state: 'off', playlist: null },
})
const summary = (counters: CounterSummary[], day = '2025-11-21'): QueueSummary => ({
  region: 'kukar',
  day,
  groups: [],
  counters,
  skipped: [],
})
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

  it('tells a call again from the first, also when the counter was quicker to say it', () => {
    const first = call('A-001', '05')
    let board = putSummary(emptyBoard, summary([counter('c1', 'A-001', 5)]))
    board = putCall(board, first)
    expect(board.calls[0].isAgain).toBe(false)
    board = putCall(board, call('A-001', '06'))
    expect(board.calls[0].isAgain).toBe(true)
    // At another counter it is a new call.
    expect(putCall(board, call('A-001', '07', 'c2')).calls[0].isAgain).toBe(false)
  })

  it('names closed lines with their reason, and no open one', () => {
    const group = (slug: string) => ({ slug, prefix: 'A', name: { id: slug, en: slug }, services: [] })
    const agency = { slug: 'x', name: 'X', shortName: 'X', wing: 'pajak', groups: [group('g1'), group('g2')] } as const
    const rows = [
      { group: 'g1', waiting: 0, closed: null, wait: null },
      { group: 'g2', waiting: 0, closed: 'blanko habis', wait: null },
    ]
    const board = putSummary(emptyBoard, { ...summary([]), groups: rows })
    const closed = closedLines(board, { region: {} as never, agencies: [agency], counters: [] })
    expect(closed.map((row) => [row.group.slug, row.reason])).toEqual([['g2', 'blanko habis']])
  })

  it('lists who was passed over, but nobody who stands at a counter by now', () => {
    const told = { ...summary([counter('c1', 'A-001')]), skipped: ['A-003', 'A-001'] }
    expect(skippedNumbers(putSummary(emptyBoard, told))).toEqual(['A-003'])
    expect(skippedNumbers(putSummary(emptyBoard, summary([])))).toEqual([])
  })

  it('lists the open counters in the order of the hall', () => {
    const pausing = { ...counter('c3', null), paused: 'istirahat' }
    const places = ['c3', 'c1', 'c2'].map((id) => ({ id, region: 'kukar', label: id, agency: 'a' }))
    const board = putSummary(emptyBoard, summary([counter('c1', 'A-001'), { ...counter('c2', null), isOpen: false }, pausing]))
    const open = openCounters(board, { region: {} as never, agencies: [], counters: places })
    expect(open.map(({ place, serving, paused }) => [place.id, serving, paused])).toEqual([
      ['c3', null, 'istirahat'],
      ['c1', 'A-001', null],
    ])
  })
})
