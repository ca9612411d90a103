import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { sqlite } from '../../../server/store/dialects.ts'
import { firstSchema } from '../../../server/store/first-schema.ts'
import { openSqliteStore } from '../../../server/store/index.ts'
import { appendOf, ticketOf } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-migrate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The schema as it was released, and never changes. */
const releasedSchema = readFileSync(new URL('schema-1.sql', import.meta.url), 'utf8')
const lines = Array.from({ length: 40 }, (_, i) => ({
  name: `queue/kukar/line-${String(i * 7).padStart(3, '0')}/2026-01-05`,
  events: 1 + ((i * 13) % 29),
}))
const dataOf = (line: string, version: number): object => ({ line, version, note: 'é' })

/** A database as the release with the first schema left it. */
function writeOldDatabase(name: string): string {
  const file = join(folder, name)
  const old = new DatabaseSync(file)
  old.exec(`pragma journal_mode = wal; ${releasedSchema} pragma user_version = 1;`)
  old.exec('begin')
  for (const { name, events } of lines) {
    old.prepare('insert into streams values (?, ?)').run(name, events)
    const insert = old.prepare('insert into events values (?, ?, ?, ?, ?)')
    for (let version = 1; version <= events; version++)
      insert.run(name, version, 'issued', 1000 + version, JSON.stringify(dataOf(name, version)))
  }
  const ticket = ticketOf('t1')
  old
    .prepare(
      `insert into tickets values (${Object.keys(ticket)
        .map(() => '?')
        .join(', ')})`,
    )
    .run(...Object.values(ticket))
  old.prepare('insert into idempotency values (?, ?, ?, ?, ?)').run('c1', 'k-1', 'f', 't1', 7)
  old.prepare('insert into counters values (?, ?, ?)').run('kukar.loket-01', 'o1', 8)
  old.exec('commit')
  old.close()
  return file
}

it('the first migration makes the schema that was released', () => {
  const made = firstSchema(sqlite).map((step) => `${step.compile().sql};\n`)
  expect(made.join('')).toBe(releasedSchema)
})

it('everything of a database of the first schema is found again, and goes on', async () => {
  const store = await openSqliteStore({ file: writeOldDatabase('one.db') })
  expect(await store.listStreams('queue/')).toEqual(lines.map((line) => line.name))
  for (const { name, events } of lines) {
    const expected = Array.from({ length: events }, (_, i) => ({
      version: i + 1,
      type: 'issued',
      atMs: 1001 + i,
      data: dataOf(name, i + 1),
    }))
    expect(await store.readStream(name)).toEqual(expected)
    await expect(store.append(appendOf(name, events - 1))).rejects.toMatchObject({ code: 'version-conflict', details: { actual: events } })
    await store.append(appendOf(name, events))
    expect((await store.readStream(name, events - 1)).map((event) => event.version)).toEqual([events, events + 1])
  }
  expect(await store.findTicket('t1')).toEqual(ticketOf('t1'))
  expect(await store.findIdempotent('c1', 'k-1')).toEqual({ scope: 'c1', key: 'k-1', fingerprint: 'f', result: 't1', atMs: 7 })
  expect(await store.openCounters()).toEqual([{ counter: 'kukar.loket-01', officer: 'o1', openedAtMs: 8 }])
  expect(await store.findCode('h')).toBeNull()
  await store.close()
})

it('four processes may migrate one database at once', async () => {
  const file = writeOldDatabase('raced.db')
  const script = `(async () => {
    const { openSqliteStore } = await import(${JSON.stringify(new URL('../../../server/store/index.ts', import.meta.url).href)})
    const store = await openSqliteStore({ file: process.argv[1] })
    console.log((await store.listStreams('')).length)
    await store.close()
  })()`
  const said = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, ['-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
      let text = ''
      for await (const chunk of child.stdout) text += String(chunk)
      return text.trim()
    }),
  )
  expect(said).toEqual(Array.from({ length: 4 }, () => String(lines.length)))
  const store = await openSqliteStore({ file })
  for (const { name, events } of lines) expect(await store.readStream(name)).toHaveLength(events)
  await store.close()
})
