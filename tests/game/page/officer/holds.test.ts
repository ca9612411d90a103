import { CodedError } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import { addHold, heldSeconds, holdOf } from '../../../../game/page/officer/app/holds.ts'

const recall = { ticket: 't1', action: 'recall' }
const tooSoon = (seconds: number) => new CodedError('too-soon', 'wait', { seconds })

describe('an action that is too soon', () => {
  it('is held for the seconds that the server says, by its clock', () => {
    const hold = holdOf(tooSoon(12), recall, 1_000)
    expect(hold).toEqual({ ...recall, untilMs: 13_000 })
    const holds = addHold([], hold ?? expect.fail(), 1_000)
    expect([1_000, 1_001, 12_999, 13_000, 99_000].map((now) => heldSeconds(holds, recall, now))).toEqual([12, 12, 1, 0, 0])
  })

  it('holds neither another action nor another ticket', () => {
    const holds = addHold([], { ...recall, untilMs: 9_000 }, 0)
    expect(heldSeconds(holds, { ticket: 't1', action: 'skip' }, 0)).toBe(0)
    expect(heldSeconds(holds, { ticket: 't2', action: 'recall' }, 0)).toBe(0)
  })

  it('is held by the latest refusal, and what is over goes', () => {
    let holds = addHold([], { ...recall, untilMs: 5_000 }, 0)
    holds = addHold(holds, { ticket: 't1', action: 'skip', untilMs: 30_000 }, 1_000)
    holds = addHold(holds, { ...recall, untilMs: 20_000 }, 2_000)
    expect(holds).toHaveLength(2)
    expect(heldSeconds(holds, recall, 10_000)).toBe(10)
    expect(addHold(holds, { ...recall, untilMs: 60_000 }, 40_000)).toHaveLength(1)
  })

  it('is no hold when it was refused for anything else', () => {
    for (const error of [new CodedError('calls-spent', 'x', { seconds: 5 }), tooSoon(0), new CodedError('too-soon', 'x'), null]) {
      expect(holdOf(error, recall, 0)).toBeNull()
    }
  })
})
