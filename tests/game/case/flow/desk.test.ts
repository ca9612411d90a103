import { expect, test } from 'vitest'
import {
  actionsOf,
  caseActions,
  defaultCasePolicy,
  roleActions,
  type DeskOfficer,
  type SubmitCommand,
} from '../../../../game/case/flow/index.ts'
import { approver, calendar, everything, front, play, steps, text, typesOf, verifier, type DeskSaid } from './play.ts'

const back: DeskSaid = { type: 'return', fields: [{ field: 'nama', sentence: 'Tulis lengkap' }], papers: [] }
const no: DeskSaid = { type: 'reject', reason: 'Tidak memenuhi syarat', appeal: 'Ajukan keberatan dalam 21 hari kerja' }

test('C12: front, verifier and approver each do their own, one after the other', () => {
  const game = play()
  expect([verifier, approver].map((by) => game.try(by, { type: 'take' }))).toEqual(['role-missing', 'role-missing'])
  expect(typesOf(game.takes(front, { type: 'check' }))).toEqual(['taken', 'checked', 'released'])
  expect(game.state.state).toBe('checked')
  expect([front, approver].map((by) => game.try(by, { type: 'take' }))).toEqual(['role-missing', 'role-missing'])
  expect(typesOf(game.takes(verifier, { type: 'accept' }))).toEqual(['taken', 'accepted', 'started'])
  game.do(verifier, { type: 'step' })
  expect([front, verifier].map((by) => game.try(by, { type: 'take' }))).toEqual(['role-missing', 'role-missing'])
  game.takes(approver, { type: 'decide', text })
  expect(game.state.state).toBe('decided')
})

test('C12: each returns in their own turn, and only the approver rejects', () => {
  const atFront = play()
  atFront.do(front, { type: 'take' })
  expect(atFront.try(front, no)).toBe('case-state')
  expect(atFront.do(front, back).map((event) => event.type === 'returned' && event.role)).toEqual(['front'])

  const atVerifier = play()
  atVerifier.takes(front, { type: 'check' })
  atVerifier.do(verifier, { type: 'take' })
  expect(atVerifier.try(verifier, no)).toBe('role-missing')
  expect(atVerifier.try(verifier, back)).toBe('accepted')

  const atApprover = play().ready()
  atApprover.do(approver, { type: 'take' })
  expect(atApprover.try(approver, back)).toBe('accepted')
  expect(atApprover.try(approver, no)).toBe('accepted')
})

test('C12: who has several roles may still do only what is in turn', () => {
  const game = play()
  game.do(everything, { type: 'take' })
  expect(game.try(everything, { type: 'accept' })).toBe('case-state')
  expect(game.try(everything, { type: 'decide', text })).toBe('case-state')
  game.do(everything, { type: 'check' })
  expect(game.try(everything, { type: 'check' })).toBe('case-state')
  expect(caseActions.filter((action) => roleActions.approver.includes(action))).not.toContain('accept')
  expect(roleActions.front).not.toContain('decide')
})

const many: SubmitCommand['steps'] = [
  { slug: 'a', role: 'front', workingDays: 0 },
  { slug: 'b', role: 'front', workingDays: 0 },
  { slug: 'c', role: 'verifier', workingDays: 1 },
  { slug: 'd', role: 'front', workingDays: 1 },
  { slug: 'e', role: 'approver', workingDays: 0 },
  { slug: 'f', role: 'approver', workingDays: 0 },
  { slug: 'g', role: 'front', workingDays: 0 },
]

test('C13: a step is done by the role of the standard', () => {
  const game = play({ steps: many }).accepted()
  game.do(verifier, { type: 'step' })
  expect(game.try(verifier, { type: 'take' })).toBe('role-missing')
  expect(game.takes(front, { type: 'step' }).at(1)).toMatchObject({ type: 'step-done', step: 'd', role: 'front', officer: 'fitri' })
})

test('C14: who accepted decides and rejects nothing, and is not given the case for it', () => {
  const game = play()
  game.do(everything, { type: 'take' })
  game.do(everything, { type: 'check' })
  game.do(everything, { type: 'accept' })
  expect(typesOf(game.do(everything, { type: 'step' }))).toEqual(['step-done', 'released'])
  expect(game.try(everything, { type: 'take' })).toBe('four-eyes')
  expect(game.try(approver, { type: 'take' })).toBe('accepted')
})

test("C14: who did a verifier's step for another who accepted is barred too, and who only checked is not", () => {
  const game = play()
  game.takes({ officer: 'f2', roles: ['front', 'approver'] }, { type: 'check' })
  game.takes(verifier, { type: 'accept' })
  game.do(verifier, { type: 'release' })
  game.takes({ officer: 'v2', roles: ['verifier', 'approver'] }, { type: 'step' })
  expect(game.try({ officer: 'v2', roles: ['verifier', 'approver'] }, { type: 'take' })).toBe('four-eyes')
  expect(game.try({ officer: 'vino', roles: ['approver'] }, { type: 'take' })).toBe('four-eyes')
  expect(game.try({ officer: 'f2', roles: ['front', 'approver'] }, { type: 'take' })).toBe('accepted')
})

test('C14: who verified cannot reject from within their own turn either', () => {
  const game = play().accepted()
  game.do(verifier, { type: 'escalate', reason: 'Sulit' })
  const both: DeskOfficer = { officer: 'vino', roles: ['verifier', 'approver'] }
  game.do(both, { type: 'take' })
  expect(game.try(both, no)).toBe('four-eyes')
  expect(game.try(both, { type: 'step' })).toBe('accepted')
})

test('C14: an escalation on the way opens the decision to nobody but approvers', () => {
  const game = play({ steps: [{ slug: 'a', role: 'front', workingDays: 1 }] })
  game.do(front, { type: 'take' })
  game.do(front, { type: 'escalate', reason: 'Sulit' })
  game.takes(verifier, { type: 'check' })
  game.do(verifier, { type: 'accept' })
  expect(game.state).toMatchObject({ state: 'in-process', holder: null })
  expect(game.try(verifier, { type: 'take' })).toBe('role-missing')
  expect(game.try({ officer: 'vino', roles: ['verifier', 'approver'] }, { type: 'take' })).toBe('four-eyes')
})

test('C15: checking does the leading steps, deciding the last run, collecting the rest', () => {
  const game = play({ steps: many })
  game.takes(front, { type: 'check' })
  expect(game.state.stepsDone).toBe(2)
  game.takes(verifier, { type: 'accept' })
  expect(game.try(verifier, { type: 'decide', text })).toBe('steps-open')
  game.do(verifier, { type: 'step' })
  expect(game.state.stepsDone).toBe(3)
  game.takes(front, { type: 'step' })
  game.do(approver, { type: 'take' })
  expect(game.try(approver, { type: 'step' })).toBe('case-state')
  game.do(approver, { type: 'decide', text })
  expect(game.state.stepsDone).toBe(6)
  game.tell({ type: 'issue', document: 'dok-1', atMs: game.nowMs })
  game.tell({ type: 'collect', how: 'desk', atMs: game.nowMs })
  expect(game.state.stepsDone).toBe(7)
})

test('C15: a standard without an approver is decided after its last step, one of the approver alone at once', () => {
  const game = play({ steps: [{ slug: 'a', role: 'front', workingDays: 1 }] }).accepted()
  game.takes(approver, { type: 'decide', text })
  expect(game.state).toMatchObject({ state: 'decided', stepsDone: 1 })
  const alone = play({ steps: [{ slug: 'a', role: 'approver', workingDays: 1 }] }).accepted()
  alone.takes(approver, { type: 'decide', text })
  expect(alone.state.stepsDone).toBe(1)
})

test('C16: only who has it in hand acts on it', () => {
  const game = play()
  expect(game.try(front, { type: 'check' })).toBe('case-not-held')
  game.do(front, { type: 'take' })
  const colleague = { officer: 'farid', roles: ['front'] } as const
  const tries = [{ type: 'check' }, back, { type: 'release' }, { type: 'link', link: { type: 'contact', id: 'c' } }] as const
  expect(tries.map((said) => game.try(colleague, said))).toEqual(['case-held', 'case-held', 'case-held', 'case-held'])
  expect(game.try(front, { type: 'check' })).toBe('accepted')
})

test('C17: a colleague takes over after eight working hours of silence, and not before', () => {
  const game = play()
  game.do(front, { type: 'take' })
  const colleague = { officer: 'farid', roles: ['front'] } as const
  // Taken Monday 09:00: seven hours until closing, the eighth on Tuesday until 09:00.
  expect(game.at('2025-03-04 08:59').try(colleague, { type: 'take' })).toBe('case-held')
  expect(game.at('2025-03-04 09:00').do(colleague, { type: 'take' })).toMatchObject([{ type: 'taken', basis: 'silent', role: 'front' }])
  expect(game.state.holder?.officer).toBe('farid')
})

test('C17: what was released is free at once, and taking it again is nothing', () => {
  const game = play()
  expect(game.do(front, { type: 'take' })).toMatchObject([{ basis: 'free' }])
  expect(game.do(front, { type: 'take' })).toEqual([])
  game.do(front, { type: 'release' })
  expect(game.do({ officer: 'farid', roles: ['front'] }, { type: 'take' })).toMatchObject([{ basis: 'free' }])
})

test('C17: nights, weekends and holidays are no silence', () => {
  const game = play()
  const colleague = { officer: 'farid', roles: ['front'] } as const
  game.at('2025-03-05 15:00').do(front, { type: 'take' })
  // Wednesday 15:00 one hour; Thursday is a holiday; Friday seven.
  expect(game.at('2025-03-07 14:59').try(colleague, { type: 'take' })).toBe('case-held')
  expect(game.at('2025-03-07 15:00').try(colleague, { type: 'take' })).toBe('accepted')
  const weekend = play().at('2025-03-07 16:00')
  weekend.do(front, { type: 'take' })
  expect(weekend.at('2025-03-10 15:59').try(colleague, { type: 'take' })).toBe('case-held')
  expect(weekend.at('2025-03-10 16:00').try(colleague, { type: 'take' })).toBe('accepted')
})

test('C18: each action begins the silence anew, and so does a resubmission', () => {
  const game = play()
  const both: DeskOfficer = { officer: 'bayu', roles: ['front', 'verifier'] }
  const colleague: DeskOfficer = { officer: 'vera', roles: ['front', 'verifier'] }
  game.do(both, { type: 'take' })
  game.at('2025-03-03 15:00').do(both, { type: 'check' })
  expect(game.at('2025-03-04 14:59').try(colleague, { type: 'take' })).toBe('case-held')
  game.do(both, back)
  game.at('2025-03-10 10:00').keep(game.resubmit({ form: { paper: 'form-2', hashes: { nama: 'h-baru', ibu: 'h-ibu' } } }))
  expect(game.state.holder?.officer).toBe('bayu')
  expect(game.at('2025-03-11 09:59').try(colleague, { type: 'take' })).toBe('case-held')
  expect(game.at('2025-03-11 10:00').try(colleague, { type: 'take' })).toBe('accepted')
})

test('C19: a case is taken in turn only', () => {
  const returned = play()
  returned.takes(front, back)
  expect(returned.try(front, { type: 'take' })).toBe('case-state')
  expect(play().decided().try(everything, { type: 'take' })).toBe('case-state')
  expect(play().try({ officer: 'x', roles: [] }, { type: 'take' })).toBe('role-missing')
})

test('C20: a case stays with who has the next role, and is free when not', () => {
  const both: DeskOfficer = { officer: 'bayu', roles: ['front', 'verifier'] }
  const game = play()
  expect(typesOf(game.takes(both, { type: 'check' }))).toEqual(['taken', 'checked'])
  expect(typesOf(game.do(both, { type: 'accept' }))).toEqual(['accepted', 'started'])
  expect(game.state.holder?.officer).toBe('bayu')
  expect(game.do(both, { type: 'step' })).toMatchObject([{ type: 'step-done' }, { type: 'released', why: 'handed-on', officer: 'bayu' }])
  expect(game.state.holder).toBeNull()
})

test('C21: an action on a case that has changed since is refused', () => {
  const game = play()
  game.do(front, { type: 'take' }, 1)
  expect(game.try(front, { type: 'check' }, 1)).toBe('case-changed')
  expect(game.try(front, { type: 'check' }, 2)).toBe('accepted')
  expect(game.try(front, { type: 'check' }, null)).toBe('accepted')
})

const free = (officer: string, open: number, roles: DeskOfficer['roles'] = ['front']) => ({ officer, roles, open })

test('C22: the lot falls on one of those with the fewest in hand', () => {
  const candidates = [free('c', 1), free('a', 1), free('d', 2), free('b', 1)]
  const drawn = (draw: number, from = candidates) =>
    play()
      .tell({ type: 'assign', candidates: from, draw, atMs: 0 })
      .map((event) => event.type === 'assigned' && event.officer)
  expect([0, 0.34, 0.67, 0.999].map((draw) => drawn(draw))).toEqual([['a'], ['b'], ['c'], ['c']])
  expect(drawn(0.34, candidates.toReversed())).toEqual(['b'])
  expect(() => drawn(1)).toThrow(TypeError)
})

test('C22: it passes over who may not work on it, and gives nothing out of a hand', () => {
  const game = play()
  expect(game.tell({ type: 'assign', candidates: [free('v', 0, ['verifier'])], draw: 0, atMs: 0 })).toEqual([])
  game.do(front, { type: 'take' })
  expect(game.tell({ type: 'assign', candidates: [free('a', 0)], draw: 0, atMs: 0 })).toEqual([])
  const ready = play()
  ready.takes(everything, { type: 'check' })
  ready.do(everything, { type: 'accept' })
  ready.do(everything, { type: 'step' })
  const drawn = ready.tell({
    type: 'assign',
    candidates: [free('eka', 0, everything.roles), free('ayu', 5, ['approver'])],
    draw: 0,
    atMs: 0,
  })
  expect(drawn).toMatchObject([{ type: 'assigned', officer: 'ayu', role: 'approver' }])
})

test('C23: the lot can be repeated from its event', () => {
  const [event] = play().tell({ type: 'assign', candidates: [free('b', 3), free('a', 4), free('v', 0, ['verifier'])], draw: 0.5, atMs: 7 })
  expect(event).toEqual({
    type: 'assigned',
    officer: 'b',
    roles: ['front'],
    role: 'front',
    among: [
      { officer: 'b', open: 3 },
      { officer: 'a', open: 4 },
    ],
    draw: 0.5,
    atMs: 7,
  })
})

test('C50: a talk is linked once, by who has the case in hand', () => {
  const game = play()
  const said: DeskSaid = { type: 'link', link: { type: 'contact', id: 'c-1' } }
  expect(game.try(front, said)).toBe('case-not-held')
  game.do(front, { type: 'take' })
  game.do(front, said)
  expect(game.do(front, said)).toEqual([])
  game.do(front, { type: 'link', link: { type: 'ticket', id: 'c-1' } })
  expect(game.state.links).toEqual([
    { type: 'contact', id: 'c-1' },
    { type: 'ticket', id: 'c-1' },
  ])
})

test('C53: offered is what would not be refused', () => {
  const at = (game: ReturnType<typeof play>) => ({ calendar, policy: defaultCasePolicy, atMs: game.nowMs })
  const game = play()
  expect(actionsOf(game.state, front, at(game))).toEqual(['take'])
  expect(actionsOf(game.state, verifier, at(game))).toEqual([])
  game.do(front, { type: 'take' })
  expect(actionsOf(game.state, front, at(game))).toEqual(['release', 'check', 'return', 'link', 'escalate'])
  const ready = play().ready()
  ready.do(approver, { type: 'take' })
  expect(actionsOf(ready.state, approver, at(ready))).toEqual(['release', 'return', 'decide', 'reject', 'link'])
  expect(actionsOf(ready.state, { officer: 'vino', roles: ['verifier', 'approver'] }, at(ready))).toEqual([])
  expect(steps.length).toBe(4)
})
