import { expect, test } from 'vitest'
import {
  classOfKind,
  decideErasure,
  isPastRetention,
  retentionClasses,
  type Held,
  type RetentionClass,
} from '../../../../game/case/rights/retention.ts'

const dayMs = 86_400_000
const now = 1_800_000_000_000
const held = (more: Partial<Held>): Held => ({
  class: 'request',
  createdAtMs: now - 100 * dayMs,
  endedAtMs: null,
  isNeeded: false,
  ...more,
})

test('R8: kinds have a class, and classes days, a reason and a law', () => {
  for (const kind of ['case', 'paper', 'document', 'payment', 'complaint', 'consent', 'access', 'notice', 'push', 'data-request']) {
    expect(retentionClasses[classOfKind[kind]], kind).toBeDefined()
  }
  for (const { name, days, basis, keeps } of Object.values<RetentionClass>(retentionClasses)) {
    expect(name.en).not.toBe(name.id)
    expect(days === null || days > 0).toBe(true)
    expect(basis).toMatch(/^UU \d+\/\d{4}/)
    expect(keeps === null || keeps.en !== keeps.id).toBe(true)
  }
})

test('R9: what is kept for convenience goes at a word', () => {
  for (const slug of ['paper', 'notice'] as const) expect(decideErasure(held({ class: slug }), now)).toEqual({ erase: true })
})

test('R10: what is needed stays', () => {
  expect(decideErasure(held({ class: 'paper', isNeeded: true }), now)).toEqual({ erase: false, why: 'needed', untilMs: null })
  expect(isPastRetention(held({ class: 'paper', isNeeded: true, createdAtMs: 0 }), now)).toBe(false)
})

test('R11: while it goes on, and until its days are over', () => {
  expect(decideErasure(held({}), now)).toEqual({ erase: false, why: 'open', untilMs: null })
  const endedAtMs = now - 1825 * dayMs
  expect(decideErasure(held({ endedAtMs: endedAtMs + 1 }), now)).toEqual({ erase: false, why: 'law', untilMs: now + 1 })
  expect(decideErasure(held({ endedAtMs }), now)).toEqual({ erase: true })
  expect(decideErasure(held({ class: 'money', endedAtMs }), now)).toMatchObject({ erase: false, untilMs: endedAtMs + 3650 * dayMs })
})

test('R12: as long as its register', () => {
  for (const slug of ['queue', 'account'] as const) {
    expect(decideErasure(held({ class: slug, endedAtMs: 0 }), now)).toEqual({ erase: false, why: 'law', untilMs: null })
    expect(isPastRetention(held({ class: slug, createdAtMs: 0, endedAtMs: 0 }), now)).toBe(false)
  }
})

test('R13: past its days by itself, from its end or from its making', () => {
  const past = (more: Partial<Held>) => isPastRetention(held(more), now)
  expect(past({ class: 'notice', createdAtMs: now - 365 * dayMs })).toBe(true)
  expect(past({ class: 'notice', createdAtMs: now - 365 * dayMs + 1 })).toBe(false)
  expect(past({ createdAtMs: 0 })).toBe(false)
  expect(past({ createdAtMs: 0, endedAtMs: now - 1825 * dayMs })).toBe(true)
  expect(past({ createdAtMs: 0, endedAtMs: now - 1825 * dayMs + 1 })).toBe(false)
})
