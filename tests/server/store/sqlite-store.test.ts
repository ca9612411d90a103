import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../server/store/index.ts'
import { claimRace } from './claim-race.ts'
import { appendOf, storeContract, ticketOf } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = (): string => join(folder, 'data', `${++files}.db`)

storeContract('sqlite', () => openSqliteStore({ file: newFile() }))

describe('sqlite store', () => {
  it('has everything after it is opened again', async () => {
    const file = newFile()
    const before = await openSqliteStore({ file })
    await before.append(appendOf('s', 0, 3, { tickets: [ticketOf('t1')] }))
    await before.openCounter({ counter: 'c', officer: 'o', openedAtMs: 1 })
    await before.close()
    const after = await openSqliteStore({ file })
    expect(await after.readStream('s')).toHaveLength(3)
    expect(await after.findTicket('t1')).toEqual(ticketOf('t1'))
    expect(await after.openCounters()).toHaveLength(1)
    await after.append(appendOf('s', 3))
    await after.close()
  })

  it('runs in WAL, and only the owner may read the file', async () => {
    const file = newFile()
    const store = await openSqliteStore({ file })
    await store.check()
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(statSync(`${file}-wal`).mode & 0o077).toBe(0)
    await store.close()
  })

  it('refuses a database of a newer schema and one that is no database', async () => {
    const file = newFile()
    await (await openSqliteStore({ file })).close()
    const raw = new DatabaseSync(file)
    raw.exec('pragma user_version = 9999')
    raw.close()
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'newer-schema' })
    writeFileSync(file, 'not a database, '.repeat(100))
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'store-broken' })
  })

  it('two processes on one file do not lose or double an append', async () => {
    const file = newFile()
    const [one, two] = await Promise.all([openSqliteStore({ file }), openSqliteStore({ file })])
    const outcomes = await Promise.allSettled([one, two].map((store) => store.append(appendOf('s', 0))))
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await two.readStream('s')).toHaveLength(1)
    await Promise.all([one.close(), two.close()])
  })

  claimRace(async () => newFile())

  it('takes 4,000 appends of 32 callers while the event loop keeps turning', async () => {
    const store = await openSqliteStore({ file: newFile() })
    let turns = 0
    let isRunning = true
    const count = (): void => {
      turns++
      if (isRunning) setImmediate(count)
    }
    count()
    await Promise.all(
      Array.from({ length: 32 }, async (_, caller) => {
        for (let i = 0; i < 125; i++) await store.append(appendOf(`s${caller}`, i))
      }),
    )
    isRunning = false
    for (let caller = 0; caller < 32; caller++) expect(await store.readStream(`s${caller}`)).toHaveLength(125)
    expect(turns).toBeGreaterThan(125)
    await store.close()
  })
})
