import { describe, expect, it } from 'vitest'
import { isPossible, usualAction, type DeskAction } from '../../../../game/page/officer/app/desk-actions.ts'
import type { OfficerCounter } from '../../../../game/api/index.ts'
import { sampleCounter, sampleTicket } from './sample-counter.ts'

const all: readonly DeskAction[] = ['next', 'recall', 'serve', 'finish', 'skip', 'park', 'transfer', 'note', 'verify', 'pause', 'close']
const possible = (counter: OfficerCounter | null) => all.filter((action) => isPossible(action, counter))

describe('the actions at a counter', () => {
  it('are none while no counter is open', () => {
    expect(possible(null)).toEqual([])
  })

  it('are the next call, a pause and closing with free hands, also while nobody waits', () => {
    expect(possible(sampleCounter(null))).toEqual(['next', 'pause', 'close'])
    expect(usualAction(sampleCounter(null))).toBe('next')
  })

  it('follow the state of the ticket in hand, as the queue would decide them (Q36)', () => {
    const called = sampleCounter(sampleTicket())
    expect(possible(called)).toEqual(['recall', 'serve', 'skip', 'park', 'transfer', 'note', 'verify', 'pause'])
    expect(usualAction(called)).toBe('serve')
    const serving = sampleCounter(sampleTicket({ state: 'serving', isVerified: true }))
    expect(possible(serving)).toEqual(['next', 'finish', 'park', 'transfer', 'note', 'pause'])
    expect(usualAction(serving)).toBe('finish')
  })

  it('verify nobody who has no account', () => {
    expect(isPossible('verify', sampleCounter(sampleTicket({ isGuest: true })))).toBe(false)
  })
})
