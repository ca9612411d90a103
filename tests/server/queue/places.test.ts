import { describe, expect, it } from 'vitest'
import { callOrderOf, verifyProof } from '../../../game/queue/index.ts'
import { sha256 } from '../../../server/queue/proof-chain.ts'
import { openMemoryStore, type OfficerRow, type Store } from '../../../server/store/index.ts'
import { homeTaking, queueOn, testClock } from '../http/harness.ts'

const plain = { passwordHash: null, issuer: null, subject: null, region: null, agency: null, createdAtMs: 0 }
const officer: OfficerRow = { ...plain, id: 'officer-1', username: 'o', name: 'O' }
const counter = 'kukar.loket-01'
const tomorrow = '2025-03-04'

function open(store: Store = openMemoryStore()) {
  const clock = testClock()
  return { clock, store, queue: queueOn(store, clock) }
}

describe('places of a person', () => {
  it('books a slot of another day, checks in within its window and enters the order with a number', async () => {
    const { clock, queue } = open()
    const [slot] = await queue.slots('kukar', 'ktp', tomorrow)
    expect(slot.free).toBe(4)
    const slotAtMs = Date.parse(slot.at)
    const { ticket, day } = await queue.issue({ ...homeTaking('c1'), slotAtMs })
    expect([day, ticket.state, ticket.number]).toEqual([tomorrow, 'reserved', null])
    expect((await queue.slots('kukar', 'ktp', tomorrow))[0].free).toBe(3)
    await expect(queue.act(ticket.id, 'c1', 'check-in')).rejects.toMatchObject({ code: 'too-early' })
    await expect(queue.act(ticket.id, 'c2', 'check-in')).rejects.toMatchObject({ code: 'unknown-ticket' })
    clock.nowMs = slotAtMs
    const walkIn = await queue.issue(homeTaking('c2'))
    const checked = await queue.act(ticket.id, 'c1', 'check-in')
    expect([walkIn.ticket.label, checked.ticket.label]).toEqual(['A-001', 'A-002'])
  })

  it('refuses a slot that is none, and more places than a person may hold', async () => {
    const { queue } = open()
    const odd = Date.parse(`${tomorrow}T01:07:00Z`)
    await expect(queue.issue({ ...homeTaking('c1'), slotAtMs: odd })).rejects.toMatchObject({ code: 'no-such-slot' })
    const slots = await queue.slots('kukar', 'ktp', tomorrow)
    await queue.issue(homeTaking('c1', 'ktp'))
    await queue.issue(homeTaking('c1', 'akta'))
    await queue.issue(homeTaking('c1', 'npwp'))
    await queue.issue({ ...homeTaking('c1', 'ktp', 'booked-1'), slotAtMs: Date.parse(slots[0].at) })
    await queue.issue({ ...homeTaking('c1', 'akta', 'booked-2'), slotAtMs: Date.parse(slots[0].at) })
    const sixth = { ...homeTaking('c1', 'npwp', 'booked-3'), slotAtMs: Date.parse(slots[0].at) }
    await expect(queue.issue(sixth)).rejects.toMatchObject({ code: 'person-limit', details: { limit: 5 } })
  })

  it('gives a guest a number and a code that finds it again, and the number to whoever claims it', async () => {
    const { queue } = open()
    const guest = { ...homeTaking('', 'ktp', 'kiosk-1'), citizen: null, channel: 'kiosk' as const, scope: 'kiosk/kukar' }
    const { ticket } = await queue.issue(guest)
    const code = await queue.codes.codeOf(ticket.id, 'kukar')
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
    expect(await queue.codes.codeOf(ticket.id, 'kukar')).toBe(code)
    expect(await queue.codes.find(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)).toBe(ticket.id)
    expect(await queue.codes.find('22222222')).toBeNull()
    const claimed = await queue.claim(ticket.id, 'c1')
    expect([claimed.ticket.label, claimed.ticket.citizen]).toEqual([ticket.label, 'c1'])
    expect((await queue.rowsOf('c1')).map(({ id }) => id)).toEqual([ticket.id])
  })

  it('brings a ticket on to another line with its label and its old place, also when the server ended between the two writes', async () => {
    const { clock, store, queue } = open()
    const first = await queue.issue(homeTaking('c1', 'ktp'))
    clock.nowMs += 60_000
    await queue.issue(homeTaking('c2', 'npwp'))
    await queue.desk.open(counter, officer)
    await queue.desk.next(counter, officer)
    await queue.desk.act(first.ticket.id, officer, { type: 'serve' })
    const there = await queue.desk.act(first.ticket.id, officer, { type: 'transfer', to: { type: 'group', group: 'npwp', service: null } })
    expect([there.group, there.ticket.state, there.ticket.label]).toEqual(['npwp', 'waiting', 'A-001'])
    expect((await queue.find(first.ticket.id))?.group).toBe('npwp')

    // A second server that finds a ticket sent on, and the line it was sent to without it.
    const halfway = { ...store, readStream: async (name: string) => (name.includes('/npwp/') ? [] : store.readStream(name)) }
    const after = queueOn(halfway, clock)
    const appended: string[] = []
    halfway.append = async (request) => void appended.push(...request.events.map(({ type }) => type))
    await after.actors.today('kukar', 'ktp').load()
    await after.tend()
    expect(appended).toEqual(['arrived'])
  })
})

describe('lines', () => {
  it('ends the day of an agency once it is over and its officers have gone, and tells whoever still waited', async () => {
    const { clock, queue } = open()
    const span = [{ from: 9 * 60, to: 10 * 60 }]
    const hours = { ...queue.states.hoursOf('kukar', 'disdukcapil'), week: Array.from({ length: 7 }, () => span) }
    await queue.states.putHours('kukar', 'disdukcapil', hours, 'officer-1')
    const { ticket } = await queue.issue(homeTaking('c1'))
    await queue.desk.open(counter, officer)
    clock.nowMs += 61 * 60_000
    await queue.tend()
    expect((await queue.find(ticket.id))?.ticket.state).toBe('waiting')
    await queue.desk.close(counter, officer)
    await queue.tend()
    expect((await queue.find(ticket.id))?.ticket.state).toBe('expired')
  })

  it('calls a priority of one line before those who came a little earlier to another, and the console shows that order', async () => {
    const { clock, queue } = open()
    const come = async (citizen: string, group: string, priority: 'elderly' | null = null) => {
      clock.nowMs += 60_000
      return (await queue.issue({ ...homeTaking(citizen, group), channel: 'hall', priority })).ticket.label
    }
    const [early, late, elder] = [await come('c1', 'ktp'), await come('c2', 'akta'), await come('c3', 'akta', 'elderly')]
    const lines = await Promise.all(['ktp', 'akta'].map((group) => queue.actors.today('kukar', group).load()))
    expect(callOrderOf(lines).map(({ ticket }) => ticket.label)).toEqual([elder, early, late])
    await queue.desk.open(counter, officer)
    expect((await queue.desk.next(counter, officer)).ticket.label).toBe(elder)
  })

  it('moves everybody to another day, those with the earliest place to the earliest slots, once', async () => {
    const { clock, queue } = open()
    for (let person = 0; person < 6; person++) {
      clock.nowMs += 1000
      await queue.issue(homeTaking(`c${person}`))
    }
    expect(await queue.lines.rebook('kukar', 'ktp', { reason: 'server pusat mati', day: tomorrow })).toEqual({ moved: 6, left: 0 })
    expect(await queue.lines.rebook('kukar', 'ktp', { reason: 'server pusat mati', day: tomorrow })).toEqual({ moved: 0, left: 0 })
    const target = await queue.actors.at('kukar', 'ktp', tomorrow).load()
    const slots = [...target.tickets.values()].map(({ citizen, slotAtMs }) => `${citizen} ${slotAtMs}`)
    const times = (await queue.slots('kukar', 'ktp', tomorrow)).map(({ at }) => Date.parse(at))
    expect(slots).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5'].map((citizen, index) => `${citizen} ${times[index < 4 ? 0 : 1]}`))
    await expect(queue.lines.rebook('kukar', 'ktp', { reason: 'x', day: '2025-03-03' })).rejects.toMatchObject({ code: 'day-past' })
  })

  it('says when an agency gives no numbers, and keeps its hours and state over a restart', async () => {
    const { clock, store, queue } = open()
    const span = [{ from: 8 * 60, to: 9 * 60 }]
    const hours = { ...queue.states.hoursOf('kukar', 'pajak'), week: [[], [], [], span, [], [], []] }
    await queue.states.putHours('kukar', 'pajak', hours, 'officer-1')
    await queue.states.putState('kukar', 'pajak', { isCentralUp: false, hasBlanks: true, note: 'SIAK mati' }, 'officer-1')
    const after = queueOn(store, clock)
    await after.start()
    expect(after.states.viewOf('kukar', 'pajak')).toMatchObject({
      opening: { type: 'closed' },
      givesNumbers: false,
      nextDays: ['2025-03-05', '2025-03-12', '2025-03-19', '2025-03-26', '2025-04-02'],
      isCentralUp: false,
      note: 'SIAK mati',
    })
    await expect(after.issue(homeTaking('c1', 'npwp'))).rejects.toMatchObject({
      code: 'not-giving-numbers',
      details: { agency: 'Pajak', next: '2025-03-05' },
    })
  })
})

describe('proof', () => {
  it('binds every event into one chain over restarts and stale writes, without a name in it', async () => {
    const { clock, store, queue } = open()
    const secretive = 'citizen-who-must-not-be-seen'
    await queue.issue(homeTaking(secretive))
    await queue.desk.open(counter, officer)
    const after = queueOn(store, clock)
    await after.start()
    clock.nowMs += 1000
    const { ticket } = await after.issue({ ...homeTaking('c2'), priority: 'elderly' })
    // The first server does not know of that yet.
    await queue.issue(homeTaking('c3'))
    const called = await queue.desk.next(counter, officer)
    const line = queue.actors.today('kukar', 'ktp')
    const proof = await line.exportProof()
    if (proof === null) throw new Error('no proof')
    const report = await verifyProof(proof.head, proof.lines, sha256)
    expect(called.ticket.id).toBe(ticket.id)
    expect(report).toMatchObject({
      ok: true,
      events: 4,
      issued: 3,
      calls: 1,
      jumps: [{ label: 'A-002', basis: 'priority', reason: 'elderly' }],
    })
    expect(line.receiptOf(ticket.id)).toEqual({ line: 2, hash: proof.lines[1].hash })
    expect(JSON.stringify(proof)).not.toContain(secretive)
    expect(JSON.stringify(proof)).not.toContain(officer.id)
    const altered = proof.lines.map((row, index) => (index === 1 ? { ...row, event: { ...row.event, atMs: 1 } } : row))
    expect(await verifyProof(proof.head, altered, sha256)).toMatchObject({ ok: false, line: 2, reason: 'broken-link' })
  })

  it('counts a day by service, counter and channel', async () => {
    const { clock, queue } = open()
    await queue.issue(homeTaking('c1'))
    await queue.issue(homeTaking('c2', 'npwp'))
    await queue.desk.open(counter, officer)
    clock.nowMs += 5 * 60_000
    const { ticket } = await queue.desk.next(counter, officer)
    await queue.desk.act(ticket.id, officer, { type: 'serve' })
    clock.nowMs += 3 * 60_000
    await queue.desk.act(ticket.id, officer, { type: 'finish' })
    const figures = await queue.statistics('kukar', null, '2025-03-03')
    expect(figures.whole).toMatchObject({ count: 2, served: 1, noShow: 0, waitMedianMs: 300_000, serviceMedianMs: 180_000 })
    expect(figures.byChannel.map(({ key, count }) => `${key} ${count}`)).toEqual(['home 2'])
    expect(figures.byHour.map(({ key }) => key)).toEqual(['09'])
    expect(figures.usedMinutes).toBe(3)
    expect((await queue.statistics('kukar', 'pajak', '2025-03-03')).whole.count).toBe(1)
    const csv = await queue.statisticsCsv('kukar', null, '2025-03-03')
    expect(csv.split('\r\n')[1]).toBe('ktp,,kukar.loket-01,home,0,,9,served,300,180')
  })
})
