import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../game/case/index.ts'
import { createAudit, type AuditEntry } from '../../../server/audit/index.ts'
import { openMemoryStore, openSqliteStore, type AppendRequest, type Store } from '../../../server/store/index.ts'
import { tools } from '../../game/case/audit/sample-audit.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Eleven at night of 2 March 2026 in WITA. */
const nightMs = Date.UTC(2026, 2, 2, 15)
const hour = 3_600_000

function entryOf(index: number, more: Partial<AuditEntry> = {}): AuditEntry {
  const by = { role: 'officer', id: 'officer-1', agency: 'disdukcapil' } as const
  const about = { kind: 'case', id: `case-${index}` }
  return { atMs: nightMs + index, region: 'kukar', act: 'case.read', by, citizen: 'c1', about, why: 'memeriksa berkas', ...more }
}
const open = (store: Pick<Store, 'append' | 'readStream' | 'listStreams' | 'recordsOf'>) => createAudit({ store, offsetOf: () => 480 })

async function reportOf(audit: ReturnType<typeof open>, region = 'kukar') {
  const days = await Promise.all((await audit.daysOf(region)).map((day) => audit.exportDay(region, day)))
  return verifyAudit(
    days.filter((day) => day !== null),
    tools,
  )
}

describe('the audit', () => {
  it('chains what is written, in order, and an export of it is good and names nobody', async () => {
    const audit = open(openMemoryStore())
    for (let index = 0; index < 5; index++) await audit.write(entryOf(index))
    const report = await reportOf(audit)
    expect(report).toMatchObject({ ok: true, days: [{ day: '2026-03-02', lines: 5, isClosed: false }] })
    const text = JSON.stringify(await audit.exportDay('kukar', '2026-03-02'))
    for (const hidden of ['"c1"', 'officer-1', 'case-', 'memeriksa']) expect(text).not.toContain(hidden)
    expect((await audit.entriesOf('kukar', '2026-03-02')).map(({ about }) => about.id)).toEqual([0, 1, 2, 3, 4].map((i) => `case-${i}`))
  })

  it('writes many at once in few appends, and loses none', async () => {
    const store = openMemoryStore()
    let appends = 0
    const counted = { ...store, append: (request: AppendRequest) => (appends++, store.append(request)) }
    const audit = open(counted)
    await Promise.all(Array.from({ length: 600 }, (_, index) => audit.write(entryOf(index))))
    expect(appends).toBeLessThanOrEqual(5)
    expect(await reportOf(audit)).toMatchObject({ ok: true, days: [{ lines: 600 }] })
  })

  it('closes a day and hangs the next one on it, also when entries come late', async () => {
    const audit = open(openMemoryStore())
    await Promise.all([entryOf(1), entryOf(2, { atMs: nightMs + 2 * hour }), entryOf(3)].map((entry) => audit.write(entry)))
    await audit.write(entryOf(4, { atMs: nightMs + 50 * hour }))
    expect(await reportOf(audit)).toMatchObject({
      ok: true,
      days: [
        { day: '2026-03-02', lines: 2, isClosed: true },
        { day: '2026-03-03', lines: 3, isClosed: true },
        { day: '2026-03-05', lines: 1, isClosed: false },
      ],
    })
  })

  it('goes on where it was after a new start, also when it ended between the closing of a day and the next one', async () => {
    const file = join(folder, 'again.db')
    const before = await openSqliteStore({ file })
    await open(before).write(entryOf(1))
    const half = {
      ...before,
      append: (request: AppendRequest) => (request.stream.endsWith('03-03') ? Promise.reject(new Error('cut')) : before.append(request)),
    }
    await expect(open(half).write(entryOf(2, { atMs: nightMs + 2 * hour }))).rejects.toThrow('cut')
    await before.close()
    const after = await openSqliteStore({ file })
    const audit = open(after)
    // As if the clock had gone back over midnight: a closed day stays closed.
    await audit.write(entryOf(3))
    expect(await reportOf(audit)).toMatchObject({
      ok: true,
      days: [
        { lines: 2, isClosed: true },
        { day: '2026-03-03', lines: 1 },
      ],
    })
    await after.close()
  })

  it('keeps one chain when two servers write to one store', async () => {
    const store = openMemoryStore()
    const [one, two] = [open(store), open(store)]
    await Promise.all(Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? one : two).write(entryOf(index))))
    for (let index = 0; index < 20; index++) await (index % 2 === 0 ? one : two).write(entryOf(index, { atMs: nightMs + index * hour }))
    const report = await reportOf(one)
    expect(report.ok && report.days.reduce((sum, day) => sum + day.lines - Number(day.isClosed), 0)).toBe(120)
  })

  it('shows a citizen who opened their records and why, newest first, and not what they did themselves', async () => {
    const audit = open(openMemoryStore())
    await audit.write(entryOf(1))
    await audit.write(entryOf(2, { act: 'paper.opened', about: { kind: 'paper', id: 'p1' } }))
    await audit.write(entryOf(3, { by: { role: 'citizen', id: 'c1', agency: null } }))
    await audit.write(entryOf(4, { citizen: 'c2' }))
    await audit.write(entryOf(5, { citizen: null }))
    const accesses = await audit.accessesOf('c1')
    expect(accesses.map(({ act }) => act)).toEqual(['paper.opened', 'case.read'])
    expect(accesses[1]).toEqual({
      at: new Date(nightMs + 1).toISOString(),
      act: 'case.read',
      role: 'officer',
      agency: 'disdukcapil',
      about: { kind: 'case', id: 'case-1' },
      why: 'memeriksa berkas',
    })
  })

  it('shows as one what an officer looked at again and again, names nobody, and keeps every line in the chain', async () => {
    const audit = open(openMemoryStore())
    const [about, vino] = [{ kind: 'case', id: 'case-1' }, { role: 'officer', id: 'vino', agency: 'disdukcapil' } as const]
    for (const index of [1, 2, 3]) await audit.write(entryOf(index * 60_000, { about }))
    await audit.write(entryOf(4 * 60_000, { about, by: vino }))
    const groups = await audit.accessGroupsOf('c1')
    expect(groups).toEqual([
      expect.objectContaining({ count: 1 }),
      {
        at: new Date(nightMs + 180_000).toISOString(),
        firstAt: new Date(nightMs + 60_000).toISOString(),
        count: 3,
        act: 'case.read',
        role: 'officer',
        agency: 'disdukcapil',
        about,
        region: 'kukar',
        why: { id: 'memeriksa berkas', en: 'memeriksa berkas' },
      },
    ])
    expect(JSON.stringify([groups, await audit.accessesOf('c1')])).not.toMatch(/officer-1|vino/)
    expect(await audit.accessesOf('c1')).toHaveLength(4)
    expect(await reportOf(audit)).toMatchObject({ ok: true, days: [{ lines: 4 }] })
  })

  it('refuses all that waited when the store cannot write, and writes again when it can', async () => {
    const store = openMemoryStore()
    let isBroken = true
    const fragile = {
      ...store,
      append: (request: AppendRequest) => (isBroken ? Promise.reject(new Error('disk full')) : store.append(request)),
    }
    const audit = open(fragile)
    const results = await Promise.allSettled([1, 2, 3].map((index) => audit.write(entryOf(index))))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    isBroken = false
    await audit.write(entryOf(4))
    expect(await reportOf(audit)).toMatchObject({ ok: true, days: [{ lines: 1 }] })
  })
})
