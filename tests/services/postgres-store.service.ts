import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../server/store/index.ts'
import { claimRace } from '../server/store/claim-race.ts'
import { appendOf, storeContract } from '../server/store/store-contract.ts'
import { findPostgres } from './find-postgres.ts'

const postgres = await findPostgres()
afterAll(() => postgres?.close())

if (postgres === null)
  it.skip('skipped: there is no PostgreSQL here; apt-get install postgresql, or set TEST_DATABASE_URL', () => undefined)
else {
  const open = async () => openStore({ databaseUrl: await postgres.newSchema(), file: '' })

  storeContract('PostgreSQL', open)

  describe('PostgreSQL store', () => {
    claimRace(() => postgres.newSchema())

    it('has everything after it is opened again, and two may open an empty database at once', async () => {
      const databaseUrl = await postgres.newSchema()
      const [one, two] = await Promise.all([openStore({ databaseUrl, file: '' }), openStore({ databaseUrl, file: '' })])
      await one.append(appendOf('s', 0, 3))
      expect(await two.readStream('s')).toHaveLength(3)
      await Promise.all([one.close(), two.close()])
      const after = await openStore({ databaseUrl, file: '' })
      await after.append(appendOf('s', 3))
      expect(await after.readStream('s', 2)).toHaveLength(2)
      await after.close()
    })

    it('rejects with store-broken what was under way when the connection is lost, and goes on with the next', async () => {
      const store = await open()
      await store.append(appendOf('s', 0))
      const outcomes = Promise.allSettled(Array.from({ length: 300 }, (_, i) => store.append(appendOf(`s${i}`, 0, 20))))
      await postgres.cutConnections()
      const settled = await outcomes
      // The loss itself may be told to whoever asks first.
      const works = async () =>
        expect
          .poll(() =>
            store.check().then(
              () => 'works',
              () => 'is broken',
            ),
          )
          .toBe('works')
      await works()
      for (const [i, outcome] of settled.entries()) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'store-broken' })
        const expected = outcome.status === 'fulfilled' ? [20] : [0, 20]
        expect(expected, `stream ${i}`).toContain((await store.readStream(`s${i}`)).length)
      }
      await postgres.cutConnections()
      await works()
      await store.append(appendOf('s', 1))
      expect(await store.readStream('s')).toHaveLength(2)
      await store.close()
    })

    it('refuses a newer schema, and a server that is not there', async () => {
      const databaseUrl = await postgres.newSchema()
      await (await openStore({ databaseUrl, file: '' })).close()
      await postgres.run(databaseUrl, 'update schema_version set version = 9999')
      await expect(openStore({ databaseUrl, file: '' })).rejects.toMatchObject({ code: 'newer-schema' })
      await expect(openStore({ databaseUrl: 'postgres://postgres@127.0.0.1:1/none', file: '' })).rejects.toMatchObject({
        code: 'store-broken',
      })
    })

    it('refuses a text that PostgreSQL cannot hold to its caller alone', async () => {
      const store = await open()
      const chat = { contact: 'k', key: 'a', from: 'citizen' as const, text: 'a\u0000b', atMs: 1 }
      const [bad, good] = await Promise.allSettled([store.putChat(chat), store.putChat({ ...chat, key: 'b', text: 'ab' })])
      expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) })
      expect(good.status).toBe('fulfilled')
      await store.close()
    })
  })
}
