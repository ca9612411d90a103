import { describe, expect, test } from 'vitest'
import {
  backoffMs,
  dropCase,
  enqueue,
  newItem,
  nextItems,
  nextTimeMs,
  progress,
  settle,
  tryAgain,
  wake,
  type OutboxItem,
} from '../../../../../game/page/citizen/case/outbox/outbox.ts'

const none: ReadonlySet<string> = new Set()
const line = { code: 'offline', sentence: null }
const claim = newItem({ kind: 'claim', case: 'c', of: 'c', after: [], atMs: 0 })
const papers = ['p', 'q', 'r'].map((of) => newItem({ kind: 'paper', case: 'c', of, after: [], atMs: 0 }))
const submit = newItem({ kind: 'submit', case: 'c', of: 'c', after: [claim, ...papers].map((row) => row.id), atMs: 0 })
const all = [submit, ...papers, claim]
const ids = (items: readonly OutboxItem[]) => items.map((row) => row.id)
const done = (items: readonly OutboxItem[], id: string) => settle(items, id, { kind: 'done', atMs: 7 })

describe('what goes next', () => {
  test('the claim before any paper, papers two at a time, the submission after all of them', () => {
    expect(ids(nextItems(all, none, 0, 2))).toEqual(['claim/c', 'paper/p', 'paper/q'])
    const rest = ['claim/c', 'paper/p', 'paper/q', 'paper/r'].reduce(done, all as readonly OutboxItem[])
    expect(ids(nextItems(rest, none, 0, 2))).toEqual(['submit/c'])
    expect(nextItems(done(rest, 'submit/c'), none, 0, 2)).toEqual([])
  })
  test('a jam in one holds up no other: its place is free while it waits, and the rest goes on', () => {
    const jammed = settle(done(all, 'claim/c'), 'paper/p', { kind: 'unanswered', problem: line, atMs: 0, chance: 0 })
    expect(ids(nextItems(jammed, none, 0, 2))).toEqual(['paper/q', 'paper/r'])
    expect(ids(nextItems(jammed, new Set(['paper/q']), 0, 2))).toEqual(['paper/r'])
    const refused = settle(jammed, 'paper/p', { kind: 'refused', problem: { code: 'paper-broken', sentence: 'x' } })
    const others = ['paper/q', 'paper/r'].reduce(done, refused)
    expect(nextItems(others, none, 1e9, 2)).toEqual([])
    expect(others.find((row) => row.id === 'paper/q')).toMatchObject({ state: 'done', doneAtMs: 7 })
  })
  test('what is nearest to its end first, so that something is finished before the signal goes', () => {
    const half = progress(done(all, 'claim/c'), 'paper/r', { sent: 0.6 })
    expect(ids(nextItems(half, none, 0, 1))).toEqual(['paper/r'])
  })
  test('what is under way is not begun twice, and full places wait', () => {
    const running = new Set(['claim/c', 'paper/p', 'paper/q'])
    expect(ids(nextItems(all, running, 0, 2))).toEqual([])
    // All its bytes are in: while the server looks at it, the line is for another.
    expect(ids(nextItems(progress(all, 'paper/p', { sent: 1 }), running, 0, 2))).toEqual(['paper/r'])
  })
  test('a claim never waits for a place', () => {
    expect(ids(nextItems(all, new Set(['paper/p', 'paper/q']), 0, 2))).toEqual(['claim/c'])
  })
  test('what it waited for and is gone from the list is no hindrance', () => {
    expect(ids(nextItems([submit], none, 0, 2))).toEqual(['submit/c'])
  })
})

describe('patience', () => {
  test('doubles to a minute, and a good network is spared by chance', () => {
    expect([1, 2, 3, 4, 5, 6, 9].map((tries) => backoffMs(tries, 0))).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
    expect(backoffMs(1, 1)).toBe(1500)
  })
  test('an unanswered item waits longer each time, keeps where its bytes are, and says why', () => {
    const handed = progress([papers[0]], 'paper/p', { sent: 1 })
    expect(settle(handed, 'paper/p', { kind: 'unanswered', problem: line, atMs: 0, chance: 0 })[0].sent).toBeLessThan(1)
    const sent = progress([papers[0]], 'paper/p', { sent: 0.4, uploadUrl: '/u' })
    const once = settle(sent, 'paper/p', { kind: 'unanswered', problem: line, atMs: 100, chance: 0 })
    expect(once[0]).toMatchObject({ tries: 1, nextAtMs: 2100, uploadUrl: '/u', sent: 0.4, problem: line, state: 'waiting' })
    expect(nextItems(once, none, 2099, 2)).toEqual([])
    expect(nextTimeMs(once, none)).toBe(2100)
    expect(settle(once, 'paper/p', { kind: 'unanswered', problem: line, atMs: 2100, chance: 0 })[0].nextAtMs).toBe(6100)
  })
  test('the network is back: everything is tried at once', () => {
    const waiting = settle(all, 'paper/p', { kind: 'unanswered', problem: line, atMs: 0, chance: 0 })
    expect(nextTimeMs(wake(waiting, 5), none)).toBe(0)
    expect(wake(waiting, 5).find((row) => row.id === 'paper/p')?.nextAtMs).toBe(5)
  })
  test('a refused one is tried again only when somebody asks', () => {
    const refused = settle(all, 'submit/c', { kind: 'refused', problem: { code: 'papers-missing', sentence: 'x' } })
    expect(wake(refused, 5)[0].state).toBe('refused')
    expect(tryAgain(refused, 'submit/c', 5)[0]).toMatchObject({ state: 'waiting', problem: null, nextAtMs: 5 })
  })
})

describe('the list', () => {
  test('a paper that waits for one case already is not sent twice for another', () => {
    const other = newItem({ kind: 'submit', case: 'd', of: 'd', after: ['paper/p'], atMs: 1 })
    const items = enqueue(all, [newItem({ kind: 'paper', case: 'd', of: 'p', after: [], atMs: 1 }), other])
    expect(items.filter((row) => row.id === 'paper/p')).toEqual([papers[0]])
    expect(ids(items)).toContain('submit/d')
  })
  test('a case that is taken out takes its own papers with it, not those of another', () => {
    const other = newItem({ kind: 'submit', case: 'd', of: 'd', after: ['paper/p'], atMs: 1 })
    expect(ids(dropCase([...all, other], 'c'))).toEqual(['paper/p', 'submit/d'])
    expect(dropCase(all, 'c')).toEqual([])
  })
  test('a case that was refused can be put in anew', () => {
    const refused = settle(all, 'submit/c', { kind: 'refused', problem: { code: 'form-invalid', sentence: 'x' } })
    expect(enqueue(refused, [submit]).find((row) => row.id === 'submit/c')?.state).toBe('waiting')
  })
})
