import { expect, test } from 'vitest'
import { decideContact, lowerRung, type Contact, type ContactCommand } from '../../../game/contact/index.ts'

const ring: ContactCommand = {
  type: 'ring',
  who: 'officer',
  ticket: 'ticket-7',
  call: 2,
  citizen: 'ani',
  officer: 'budi',
  counter: 'kukar.loket-01',
  rung: 'audio',
  atMs: 10,
}
const citizen = { who: 'citizen', person: 'ani', atMs: 20 } as const
const officer = { who: 'officer', person: 'budi', atMs: 20 } as const

function take(contact: Contact | null, command: ContactCommand): Contact {
  const decision = decideContact(contact, command)
  if (!decision.ok) throw new Error(decision.code)
  return decision.contact
}
const codeOf = (contact: Contact | null, command: ContactCommand) => {
  const decision = decideContact(contact, command)
  return decision.ok ? 'ok' : decision.code
}
const talking = () => take(take(null, ring), { type: 'answer', rung: 'audio', ...citizen })

test('C1: a ring makes the contact of this call, and not while one goes on', () => {
  const contact = take(null, ring)
  expect(contact).toEqual({
    id: 'ticket-7-2',
    ticket: 'ticket-7',
    citizen: 'ani',
    officer: 'budi',
    counter: 'kukar.loket-01',
    state: 'ringing',
    rung: 'audio',
    citizenPresent: false,
    officerPresent: true,
    startedAtMs: null,
    endedAtMs: null,
  })
  expect(codeOf(contact, { ...ring, call: 3 })).toBe('still-open')
  expect(take(take(contact, { type: 'end', ...officer }), { ...ring, call: 3 }).id).toBe('ticket-7-3')
  expect(() => decideContact(null, { ...ring, call: 0 })).toThrow(TypeError)
})

test('C2: the citizen answers, once', () => {
  const contact = take(null, ring)
  expect(codeOf(contact, { type: 'answer', rung: 'audio', ...officer })).toBe('wrong-role')
  const answered = talking()
  expect(answered).toMatchObject({ state: 'talking', startedAtMs: 20, citizenPresent: true })
  expect(codeOf(answered, { type: 'answer', rung: 'audio', ...citizen })).toBe('wrong-state')
  expect(codeOf(null, { type: 'answer', rung: 'audio', ...citizen })).toBe('no-contact')
})

test('C3: an answer lowers the rung and never raises it', () => {
  const rungs = (['video', 'audio', 'chat'] as const).map((rung) => take(take(null, ring), { type: 'answer', rung, ...citizen }).rung)
  expect(rungs).toEqual(['audio', 'audio', 'chat'])
})

test('C4: both change the rung while they talk; while it rings only the officer', () => {
  expect(take(talking(), { type: 'change-rung', rung: 'video', ...citizen }).rung).toBe('video')
  expect(take(talking(), { type: 'change-rung', rung: 'chat', ...officer }).rung).toBe('chat')
  const ringing = take(null, ring)
  expect(codeOf(ringing, { type: 'change-rung', rung: 'video', ...citizen })).toBe('wrong-state')
  expect(take(ringing, { type: 'change-rung', rung: 'chat', ...officer }).rung).toBe('chat')
})

test('C5: leaving clears one presence and the talk goes on', () => {
  const gone = take(talking(), { type: 'leave', ...citizen })
  expect(gone).toMatchObject({ state: 'talking', citizenPresent: false, officerPresent: true })
  expect(take(gone, { type: 'arrive', ...citizen }).citizenPresent).toBe(true)
})

test('C6: either ends it, and then nothing changes', () => {
  const ended = take(talking(), { type: 'end', ...citizen })
  expect(ended).toMatchObject({ state: 'ended', endedAtMs: 20, citizenPresent: false, officerPresent: false })
  for (const type of ['arrive', 'leave', 'end'] as const) expect(codeOf(ended, { type, ...officer })).toBe('wrong-state')
  expect(codeOf(ended, { type: 'change-rung', rung: 'chat', ...officer })).toBe('wrong-state')
  expect(take(take(null, ring), { type: 'end', ...citizen }).state).toBe('ended')
})

test("C7: a third person, or one of the two in the other's role, is refused", () => {
  for (const stranger of [
    { ...citizen, person: 'eve' },
    { ...officer, person: 'ani' },
    { ...citizen, person: 'budi' },
  ]) {
    for (const type of ['arrive', 'leave', 'end'] as const) expect(codeOf(talking(), { type, ...stranger })).toBe('not-yours')
    for (const type of ['answer', 'change-rung'] as const) expect(codeOf(talking(), { type, rung: 'chat', ...stranger })).toBe('not-yours')
  }
})

test('C8: the contact that went in stays as it was', () => {
  const contact = Object.freeze(talking())
  for (const type of ['arrive', 'leave', 'end'] as const) expect(take(contact, { type, ...citizen })).not.toBe(contact)
})

test('C9: the ladder ends at chat', () => {
  expect([lowerRung('video'), lowerRung('audio'), lowerRung('chat')]).toEqual(['audio', 'chat', null])
})
