import { pick, statement } from '../statement.ts'
import { idempotencyColumns, ticketColumns, type Tables } from '../tables.ts'
import type { IdempotentRow, TicketRow } from '../store-port.ts'
import { read, storeError, write } from './operation.ts'

type StreamStep = { stream: string; expected: number; next: number }
const advanceStream = statement((query, arg: StreamStep) =>
  query.updateTable('streams').set({ version: arg.next }).where('name', '=', arg.stream).where('version', '=', arg.expected),
)
const startStream = statement((query, arg: StreamStep) =>
  query
    .insertInto('streams')
    .values({ name: arg.stream, version: arg.next })
    .onConflict((conflict) => conflict.doNothing()),
)
const streamVersion = statement((query, arg: { stream: string }) =>
  query.selectFrom('streams').select('version').where('name', '=', arg.stream),
)
const insertEvent = statement((query, arg: Tables['events']) =>
  query.insertInto('events').values(pick(arg, ['stream', 'version', 'type', 'atMs', 'data'])),
)
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
        label: row.ref('excluded.label'),
        service: row.ref('excluded.service'),
        state: row.ref('excluded.state'),
        counter: row.ref('excluded.counter'),
        updatedAtMs: row.ref('excluded.updatedAtMs'),
      })),
    ),
)

export const append = write<'append'>((connection, request) => {
  const { stream, expected, idempotency } = request
  // First of all: a repeated request must learn that it was done, not that the stream has moved on since.
  if (idempotency !== null && connection.run(insertIdempotent, idempotency) === 0) {
    throw storeError('duplicate-key', `the request ${idempotency.scope}/${idempotency.key} was done before: return its first result`, {
      scope: idempotency.scope,
      key: idempotency.key,
    })
  }
  const step = { stream, expected, next: expected + request.events.length }
  const isMoved = connection.run(advanceStream, step) === 1 || (expected === 0 && connection.run(startStream, step) === 1)
  if (!isMoved) {
    const actual = connection.get(streamVersion, { stream })?.version ?? 0
    throw storeError('version-conflict', `${stream} has ${actual} events, not ${expected}: read it again and decide anew`, { actual })
  }
  let version = expected
  for (const event of request.events) {
    version++
    connection.run(insertEvent, { stream, version, type: event.type, atMs: event.atMs, data: JSON.stringify(event.data ?? null) })
  }
  for (const ticket of request.tickets) connection.run(putTicket, ticket)
})

const eventsAfter = statement((query, arg: { stream: string; after: number }) =>
  query
    .selectFrom('events')
    .select(['version', 'type', 'atMs', 'data'])
    .where('stream', '=', arg.stream)
    .where('version', '>', arg.after)
    .orderBy('version'),
)

export const readStream = read<'readStream'>((connection, stream, after = 0) =>
  connection.all(eventsAfter, { stream, after }).map((row) => ({ ...row, data: JSON.parse(row.data) as unknown })),
)

/** A range rather than `like`: it runs on the key, and nothing in a name needs escaping. */
const streamsBetween = statement((query, arg: { from: string; to: string }) =>
  query.selectFrom('streams').select('name').where('name', '>=', arg.from).where('name', '<', arg.to).orderBy('name'),
)

export const listStreams = read<'listStreams'>((connection, prefix) =>
  connection.all(streamsBetween, { from: prefix, to: `${prefix}\u{10ffff}` }).map((row) => row.name),
)

const idempotent = statement((query, arg: { scope: string; key: string }) =>
  query.selectFrom('idempotency').select(idempotencyColumns).where('scope', '=', arg.scope).where('key', '=', arg.key),
)

export const findIdempotent = read<'findIdempotent'>((connection, scope, key) => connection.get(idempotent, { scope, key }))

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
export const ticketsOf = read<'ticketsOf'>((connection, citizen, sinceMs) => connection.all(ticketsSince, { citizen, sinceMs }))
export const findTicket = read<'findTicket'>((connection, id) => connection.get(ticketById, { id }))
