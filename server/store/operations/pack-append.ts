import type { AppendRequest, IdempotentRow, RecordRow, TicketRow } from '../store-port.ts'
import type { RecordColumns } from '../tables.ts'

/** An append with its events' data as JSON text. */
export type UnpackedAppend = Omit<AppendRequest, 'events' | 'records'> & {
  readonly events: readonly PackedEvent[]
  readonly records: readonly RecordColumns[]
}
type PackedEvent = { readonly type: string; readonly atMs: number; readonly data: string }

/**
 * The request as one flat row of values: stream, expected, number of events, `type, atMs, data` of each, number of tickets, their fields, number
 * of records, their fields, and the fields of the idempotency row when there is one. A copy of nested objects costs the store's thread twenty times as much to receive. Every field is
 * named, not looped over: that takes a fifth of the time.
 * @throws TypeError when an event's data is no JSON
 */
export function packAppend({ stream, expected, events, tickets, records = [], idempotency }: AppendRequest): readonly unknown[] {
  const packed: unknown[] = [stream, expected, events.length]
  for (const { type, atMs, data } of events) packed.push(type, atMs, JSON.stringify(data ?? null))
  packed.push(tickets.length)
  for (const row of tickets) {
    packed.push(row.id, row.citizen, row.region, row.group, row.day, row.label, row.service, row.state, row.counter)
    packed.push(row.issuedAtMs, row.updatedAtMs)
  }
  packed.push(records.length)
  for (const row of records) packRecord(packed, row)
  if (idempotency !== null) {
    packed.push(idempotency.scope, idempotency.key, idempotency.fingerprint, idempotency.result, idempotency.atMs)
  }
  return packed
}

export function unpackAppend(packed: readonly unknown[]): UnpackedAppend {
  const read = { packed, at: 3 }
  const events: PackedEvent[] = []
  for (let left = packed[2] as number; left > 0; left--) events.push({ type: text(read), atMs: count(read), data: text(read) })
  const tickets: TicketRow[] = []
  for (let left = count(read); left > 0; left--) tickets.push(unpackTicket(read))
  const records: RecordColumns[] = []
  for (let left = count(read); left > 0; left--) records.push(unpackRecord(read))
  const idempotency = read.at < packed.length ? unpackIdempotent(read) : null
  return { stream: packed[0] as string, expected: packed[1] as number, events, tickets, records, idempotency }
}

type Reading = { readonly packed: readonly unknown[]; at: number }
const text = (read: Reading): string => read.packed[read.at++] as string
const textOrNull = (read: Reading): string | null => read.packed[read.at++] as string | null
const countOrNull = (read: Reading): number | null => read.packed[read.at++] as number | null
const count = (read: Reading): number => read.packed[read.at++] as number

function unpackTicket(read: Reading): TicketRow {
  return {
    id: text(read),
    citizen: text(read),
    region: text(read),
    group: text(read),
    day: text(read),
    label: text(read),
    service: textOrNull(read),
    state: text(read),
    counter: textOrNull(read),
    issuedAtMs: count(read),
    updatedAtMs: count(read),
  }
}

function packRecord(packed: unknown[], row: RecordRow): void {
  packed.push(row.kind, row.id, row.region, row.owner, row.desk, row.state, row.dueMs, row.createdAtMs, row.updatedAtMs)
  packed.push(JSON.stringify(row.data ?? null))
}

function unpackRecord(read: Reading): RecordColumns {
  return {
    kind: text(read),
    id: text(read),
    region: text(read),
    owner: text(read),
    desk: text(read),
    state: text(read),
    dueMs: countOrNull(read),
    createdAtMs: count(read),
    updatedAtMs: count(read),
    data: text(read),
  }
}

function unpackIdempotent(read: Reading): IdempotentRow {
  return { scope: text(read), key: text(read), fingerprint: text(read), result: text(read), atMs: count(read) }
}
