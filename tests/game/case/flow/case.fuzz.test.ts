import { createRng } from '@balai/engine/core'
import { describe, expect, test } from 'vitest'
import {
  actionsOf,
  applyCaseEvent,
  caseOf,
  decideCase,
  defaultCasePolicy,
  isPaused,
  mayWork,
  promisedDay,
  turnOf,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  type DeskOfficer,
} from '../../../../game/case/flow/index.ts'
import { calendar, hourMs, mondayMs, paidFee, steps, submission, text } from './play.ts'

const officers: readonly DeskOfficer[] = [
  { officer: 'a', roles: ['front'] },
  { officer: 'b', roles: ['verifier'] },
  { officer: 'c', roles: ['approver'] },
  { officer: 'd', roles: ['front', 'verifier', 'approver'] },
  { officer: 'e', roles: ['verifier', 'approver'] },
]
const plans = [steps, steps.toReversed(), [steps[0]], [steps[2]], [steps[1], steps[2], steps[1], steps[2]]]
const actions = ['take', 'take', 'release', 'check', 'accept', 'step', 'return', 'decide', 'reject', 'link', 'escalate'] as const
const others = ['resubmit', 'resubmit', 'withdraw', 'assign', 'escalate-overdue', 'fee-opened', 'fee-settled', 'issue', 'collect'] as const

/** Plays a case by chance and looks at it after every step. @returns the states that it went through */
function playSeed(seed: number): Set<string> {
  const random = createRng(seed)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]
  let atMs = mondayMs
  let state: CaseState | null = null
  const events: CaseEvent[] = []
  const seen = new Set<string>()

  const commandOf = (now: CaseState): CaseCommand => {
    const by = pick(officers)
    const base = { by, seen: null, policy: defaultCasePolicy, atMs }
    const draw = random()
    // Withdrawing ends most lives early: it comes seldom.
    const type = draw < 0.7 ? pick(actions) : pick(others.filter((other) => other !== 'withdraw' || draw > 0.98))
    switch (type) {
      case 'take':
        return { type, calendar, ...base }
      case 'return':
        return { type, fields: [{ field: 'nama', sentence: 'x' }], papers: [], ...base }
      case 'decide':
        return { type, text, ...base }
      case 'reject':
        return { type, reason: 'r', appeal: random() < 0.7 ? '' : 'a', ...base }
      case 'link':
        return { type, link: { type: 'contact', id: String(Math.floor(random() * 3)) }, ...base }
      case 'escalate':
        return { type, reason: 'x', ...base }
      case 'resubmit': {
        const hashes = { ...now.form.hashes, nama: `h-${events.length}` }
        return {
          type,
          citizen: 'siti',
          form: { paper: 'f', hashes },
          papers: now.papers,
          fee: pick([null, paidFee]),
          followed: [],
          asked: ['nama'],
          atMs,
        }
      }
      case 'withdraw':
        return { type, citizen: 'siti', atMs }
      case 'assign':
        return { type, candidates: officers.map((one, open) => ({ ...one, open })), draw: random(), atMs }
      case 'escalate-overdue':
        return { type, calendar, atMs }
      case 'fee-opened':
      case 'fee-settled':
        return { type, payment: 'bayar', atMs }
      case 'issue':
        return { type, document: 'dok', atMs }
      case 'collect':
        return { type, how: 'desk', atMs }
      default:
        return { type, ...base }
    }
  }

  for (let step = 0; step < 120; step++) {
    const command: CaseCommand = state === null ? submission({ steps: pick(plans), fee: pick([null, paidFee]), atMs }) : commandOf(state)
    const decision = decideCase(state, command)
    if ('by' in command && state !== null && command.type === 'take' && state.holder?.officer !== command.by.officer) {
      expect(actionsOf(state, command.by, { calendar, policy: defaultCasePolicy, atMs }).includes('take')).toBe(decision.ok)
    }
    for (const event of decision.ok ? decision.events : []) {
      const before: CaseState | null = state
      state = applyCaseEvent(state, event)
      events.push(event)
      check(before, event, state)
      seen.add(state.state)
    }
    if (state !== null) checkWhole(state)
    atMs += Math.floor(random() * 6 * hourMs)
  }
  expect(caseOf(JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(state)
  return seen
}

/** What holds after every event, whatever came before. */
function check(before: CaseState | null, event: CaseEvent, after: CaseState): void {
  expect(after.revision).toBe((before?.revision ?? 0) + 1)
  // Four eyes, by the events alone.
  if (event.type === 'decided' || event.type === 'rejected') expect(after.verifiers).not.toContain(event.officer)
  // Who does something has the case in hand.
  if ('officer' in event && event.officer !== null && event.type !== 'taken' && event.type !== 'assigned') {
    expect(before?.holder?.officer).toBe(event.officer)
  }
  if (event.type === 'taken' || event.type === 'assigned') expect(before !== null && mayWork(before, event.officer, event.roles)).toBe(true)
  const final = ['rejected', 'collected', 'withdrawn']
  if (before !== null && final.includes(before.state)) expect(after.state).toBe(before.state)
}

/** What holds after every command, all its events applied. */
function checkWhole(state: CaseState): void {
  expect(isPaused(state)).toBe(turnOf(state) === 'citizen')
  expect(promisedDay(state, calendar) === null).toBe(isPaused(state))
  expect(state.stepsDone).toBeLessThanOrEqual(state.steps.length)
  if (state.state === 'in-process' && state.fee !== null) expect(['none', 'settled']).toContain(state.fee.state)
  if (state.state === 'decided' || turnOf(state) === null) expect(state.holder).toBeNull()
}

describe('lives by chance keep the rules', () => {
  const reached = new Set<string>()
  for (let seed = 1; seed <= 300; seed++) {
    test(`seed ${seed}`, () => {
      for (const state of playSeed(seed)) reached.add(state)
    })
  }
  test('and reach every state', () => {
    expect([...reached].toSorted()).toEqual(
      ['accepted', 'checked', 'collected', 'decided', 'in-process', 'issued', 'rejected', 'returned', 'submitted', 'withdrawn'].toSorted(),
    )
  })
})
