import { pick, statement } from '../statement.ts'
import { all, change, changeRow, get, insert, type Work } from '../steps.ts'
import { eventColumns, idempotencyColumns, prefixRange, ticketColumns, type EventColumns } from '../tables.ts'
import type { IdempotentRow, TicketRow } from '../store-port.ts'
import { read, packedWrite, storeError } from './operation.ts'
import { packAppend, unpackAppend } from './pack-append.ts'
import { upsertRecord } from './records.ts'

const findStream = statement((query, arg: { name: string }) =>
  query.selectFrom('event_streams').select(['id', 'version', 'last']).where('name', '=', arg.name),
)
const startStream = statement((query, arg: { name: string }) =>
  query
    .insertInto('event_streams')
    .values({ name: arg.name, version: 0, last: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version', 'last']),
)
const advanceStream = statement((query, arg: { id: number; expected: number; next: number; last: number | null }) =>
  query
    .updateTable('event_streams')
    .set({ version: arg.next, last: arg.last })
    .where('id', '=', arg.id)
    .where('version', '=', arg.expected),
)
const insertEvent = statement((query, arg: EventColumns) => query.insertInto('event_log').values(pick(arg, eventColumns)))
const insertIdempotent = statement((query, arg: IdempotentRow) =>
  query
    .insertInto('idempotency')
    .values(pick(arg, idempotencyColumns))
    .onConflict((conflict) => conflict.doNothing()),
)
const putTicket = statement((query, arg: TicketRow) =>
  query
    .insertInto('tickets')
    .values(pick(arg, ticketColumns))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        // A kiosk's ticket may become somebody's, and a ticket may go on to another line.
        citizen: row.ref('excluded.citizen'),
        group: row.ref('excluded.group'),
        day: row.ref('excluded.day'),
        label: row.ref('excluded.label'),
        service: row.ref('excluded.service'),
        state: row.ref('excluded.state'),
        counter: row.ref('excluded.counter'),
        updatedAtMs: row.ref('excluded.updatedAtMs'),
      })),
    ),
)

/** The same without the holder: to write a column anew moves its index entry, which lies on a page that nothing else touches. */
const moveTicket = statement((query, arg: TicketRow) =>
  query.updateTable('tickets').set(pick(arg, movingColumns)).where('id', '=', arg.id).where('citizen', '=', arg.citizen),
)
const movingColumns = ['group', 'day', 'label', 'service', 'state', 'counter', 'updatedAtMs'] as const

export const append = packedWrite<'append', readonly unknown[]>(packAppend, function* (...packed) {
  const { stream, expected, events, tickets, records, idempotency } = unpackAppend(packed)
  const found = yield* get(findStream, { name: stream })
  const actual = found?.version ?? 0
  // A repeated request must learn that it was done, not that the stream has moved on since.
  if (idempotency !== null && (yield* isRepeated(idempotency, actual === expected))) {
    throw storeError('duplicate-key', `the request ${idempotency.scope}/${idempotency.key} was done before: return its first result`, {
      scope: idempotency.scope,
      key: idempotency.key,
    })
  }
  const conflict = (actual: number): Error =>
    storeError('version-conflict', `${stream} has ${actual} events, not ${expected}: read it again and decide anew`, { actual })
  if (actual !== expected) throw conflict(actual)
  const head = found ?? (yield* changeRow(startStream, { name: stream }))
  if (head === null) throw conflict(expected + 1)
  let version = expected
  let previous = head.last
  for (const event of events) {
    version++
    const row: EventColumns = { stream: head.id, version, type: event.type, atMs: event.atMs, data: event.data, previous }
    previous = yield* insert(insertEvent, row, 'seq')
  }
  const hasAdvanced = (yield* change(advanceStream, { id: head.id, expected, next: version, last: previous })) === 1
  if (!hasAdvanced) throw conflict(version)
  for (const ticket of tickets) {
    const isMoved = ticket.updatedAtMs > ticket.issuedAtMs && (yield* change(moveTicket, ticket)) === 1
    if (!isMoved) yield* change(putTicket, ticket)
  }
  for (const record of records) yield* change(upsertRecord, record)
})

/** Takes the key when the append can go on: a request that is refused must not keep it, and has changed nothing. */
function* isRepeated(row: IdempotentRow, canGoOn: boolean): Work<boolean> {
  if (canGoOn) return (yield* change(insertIdempotent, row)) === 0
  return (yield* get(idempotent, row)) !== null
}

/** Goes back from the newest event, so that news costs as much as there is of it. */
const eventsAfter = statement((query, arg: { stream: string; after: number }) =>
  query
    .withRecursive('back', (db) =>
      db
        .selectFrom('event_streams')
        .innerJoin('event_log', 'event_log.seq', 'event_streams.last')
        .select(['event_log.version', 'event_log.type', 'event_log.atMs', 'event_log.data', 'event_log.previous'])
        .where('event_streams.name', '=', arg.stream)
        .where('event_log.version', '>', arg.after)
        .unionAll((union) =>
          union
            .selectFrom('back')
            .innerJoin('event_log', 'event_log.seq', 'back.previous')
            .select(['event_log.version', 'event_log.type', 'event_log.atMs', 'event_log.data', 'event_log.previous'])
            .where('event_log.version', '>', arg.after),
        ),
    )
    .selectFrom('back')
    .select(['version', 'type', 'atMs', 'data'])
    .orderBy('version'),
)

export const readStream = read<'readStream'>(function* (stream, after) {
  return (yield* all(eventsAfter, { stream, after: after ?? 0 })).map((row) => ({ ...row, data: JSON.parse(row.data) as unknown }))
})

const streamsBetween = statement((query, arg: { from: string; to: string }) =>
  query.selectFrom('event_streams').select('name').where('name', '>=', arg.from).where('name', '<', arg.to).orderBy('name'),
)

export const listStreams = read<'listStreams'>(function* (prefix) {
  return (yield* all(streamsBetween, prefixRange(prefix))).map((row) => row.name)
})

const idempotent = statement((query, arg: { scope: string; key: string }) =>
  query.selectFrom('idempotency').select(idempotencyColumns).where('scope', '=', arg.scope).where('key', '=', arg.key),
)

export const findIdempotent = read<'findIdempotent'>((scope, key) => get(idempotent, { scope, key }))

const ticketsSince = statement((query, arg: { citizen: string; sinceMs: number }) =>
  query
    .selectFrom('tickets')
    .select(ticketColumns)
    .where('citizen', '=', arg.citizen)
    .where('issuedAtMs', '>=', arg.sinceMs)
    .orderBy('issuedAtMs')
    .orderBy('id'),
)
const ticketById = statement((query, arg: { id: string }) => query.selectFrom('tickets').select(ticketColumns).where('id', '=', arg.id))

/** Those issued at `sinceMs` or later, oldest first. */
export const ticketsOf = read<'ticketsOf'>((citizen, sinceMs) => all(ticketsSince, { citizen, sinceMs }))
export const findTicket = read<'findTicket'>((id) => get(ticketById, { id }))
