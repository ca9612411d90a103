import { describe, expect, it } from 'vitest'
import { sqlite } from '../../../server/store/dialects.ts'
import { migrate } from '../../../server/store/migrations.ts'
import { packAppend } from '../../../server/store/operations/pack-append.ts'
import { runBatch } from '../../../server/store/run-batch.ts'
import { openSqliteEngine } from '../../../server/store/sqlite-engine.ts'
import { createStoreClient } from '../../../server/store/store-client.ts'
import type { StoreRequest } from '../../../server/store/wire.ts'
import { appendOf, ticketOf } from './store-contract.ts'

function openMemory() {
  const engine = openSqliteEngine(':memory:')
  engine.run(migrate(sqlite))
  return engine
}
const append = (id: number, stream: string, label = ''): StoreRequest => ({
  id,
  name: 'append',
  args: packAppend(appendOf(stream, 0, 1, { tickets: [ticketOf(stream, { label })] })),
})
const read = (id: number, stream: string): StoreRequest => ({ id, name: 'readStream', args: [stream] })

describe('a batch', () => {
  it('answers in order, with one failure on its own', () => {
    const engine = openMemory()
    const answers = engine.run(runBatch([append(1, 's'), append(2, 's'), append(3, 'other'), read(4, 'other')]))
    expect(answers.map((answer) => [answer.id, answer.ok])).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, true],
    ])
    expect(engine.isInTransaction()).toBe(false)
    engine.close()
  })

  it('fails as a whole when the disk is full, keeps nothing of it, and works again when there is room', () => {
    const engine = openMemory()
    const pages = Number(engine.pragma('page_count'))
    engine.pragma(`max_page_count = ${pages + 4}`)
    const answers = engine.run(runBatch([append(1, 'small'), append(2, 'large', 'x'.repeat(200_000)), append(3, 'after')]))
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(['store-broken', 'store-broken', 'store-broken'])
    engine.pragma(`max_page_count = ${pages + 4000}`)
    expect(engine.run(runBatch([read(4, 'small'), read(5, 'after')]))).toMatchObject([{ value: [] }, { value: [] }])
    expect(engine.run(runBatch([append(6, 'small')]))).toEqual([{ id: 6, ok: true, value: undefined }])
    engine.close()
  })
})

describe('a client whose thread died', () => {
  it('rejects what waits and what comes later', async () => {
    const client = createStoreClient({ send: () => {}, close: async () => {} })
    const waiting = client.store.countOfficers()
    const sent = new Promise((resolve) => setImmediate(resolve))
    await sent
    const notSent = client.store.findLock('s')
    client.fail(Object.assign(new Error('gone'), { code: 'store-broken' }))
    await expect(waiting).rejects.toMatchObject({ code: 'store-broken' })
    await expect(notSent).rejects.toMatchObject({ code: 'store-broken' })
    await expect(client.store.check()).rejects.toMatchObject({ code: 'store-broken' })
    await client.store.close()
  })
})
