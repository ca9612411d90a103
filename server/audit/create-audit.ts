import { CodedError } from '@balai/engine/core'
import { groupAccesses, type Access, type AuditHead, type AuditLine } from '../../game/case/index.ts'
import { officeDay } from '../../game/queue/index.ts'
import type { RecordRow, Store } from '../store/index.ts'
import { accessReason } from './access-reasons.ts'
import {
  closingEntry,
  exportLines,
  factsAt,
  fromStored,
  linkEntries,
  tailOf,
  toStored,
  type ChainedEntry,
  type Tail,
} from './audit-chain.ts'
import type { AccessGroupView, AccessView, Audit, AuditEntry } from './audit-port.ts'

/** The audit with what auditors and exports need of it. */
export interface AuditService extends Audit {
  /** The accesses as a citizen is shown them: what an officer did again and again within an hour is one. Newest first. */
  accessGroupsOf(citizen: string): Promise<AccessGroupView[]>
  /** The days of a region that have lines, oldest first. */
  daysOf(region: string): Promise<string[]>
  /** A day in full, ids included, in the order of the chain. */
  entriesOf(region: string, day: string): Promise<ChainedEntry[]>
  /** A day that names nobody; null when it has no line. */
  exportDay(region: string, day: string): Promise<{ readonly head: AuditHead; readonly lines: readonly AuditLine[] } | null>
}

type AuditStore = Pick<Store, 'append' | 'readStream' | 'listStreams' | 'recordsOf'>
/** With the officer, whom nobody is shown: a row that was written before they were kept has none. */
type StoredAccess = Access & Omit<AccessView, 'at'> & { readonly region: string }
type Waiting = { readonly entry: AuditEntry; readonly done: () => void; readonly fail: (error: unknown) => void }

/** Entries that go into one append. */
const mostAtOnce = 256
/** More than this many conflicts in a row are no race but a fault. */
const maxTries = 16
const dayMs = 86_400_000
const minuteMs = 60_000

const streamOf = (region: string, day: string): string => `audit/${region}/${day}`

/**
 * The hash chain of each region. What comes while a write is under way waits and goes into the next one together, so many writes cost few appends.
 * @param options.offsetOf minutes that a region's time zone is ahead of UTC at an instant
 */
export function createAudit(options: { store: AuditStore; offsetOf: (region: string, atMs: number) => number }): AuditService {
  const { store, offsetOf } = options
  const tails = new Map<string, Tail | null>()
  const queues = new Map<string, Waiting[]>()

  async function drain(region: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, mostAtOnce)
      try {
        await writeAll(region, batch)
      } catch (error) {
        // What the store has or has not kept is read again before the next write.
        tails.delete(region)
        for (const { fail } of batch) fail(error)
      }
    }
    queues.delete(region)
  }

  /** Entries of one batch may lie in two days. */
  async function writeAll(region: string, batch: readonly Waiting[]): Promise<void> {
    let rest = batch
    let tries = 0
    while (rest.length > 0) {
      const known = tails.get(region)
      const tail = known === undefined ? await readTail(region) : known
      try {
        const written = await writeSome(region, tail, rest)
        for (const { done } of rest.slice(0, written)) done()
        rest = rest.slice(written)
        tries = 0
      } catch (error) {
        if (!(error instanceof CodedError) || error.code !== 'version-conflict' || ++tries >= maxTries) throw error
        tails.delete(region)
      }
    }
  }

  /** Appends those that belong to the day of the first one, or closes the day before it. @returns how many were written */
  async function writeSome(region: string, tail: Tail | null, rest: readonly Waiting[]): Promise<number> {
    const stamps = stampsOf(tail, rest)
    const isSameDay = tail !== null && officeDay(stamps[0], tail.utcOffsetMinutes) === tail.day
    if (tail !== null && !isSameDay && !tail.isClosed) {
      await appendDay(region, tail, { ...headOf(region, tail.lastMs, tail), day: tail.day }, [closingEntry(tail.lastMs, tail.day)])
      return 0
    }
    const head = headOf(region, stamps[0], tail)
    const offset = isSameDay ? tail.utcOffsetMinutes : head.utcOffsetMinutes
    const day = isSameDay ? tail.day : head.day
    const otherDay = stamps.findIndex((atMs) => officeDay(atMs, offset) !== day)
    const count = otherDay === -1 ? rest.length : otherDay
    const facts = rest.slice(0, count).map(({ entry }, index) => factsAt(entry, stamps[index]))
    await appendDay(region, isSameDay ? tail : null, { ...head, day, utcOffsetMinutes: offset }, facts)
    return count
  }

  async function appendDay(region: string, tail: Tail | null, head: AuditHead, facts: Parameters<typeof linkEntries>[2]): Promise<void> {
    const linked = linkEntries(head, tail, facts)
    await store.append({
      stream: streamOf(region, head.day),
      expected: tail?.version ?? 0,
      events: linked.lines.map(toStored),
      tickets: [],
      records: linked.lines.flatMap((line, index) => accessRow(region, head.day, (tail?.version ?? 0) + index + 1, line)),
      idempotency: null,
    })
    tails.set(region, linked.tail)
  }

  function headOf(region: string, atMs: number, tail: Tail | null): AuditHead {
    const utcOffsetMinutes = offsetOf(region, atMs)
    const before = tail === null ? null : { day: tail.day, hash: tail.hash }
    return { format: 'balai-audit-1', region, day: officeDay(atMs, utcOffsetMinutes), utcOffsetMinutes, before }
  }

  async function readTail(region: string): Promise<Tail | null> {
    const newest = (await store.listStreams(streamOf(region, ''))).at(-1)
    const tail = newest === undefined ? null : tailOf(await store.readStream(newest))
    tails.set(region, tail)
    return tail
  }

  async function readAccesses(citizen: string): Promise<StoredAccess[]> {
    const rows = await store.recordsOf('access', citizen)
    return rows.map(({ data, region, createdAtMs: atMs }) => ({
      officer: null,
      ...(data as Omit<StoredAccess, 'atMs' | 'officer' | 'region'>),
      region,
      atMs,
    }))
  }

  return {
    write(entry) {
      return new Promise((done, fail) => {
        const waiting = { entry, done, fail }
        const queue = queues.get(entry.region)
        if (queue !== undefined) return void queue.push(waiting)
        const started = [waiting]
        queues.set(entry.region, started)
        void drain(entry.region, started)
      })
    },
    async accessesOf(citizen) {
      return (await readAccesses(citizen)).map(viewOf)
    },
    async accessGroupsOf(citizen) {
      const groups = groupAccesses(await readAccesses(citizen))
      return groups.map(({ latest, firstMs, count }) => ({
        ...viewOf(latest),
        region: latest.region,
        why: accessReason(latest.why),
        firstAt: new Date(firstMs).toISOString(),
        count,
      }))
    },
    async daysOf(region) {
      const prefix = streamOf(region, '')
      return (await store.listStreams(prefix)).map((name) => name.slice(prefix.length))
    },
    entriesOf: async (region, day) => (await store.readStream(streamOf(region, day))).map(fromStored),
    exportDay: async (region, day) => exportLines(await store.readStream(streamOf(region, day))),
  }
}

/** Times under which the entries stand: never before the line before them, and never in a day that is closed. */
function stampsOf(tail: Tail | null, rest: readonly Waiting[]): number[] {
  let latest = tail === null ? Number.NEGATIVE_INFINITY : tail.isClosed ? nextDayMs(tail) : tail.lastMs
  return rest.map(({ entry }) => (latest = Math.max(latest, entry.atMs)))
}

/** When the day after a closed one begins, in its own zone. */
function nextDayMs({ day, utcOffsetMinutes }: Tail): number {
  return Date.parse(`${day}T00:00:00Z`) + dayMs - utcOffsetMinutes * minuteMs
}

/** What the citizen is shown of it; nothing of what they did themselves. Ids sort as the chain does, also within a millisecond. */
function accessRow(region: string, day: string, version: number, { atMs, act, by, citizen, about, why }: ChainedEntry): RecordRow[] {
  if (citizen === null || by.id === citizen) return []
  const id = `${region}/${day}/${String(version).padStart(9, '0')}`
  const row = { kind: 'access', id, region, owner: citizen, desk: by.agency ?? '', state: by.role, dueMs: null }
  return [{ ...row, createdAtMs: atMs, updatedAtMs: atMs, data: { act, role: by.role, officer: by.id, agency: by.agency, about, why } }]
}

function viewOf({ atMs, act, role, agency, about, why }: StoredAccess): AccessView {
  return { at: new Date(atMs).toISOString(), act, role, agency, about, why }
}
