import { expect, test } from 'vitest'
import {
  decideGift,
  foldGift,
  giftStates,
  giftSteps,
  isOverdue,
  type GiftCommand,
  type GiftEvent,
  type GiftStateName,
} from '../../../../game/case/index.ts'
import { dayMs, dueAfter, front, kept, officer, t0, unit } from './voice-story.ts'

const receivedMs = t0 - 3 * dayMs

function giftStory() {
  let events: GiftEvent[] = []
  const story = {
    get state() {
      const state = foldGift(events)
      if (state === null) throw new Error('nothing was declared')
      return state
    },
    act(command: GiftCommand): readonly GiftEvent[] {
      const decision = decideGift(foldGift(events), command, dueAfter)
      if (!decision.ok) throw new Error(`${decision.code} ${JSON.stringify(decision.details)}`)
      events = [...events, ...decision.events]
      return decision.events
    },
    declare: (receivedOn = '2026-11-20') =>
      story.act({
        type: 'declare',
        atMs: t0,
        today: '2026-11-23',
        receivedMs,
        id: 'g1',
        number: 'G-AAAA-22',
        region: 'kukar',
        officer: 'front-1',
        agency: 'disdukcapil',
        receivedOn,
        kept: kept('g'),
      }),
    advance: (to: GiftStateName, by = unit, atMs = t0 + dayMs) => story.act({ type: 'advance', atMs, to, officer: by }),
  }
  return story
}
const declared = () => {
  const gift = giftStory()
  gift.declare()
  return gift
}

test('V32: thirty working days run from the day of receipt, not of the declaration', () => {
  const gift = declared()
  expect(gift.state.dueMs).toBe(receivedMs + 30 * dayMs)
  expect(gift.declare('2026-11-21')).toEqual([])
  gift.advance('reviewed')
  expect(gift.state.dueMs).toBe(receivedMs + 30 * dayMs)
  gift.advance('reported')
  expect(gift.state.dueMs).toBeNull()
})

test('V33: a gift is not received later than today', () => {
  expect(() => giftStory().declare('2026-11-24')).toThrow(/gift-future/)
  expect(giftStory().declare('2026-11-23')).toHaveLength(1)
})

test('V34: from state to state in order; returned to the giver until it is reported', () => {
  const ways = Object.fromEntries(giftStates.map((state) => [state, giftSteps(state)]))
  expect(ways).toEqual({
    declared: ['reviewed', 'returned'],
    reviewed: ['reported', 'returned'],
    reported: ['determined'],
    determined: [],
    returned: [],
  })
  const gift = declared()
  expect(() => gift.advance('reported')).toThrow(/voice-state.*declared/)
  gift.advance('reviewed')
  gift.advance('reported')
  expect(() => gift.advance('returned')).toThrow(/voice-state/)
  gift.advance('determined')
  expect(gift.state.state).toBe('determined')
  const back = declared()
  back.advance('returned')
  expect(back.state).toMatchObject({ state: 'returned', dueMs: null })
})

test('V35: integrity of the region advances it, and not who declared it', () => {
  const gift = declared()
  expect(() => gift.advance('reviewed', front)).toThrow(/not-for-you/)
  expect(() => gift.advance('reviewed', officer('front-1', { roles: ['integrity'] }))).toThrow(/not-for-you/)
  expect(() => gift.advance('reviewed', officer('boss', { roles: ['approver', 'admin'] }))).toThrow(/not-for-you/)
  expect(() => gift.advance('reviewed', officer('u', { region: 'kendari', roles: ['integrity'] }))).toThrow(/not-for-you/)
  expect(gift.advance('reviewed', officer('u', { region: null, roles: ['integrity'] }))).toHaveLength(1)
})

test('V36: reported after its time it is late; unreported by then it is overdue', () => {
  const due = receivedMs + 30 * dayMs
  const gift = declared()
  expect([isOverdue(gift.state, due), isOverdue(gift.state, due + 1)]).toEqual([false, true])
  gift.advance('reviewed', unit, due + 1)
  expect(gift.state.isLate).toBe(false)
  gift.advance('reported', unit, due + 1)
  expect(gift.state.isLate).toBe(true)
  expect(isOverdue(gift.state, due + 9 * dayMs)).toBe(false)
  gift.advance('determined', unit, due + 2)
  expect(gift.state.isLate).toBe(true)
  const inTime = declared()
  inTime.advance('reviewed')
  inTime.advance('reported', unit, due)
  expect(inTime.state.isLate).toBe(false)
})
