import { expect, test } from 'vitest'
import {
  addWorkingDays,
  closingOf,
  dayAt,
  dueDay,
  dueMs,
  firstWorkingDay,
  isLate,
  isPaused,
  nextEscalation,
  promisedDay,
  subtractWorkingDays,
  workingDaysBetween,
  workingMsBetween,
  type WorkCalendar,
} from '../../../../game/case/flow/index.ts'
import { approver, calendar, codeOf, front, hourMs, paidFee, play, typesOf, verifier, type DeskSaid } from './play.ts'

const back: DeskSaid = { type: 'return', fields: [{ field: 'nama', sentence: 'Tulis lengkap' }], papers: [] }
const better = { form: { paper: 'form-2', hashes: { nama: 'h-baru', ibu: 'h-ibu' } } }
const local = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`) - 8 * hourMs

test('C31: an accepted case with a fee waits, and begins by itself when it is settled', () => {
  const game = play({ fee: paidFee })
  game.takes(front, { type: 'check' })
  expect(typesOf(game.takes(verifier, { type: 'accept' }))).toEqual(['taken', 'accepted'])
  expect(game.state).toMatchObject({ state: 'accepted', fee: { state: 'due' }, holder: { officer: 'vino' } })
  expect([game.try(verifier, { type: 'step' }), game.try(verifier, { type: 'take' })]).toEqual(['case-state', 'case-state'])
  game.tell({ type: 'fee-opened', payment: 'bayar-1', atMs: game.nowMs })
  expect(typesOf(game.tell({ type: 'fee-settled', payment: 'bayar-1', atMs: game.nowMs }))).toEqual(['fee-settled', 'started'])
  expect(game.state).toMatchObject({ state: 'in-process', fee: { state: 'settled', payment: 'bayar-1' } })
  expect(game.try(verifier, { type: 'step' })).toBe('accepted')
})

test('C31: what was paid before it was accepted is not asked for again', () => {
  const game = play({ fee: paidFee })
  game.tell({ type: 'fee-settled', payment: 'bayar-1', atMs: game.nowMs })
  expect(game.state.state).toBe('submitted')
  expect(game.accepted().state.state).toBe('in-process')
})

test('C32: without a fee, with 0 rupiah and without a fixed amount accepting begins at once', () => {
  const none = [null, { tariff: 'gratis', rupiah: 0, basis: 'UU 24/2013' }, { tariff: 'luas', rupiah: null, basis: 'Perda' }]
  const states = none.map((fee) => play({ fee }).accepted().state)
  expect(states.map(({ state }) => state)).toEqual(['in-process', 'in-process', 'in-process'])
  expect(states.map(({ fee }) => fee?.state)).toEqual([undefined, 'none', 'none'])
})

test('C33: a payment told twice is recorded once, and one without a fee is refused', () => {
  const game = play({ fee: paidFee }).accepted()
  const atMs = game.nowMs
  game.tell({ type: 'fee-opened', payment: 'bayar-1', atMs })
  expect(game.tell({ type: 'fee-opened', payment: 'bayar-1', atMs })).toEqual([])
  game.tell({ type: 'fee-settled', payment: 'bayar-1', atMs })
  expect(game.tell({ type: 'fee-settled', payment: 'bayar-1', atMs })).toEqual([])
  const free = play({ fee: null })
  expect(codeOf(free.decide({ type: 'fee-opened', payment: 'b', atMs }))).toBe('case-state')
  expect(codeOf(free.decide({ type: 'fee-settled', payment: 'b', atMs }))).toBe('case-state')
})

test('C55: a correction may change the fee, until it was asked for', () => {
  const game = play()
  game.takes(front, back)
  game.keep(game.resubmit({ ...better, fee: paidFee }))
  expect(game.state.fee).toEqual({ ...paidFee, state: 'later', payment: null })
  game.do(front, { type: 'check' })
  game.takes(verifier, { type: 'accept' })
  game.tell({ type: 'fee-settled', payment: 'b', atMs: game.nowMs })
  game.do(verifier, back)
  game.keep(game.resubmit({ form: { paper: 'f', hashes: { nama: 'h-lagi', ibu: 'h-ibu' } }, fee: { ...paidFee, rupiah: 1 } }))
  expect(game.state.fee).toMatchObject({ rupiah: 350_000, state: 'settled' })
})

test('C55: what costs something after a correction in process is accepted anew, and waits for its fee', () => {
  const game = play({ fee: null }).ready()
  game.takes(approver, back)
  expect(typesOf(game.keep(game.resubmit({ ...better, fee: paidFee })))).toEqual(['resubmitted', 'released'])
  expect(game.state).toMatchObject({ state: 'checked', stepsDone: 2, fee: { state: 'later' }, holder: null })
  expect(typesOf(game.takes(verifier, { type: 'accept' }))).toEqual(['taken', 'accepted'])
  game.tell({ type: 'fee-settled', payment: 'b', atMs: game.nowMs })
  expect(game.state).toMatchObject({ state: 'in-process', stepsDone: 2 })
})

test('C34: the promised day is the sum of the steps after the first contact', () => {
  // Four working days after Monday; Thursday is a holiday.
  expect(promisedDay(play().state, calendar)).toBe('2025-03-10')
  const contact = { serverAtMs: local('2025-02-28 10:00'), deviceAtMs: 0, signature: 's', isSame: true }
  expect(promisedDay(play({ contact }).state, calendar)).toBe('2025-03-07')
  expect(promisedDay(play({ contact: { ...contact, serverAtMs: local('2025-03-01 10:00') } }).state, calendar)).toBe('2025-03-10')
  expect(promisedDay(play({ steps: [{ slug: 'a', role: 'front', workingDays: 1 }] }).state, calendar)).toBe('2025-03-04')
  expect(promisedDay(play({ steps: [{ slug: 'a', role: 'front', workingDays: 0 }] }).state, calendar)).toBe('2025-03-03')
})

test('C35: after closing, and on days that are not worked, the next working day is the first', () => {
  expect(firstWorkingDay(calendar, local('2025-03-03 15:59'))).toBe('2025-03-03')
  expect(firstWorkingDay(calendar, local('2025-03-03 16:00'))).toBe('2025-03-04')
  expect(firstWorkingDay(calendar, local('2025-03-03 00:00'))).toBe('2025-03-03')
  expect(firstWorkingDay(calendar, local('2025-03-08 09:00'))).toBe('2025-03-10')
  expect(firstWorkingDay(calendar, local('2025-03-05 17:00'))).toBe('2025-03-07')
  expect(promisedDay(play({ atMs: local('2025-03-07 17:00') }).state, calendar)).toBe('2025-03-14')
})

test('C36: the promise rests while the citizen has to act, and goes on after it', () => {
  const game = play()
  game.do(front, { type: 'take' })
  game.at('2025-03-04 10:00').do(front, back)
  expect([isPaused(game.state), promisedDay(game.state, calendar), dueMs(game.state, calendar)]).toEqual([true, null, null])
  game.at('2025-03-10 10:00').keep(game.resubmit(better))
  // Wednesday, Friday and Monday were waited for.
  expect([isPaused(game.state), promisedDay(game.state, calendar)]).toEqual([false, '2025-03-13'])
  game.at('2025-03-10 11:00').do(front, back)
  game.at('2025-03-10 15:00').keep(game.resubmit({ form: { paper: 'f', hashes: { nama: 'h-lagi', ibu: 'h-ibu' } } }))
  expect(promisedDay(game.state, calendar)).toBe('2025-03-13')
})

test('C36: it rests while a fee is awaited', () => {
  const game = play({ fee: paidFee }).accepted()
  expect(promisedDay(game.state, calendar)).toBeNull()
  game.at('2025-03-05 09:00').tell({ type: 'fee-settled', payment: 'b', atMs: game.nowMs })
  expect(promisedDay(game.state, calendar)).toBe('2025-03-12')
  const away = play({ fee: paidFee }).accepted()
  away.keep(away.decide({ type: 'withdraw', citizen: 'siti', atMs: away.nowMs }))
  expect(isPaused(away.state)).toBe(false)
})

const jayapura: WorkCalendar = { ...calendar, utcOffsetMinutes: 540, weekdays: [1, 2, 3, 4, 5, 6] }

test('C37: weekdays, holidays and the zone are the calendar’s', () => {
  expect(workingDaysBetween(calendar, '2025-03-03', '2025-03-10')).toBe(4)
  expect(workingDaysBetween(calendar, '2025-03-10', '2025-03-03')).toBe(0)
  expect(workingDaysBetween(jayapura, '2025-03-03', '2025-03-10')).toBe(5)
  const night = Date.UTC(2025, 2, 3, 15, 30)
  expect([dayAt(calendar, night), dayAt(jayapura, night)]).toEqual(['2025-03-03', '2025-03-04'])
  expect(closingOf(calendar, '2025-03-03')).toBe(Date.UTC(2025, 2, 3, 8))
  expect(workingMsBetween(calendar, local('2025-03-03 15:00'), local('2025-03-07 09:30'))).toBe(hourMs * (1 + 8 + 8 + 1.5))
  expect(workingMsBetween(calendar, local('2025-03-03 09:00'), local('2025-03-03 09:00'))).toBe(0)
  expect(addWorkingDays(calendar, '2025-12-30', 3)).toBe('2026-01-02')
  expect(addWorkingDays(calendar, '2024-02-28', 1)).toBe('2024-02-29')
})

test('C38: adding and subtracting are each other’s inverse', () => {
  for (let count = 0; count <= 30; count++) {
    expect(subtractWorkingDays(calendar, addWorkingDays(calendar, '2025-03-03', count), count)).toBe('2025-03-03')
  }
  expect([addWorkingDays(calendar, '2025-03-03', 0), subtractWorkingDays(calendar, '2025-03-03', 0)]).toEqual(['2025-03-03', '2025-03-03'])
  expect([addWorkingDays(calendar, '2025-03-08', 0), subtractWorkingDays(calendar, '2025-03-08', 0)]).toEqual(['2025-03-10', '2025-03-07'])
  expect([addWorkingDays(calendar, '2025-03-05', 1), subtractWorkingDays(calendar, '2025-03-07', 1)]).toEqual(['2025-03-07', '2025-03-05'])
})

test('C39: what is no calendar, count or day throws', () => {
  expect(() => addWorkingDays({ ...calendar, weekdays: [] }, '2025-03-03', 1)).toThrow(/no working day/)
  expect(addWorkingDays({ ...calendar, weekdays: [1] }, '2025-03-03', 1)).toBe('2025-03-10')
  expect(() => addWorkingDays(calendar, '2025-03-03', -1)).toThrow(/whole number/)
  expect(() => addWorkingDays(calendar, '2025-03-03', 1.5)).toThrow(/whole number/)
  expect(() => addWorkingDays(calendar, '2025-02-29', 1)).toThrow(/YYYY-MM-DD/)
})

test('C40: each step is due by the days of all up to it, at closing', () => {
  const game = play()
  expect([0, 1, 2, 3].map((step) => dueDay(game.state, calendar, step))).toEqual(['2025-03-04', '2025-03-07', '2025-03-10', '2025-03-10'])
  expect(dueMs(game.state, calendar)).toBe(local('2025-03-04 16:00'))
  game.takes(front, { type: 'check' })
  expect(dueMs(game.state, calendar)).toBe(local('2025-03-07 16:00'))
  game.takes(verifier, { type: 'accept' })
  expect(dueMs(game.state, calendar)).toBe(local('2025-03-07 16:00'))
  game.do(verifier, { type: 'step' })
  expect(dueMs(game.state, calendar)).toBe(local('2025-03-10 16:00'))
  expect(dueMs(play().decided().state, calendar)).toBeNull()
})

test('C41: a case is late after the closing of its promised day, and not when it has ended', () => {
  const game = play()
  expect(isLate(game.state, calendar, local('2025-03-10 16:00'))).toBe(false)
  expect(isLate(game.state, calendar, local('2025-03-10 16:01'))).toBe(true)
  game.keep(game.decide({ type: 'withdraw', citizen: 'siti', atMs: game.nowMs }))
  expect(isLate(game.state, calendar, local('2025-03-20 09:00'))).toBe(false)
})

const overdue = (game: ReturnType<typeof play>, at: string) => {
  game.at(at)
  return game.tell({ type: 'escalate-overdue', calendar, atMs: game.nowMs })
}

test('C42: an overdue step goes to the next role once, and a working day later to the one after', () => {
  const game = play()
  expect(nextEscalation(game.state, calendar)).toEqual({ to: 'verifier', atMs: local('2025-03-04 16:00') })
  expect(overdue(game, '2025-03-04 16:00')).toEqual([])
  expect(overdue(game, '2025-03-04 16:01')).toMatchObject([{ type: 'escalated', to: 'verifier', basis: 'overdue', step: 0, officer: null }])
  expect(overdue(game, '2025-03-05 16:00')).toEqual([])
  expect(overdue(game, '2025-03-05 16:01')).toMatchObject([{ to: 'approver' }])
  expect(overdue(game, '2025-03-20 09:00')).toEqual([])
  expect(nextEscalation(game.state, calendar)).toBeNull()
})

test('C42: an overdue decision goes to the other approvers once, and what is not the office’s turn to nobody', () => {
  const game = play().ready()
  expect(overdue(game, '2025-03-10 16:01')).toMatchObject([{ to: 'approver', step: 2 }])
  expect(overdue(game, '2025-03-20 16:01')).toEqual([])
  const waiting = play({ fee: paidFee }).accepted()
  expect(overdue(waiting, '2025-03-20 16:01')).toEqual([])
  const decided = play().decided()
  expect(overdue(decided, '2025-03-20 16:01')).toEqual([])
})

test('C43: an escalated step is taken, out of a silent hand too, and done by the role it came to', () => {
  const game = play()
  game.do(front, { type: 'take' })
  // Who acts shortly before is silent for an hour at most; the escalation alone opens the hand.
  game.at('2025-03-04 15:59').do(front, { type: 'release' })
  game.do(front, { type: 'take' })
  expect(game.try(verifier, { type: 'take' })).toBe('role-missing')
  overdue(game, '2025-03-04 16:01')
  expect(game.do(verifier, { type: 'take' })).toMatchObject([{ type: 'taken', role: 'verifier', basis: 'escalated' }])
  expect(game.try(approver, { type: 'take' })).toBe('role-missing')
  // Whoever has acted since keeps it.
  expect(game.at('2025-03-04 16:02').try({ officer: 'vera', roles: ['verifier'] }, { type: 'take' })).toBe('accepted')
  game.do(verifier, { type: 'release' })
  game.at('2025-03-05 08:00').do(verifier, { type: 'take' })
  expect(game.try({ officer: 'vera', roles: ['verifier'] }, { type: 'take' })).toBe('case-held')
  game.do(verifier, { type: 'check' })
  game.takes(verifier, { type: 'accept' })
  // The next step was not escalated.
  expect(game.try(approver, { type: 'take' })).toBe('role-missing')
})

test('C43: an escalation is of its step alone', () => {
  const game = play()
  overdue(game, '2025-03-04 16:01')
  overdue(game, '2025-03-05 16:01')
  expect(game.do(approver, { type: 'take' })).toMatchObject([{ role: 'approver' }])
  expect(typesOf(game.do(approver, { type: 'check' }))).toEqual(['checked', 'released'])
  expect(game.try(approver, { type: 'take' })).toBe('role-missing')
})

test('C44: the holder escalates with a reason and lets go; the approver’s step goes no further', () => {
  const game = play()
  game.do(front, { type: 'take' })
  expect(game.try(front, { type: 'escalate', reason: '' })).toBe('reason-missing')
  expect(typesOf(game.do(front, { type: 'escalate', reason: 'Berkas tidak lazim' }))).toEqual(['escalated', 'released'])
  expect(game.state).toMatchObject({ holder: null, escalations: [{ step: 0, to: 'verifier', basis: 'officer' }] })
  game.do(verifier, { type: 'take' })
  game.do(verifier, { type: 'escalate', reason: 'Perlu pimpinan' })
  game.do(approver, { type: 'take' })
  expect(game.try(approver, { type: 'escalate', reason: 'Lagi' })).toBe('already-escalated')
})
