import { CodedError } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import type { OfficerRow, Store } from '../../../server/store/index.ts'
import { openMemoryStore } from '../../../server/store/index.ts'
import { homeTaking, morningMs, queueOn, testClock } from '../http/harness.ts'

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
const take = homeTaking
const codeOf = (error: unknown) => (error as CodedError).code

describe('queue service', () => {
  it('gives each of many at once the next number, in one stream', async () => {
    const store = openMemoryStore()
    const queue = queueOn(store, testClock())
    const placed = await Promise.all(Array.from({ length: 40 }, (_, index) => queue.issue(take(`c${index}`))))
    expect(placed.map(({ ticket }) => ticket.number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect((await store.readStream('queue/kukar/ktp/2025-03-03')).map(({ version }) => version)).toHaveLength(40)
    expect((await queue.summary('kukar')).groups.find(({ group }) => group === 'ktp')?.waiting).toBe(40)
  })

  it('gives the same ticket for the same key, also when both ask at once, and refuses another request under it', async () => {
    const queue = queueOn(openMemoryStore(), testClock())
    const [first, second] = await Promise.all([queue.issue(take('c1')), queue.issue(take('c1'))])
    expect(second.ticket.id).toBe(first.ticket.id)
    expect((await queue.issue(take('c1'))).ticket.id).toBe(first.ticket.id)
    await expect(queue.issue(take('c1', 'akta', 'key-c1-ktp'))).rejects.toMatchObject({ code: 'idempotency-mismatch' })
    await expect(queue.issue(take('c1', 'ktp', 'another-key'))).rejects.toMatchObject({
      code: 'already-waiting',
      details: { label: 'A-001' },
    })
  })

  it('answers after the commit only, and reads its state again after a failed write', async () => {
    const real = openMemoryStore()
    let fail: 'no' | 'once' = 'no'
    const store: Store = {
      ...real,
      async append(request) {
        if (fail === 'once') {
          fail = 'no'
          throw new CodedError('store-broken', 'disk full')
        }
        return real.append(request)
      },
    }
    const queue = queueOn(store, testClock())
    await queue.issue(take('c1'))
    fail = 'once'
    const answers = await Promise.allSettled([
      queue.issue(take('c2')),
      queue.issue(take('c3')),
      queue.issue(take('c2', 'ktp', 'other-key-2')),
    ])
    expect(answers[0]).toMatchObject({ status: 'rejected', reason: { code: 'store-broken' } })
    // Decided on the state that was lost; decided anew on what the disk holds.
    const issued = answers.slice(1).map((answer) => (answer.status === 'fulfilled' ? answer.value.ticket : null))
    expect(issued.map((ticket) => ticket?.citizen)).toEqual(['c3', 'c2'])
    expect(new Set(issued.map((ticket) => ticket?.number))).toEqual(new Set([2, 3]))
    expect((await real.readStream('queue/kukar/ktp/2025-03-03')).map(({ data }) => (data as { number: number }).number)).toEqual([1, 2, 3])
  })

  it('decides anew when somebody else wrote to the stream', async () => {
    const store = openMemoryStore()
    const clock = testClock()
    const [one, two] = [queueOn(store, clock), queueOn(store, clock)]
    await one.issue(take('c1'))
    await two.issue(take('c2'))
    const third = await one.issue(take('c3'))
    expect(third.ticket.label).toBe('A-003')
  })

  it('calls whoever has waited longest over all lines of the agency, and nobody of another', async () => {
    const clock = testClock()
    const queue = queueOn(openMemoryStore(), clock)
    for (const [citizen, group] of [
      ['c1', 'npwp'],
      ['c2', 'akta'],
      ['c3', 'ktp'],
      ['c4', 'akta'],
    ] as const) {
      clock.nowMs += 1000
      await queue.issue(take(citizen, group))
    }
    await queue.desk.open('kukar.loket-01', officer)
    const called: (string | null)[] = []
    for (let turn = 0; turn < 3; turn++) {
      const { ticket } = await queue.desk.next('kukar.loket-01', officer)
      called.push(ticket.label)
      await queue.desk.act(ticket.id, officer, { type: 'serve' })
      await queue.desk.act(ticket.id, officer, { type: 'finish' })
    }
    expect(called).toEqual(['B-001', 'A-001', 'B-002'])
    await expect(queue.desk.next('kukar.loket-01', officer)).rejects.toMatchObject({ code: 'nobody-waiting' })
  })

  it('has one ticket in hand for two presses of the button, and one officer for a counter', async () => {
    const queue = queueOn(openMemoryStore(), testClock())
    await queue.issue(take('c1'))
    await queue.issue(take('c2', 'akta'))
    await queue.desk.open('kukar.loket-01', officer)
    const presses = await Promise.allSettled([queue.desk.next('kukar.loket-01', officer), queue.desk.next('kukar.loket-01', officer)])
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = presses.find((press) => press.status === 'rejected')
    expect(codeOf(refused?.reason)).toBe('counter-busy')
    await expect(queue.desk.close('kukar.loket-01', officer)).rejects.toMatchObject({ code: 'counter-busy' })
    const other = { ...officer, id: 'officer-2' }
    await expect(queue.desk.open('kukar.loket-01', other)).rejects.toMatchObject({ code: 'counter-taken', details: { counter: '1' } })
    await expect(queue.desk.open('kukar.loket-03', { ...other, agency: 'disdukcapil' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('keeps open counters and tickets in hand over a restart', async () => {
    const store = openMemoryStore()
    const clock = testClock()
    const before = queueOn(store, clock)
    await before.issue(take('c1'))
    await before.desk.open('kukar.loket-01', officer)
    const { ticket } = await before.desk.next('kukar.loket-01', officer)
    before.close()

    const after = queueOn(store, clock)
    await after.start()
    expect(after.desk.counterOf(officer.id)?.id).toBe('kukar.loket-01')
    expect((await after.summary('kukar')).counters[0]).toMatchObject({ isOpen: true, serving: 'A-001' })
    await after.desk.act(ticket.id, officer, { type: 'serve' })
    expect((await after.find(ticket.id))?.ticket.state).toBe('serving')
  })

  it("takes the office day from the region's own zone, and expires who still waits when it ends", async () => {
    // 23:30 in Makassar is 22:30 in Jakarta.
    const clock = testClock(morningMs + 14.5 * 3_600_000)
    const store = openMemoryStore()
    const queue = queueOn(store, clock)
    const waiting = await queue.issue(take('c1'))
    const served = await queue.issue(take('c2', 'akta'))
    const jabar = await queue.issue({ ...take('c3'), region: 'jabar' })
    await queue.desk.open('kukar.loket-01', officer)
    await queue.act(waiting.ticket.id, 'c1', 'cancel')
    clock.nowMs += 1000
    const late = await queue.issue(take('c1', 'ktp', 'later-key'))
    await queue.desk.next('kukar.loket-01', officer)
    await queue.desk.act(served.ticket.id, officer, { type: 'serve' })

    clock.nowMs += 3_600_000
    expect(await queue.expirePast()).toBe(1)
    expect((await queue.find(late.ticket.id))?.ticket.state).toBe('expired')
    expect((await queue.find(jabar.ticket.id))?.ticket.state).toBe('waiting')
    // At the counter over midnight: served to the end, and in the way of nobody.
    await expect(queue.desk.next('kukar.loket-01', officer)).rejects.toMatchObject({ code: 'counter-busy', details: { label: 'B-001' } })
    await queue.desk.act(served.ticket.id, officer, { type: 'finish' })
    const next = await queue.issue(take('c4'))
    expect([next.day, next.ticket.label]).toEqual(['2025-03-04', 'A-001'])
  })

  it('tells a region of its changes at most four times a second, and of the last one always', async () => {
    const clock = testClock()
    const queue = queueOn(openMemoryStore(), clock)
    const told: number[] = []
    queue.events.on('region', () => {
      told.push(told.length)
    })
    await Promise.all(Array.from({ length: 30 }, (_, index) => queue.issue(take(`c${index}`))))
    await new Promise((done) => setTimeout(done, 20))
    expect(told).toHaveLength(1)
    await queue.issue(take('c-last'))
    await new Promise((done) => setTimeout(done, 20))
    expect(told).toHaveLength(1)
    await expect.poll(() => told.length).toBe(2)
  })
})
