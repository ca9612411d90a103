import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../game/contact/index.ts'
import { createContactService } from '../../../server/contact/index.ts'
import { openMemoryStore, type OfficerRow } from '../../../server/store/index.ts'
import { homeTaking, noLog, queueOn, testClock, testMalls } from '../http/harness.ts'

const officer: OfficerRow = {
  id: 'officer-1',
  username: 'o',
  passwordHash: null,
  issuer: null,
  subject: null,
  name: 'O',
  region: null,
  agency: null,
  createdAtMs: 0,
}
const by = (who: 'citizen' | 'officer') => ({ who, person: who === 'citizen' ? 'c1' : officer.id })

async function called(graceMs = 20) {
  const store = openMemoryStore()
  const clock = testClock()
  const malls = testMalls()
  const queue = queueOn(store, clock, malls)
  const contact = createContactService({ queue, store, malls, clock, log: noLog, presenceGraceMs: graceMs })
  const told: Contact[] = []
  contact.events.on('contact', (one) => told.push(one))
  const { ticket } = await queue.issue(homeTaking('c1'))
  await queue.desk.open('kukar.loket-01', officer)
  await queue.desk.next('kukar.loket-01', officer)
  return { store, clock, malls, queue, contact, told, id: ticket.id, talk: `${ticket.id}-1` }
}

describe('contact service', () => {
  it('rings with the call, serves with the answer, ends with the ticket', async () => {
    const { queue, contact, told, id, talk } = await called()
    expect(contact.viewOf(id)).toMatchObject({ id: talk, state: 'ringing', rung: 'video' })
    expect(contact.answer(talk, { ...by('citizen'), rung: 'audio' })).toMatchObject({ state: 'talking', rung: 'audio' })
    await expect.poll(async () => (await queue.find(id))?.ticket.state).toBe('serving')
    // The button pressed after the answer is no fault.
    await queue.desk.act(id, officer, { type: 'serve' })
    await queue.desk.act(id, officer, { type: 'finish' })
    expect(contact.viewOf(id)?.state).toBe('ended')
    expect(told.map(({ state }) => state)).toEqual(['ringing', 'talking', 'ended'])
    expect(() => contact.changeRung(talk, { ...by('citizen'), rung: 'chat' })).toThrow(expect.objectContaining({ code: 'wrong-state' }))
  })

  it('makes a new talk of a recall, and ends the one before', async () => {
    const { queue, clock, contact, told, id } = await called()
    clock.nowMs += 20_000
    await queue.desk.act(id, officer, { type: 'recall' })
    expect(contact.viewOf(id)).toMatchObject({ id: `${id}-2`, state: 'ringing' })
    expect(told.map((one) => `${one.id.slice(-1)} ${one.state}`)).toEqual(['1 ringing', '1 ended', '2 ringing'])
  })

  it('is between the two alone', async () => {
    const { contact, talk } = await called()
    expect(() => contact.answer(talk, { who: 'citizen', person: 'c2', rung: 'video' })).toThrow(
      expect.objectContaining({ code: 'not-yours' }),
    )
    await expect(contact.chat(talk, { who: 'officer', person: 'officer-2', key: 'k1', text: 'x' })).rejects.toMatchObject({
      code: 'not-yours',
    })
  })

  it('keeps a line of chat once for its key, and over a restart', async () => {
    const { store, queue, malls, clock, contact, talk } = await called()
    const lines: string[] = []
    contact.events.on('chat', ({ row }) => lines.push(row.text))
    const say = (key: string, text: string) => contact.chat(talk, { ...by('citizen'), key, text })
    const [first, repeated] = await Promise.all([say('k1', 'halo'), say('k1', 'halo lagi')])
    expect([first.isNew, repeated.isNew, repeated.row.text]).toEqual([true, false, 'halo'])
    await expect(say('k2', 'x'.repeat(2001))).rejects.toMatchObject({ code: 'too-large' })
    expect(lines).toEqual(['halo'])

    const after = createContactService({ queue, store, malls, clock, log: noLog })
    await after.restore()
    expect((await after.chatOf(talk)).map(({ text }) => text)).toEqual(['halo'])
    expect((await after.chat(talk, { ...by('citizen'), key: 'k1', text: 'halo' })).isNew).toBe(false)
  })

  it('forgives a short gap of presence and tells a long one', async () => {
    const { contact, id } = await called(40)
    const here = () => contact.viewOf(id)?.citizenPresent
    contact.presence.opened('citizen', 'c1')
    expect(here()).toBe(true)
    contact.presence.closed('citizen', 'c1')
    contact.presence.opened('citizen', 'c1')
    contact.presence.opened('citizen', 'c1')
    contact.presence.closed('citizen', 'c1')
    await new Promise((done) => setTimeout(done, 60))
    expect(here()).toBe(true)
    contact.presence.closed('citizen', 'c1')
    expect(here()).toBe(true)
    await expect.poll(here).toBe(false)
  })
})
