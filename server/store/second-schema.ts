import type { Compilable } from 'kysely'
import type { Dialect } from './dialects.ts'

/**
 * Migration 2: events lie in one log in the order of writing, and there are codes of tickets and settings. In the old table a commit dirtied a page
 * for each line that it wrote to, and its tree, whose inner nodes held whole events, grew deep.
 */
export function secondSchema({ query: { schema }, text, counter, keyIsTable }: Dialect): readonly (Compilable | string)[] {
  return [
    schema
      .createTable('event_streams')
      .addColumn('id', counter, (c) => c.primaryKey())
      .addColumn('name', text, (c) => c.notNull().unique())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('last', 'bigint'),
    schema
      .createTable('event_log')
      .addColumn('seq', counter, (c) => c.primaryKey())
      .addColumn('stream', 'bigint', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('type', text, (c) => c.notNull())
      .addColumn('atMs', 'bigint', (c) => c.notNull())
      .addColumn('data', text, (c) => c.notNull())
      .addColumn('previous', 'bigint'),
    ...moveEvents,
    schema
      .createTable('codes')
      .addColumn('codeHash', text, (c) => c.primaryKey().notNull())
      .addColumn('ticket', text, (c) => c.notNull())
      .addColumn('region', text, (c) => c.notNull())
      .addColumn('atMs', 'bigint', (c) => c.notNull())
      .modifyEnd(keyIsTable),
    schema.createIndex('codes_by_age').on('codes').column('atMs'),
    schema
      .createTable('settings')
      .addColumn('key', text, (c) => c.primaryKey().notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('updatedAtMs', 'bigint', (c) => c.notNull())
      .addColumn('updatedBy', text, (c) => c.notNull())
      .modifyEnd(keyIsTable),
  ]
}

/** The same text for both dialects. PostgreSQL has no rows to move: its first release had this schema. */
const moveEvents = [
  `insert into event_streams (name, version) select name, version from streams order by name`,
  `insert into event_log (seq, stream, version, type, "atMs", data, previous)
   select place, stream, version, type, "atMs", data, case when version > 1 then place - 1 end
   from (
     select event_streams.id as stream, events.version, events.type, events."atMs", events.data,
       row_number() over (order by event_streams.id, events.version) as place
     from events join event_streams on event_streams.name = events.stream
   ) as placed
   order by place`,
  `update event_streams set last = ends.seq
   from (select stream, max(seq) as seq from event_log group by stream) as ends
   where ends.stream = event_streams.id`,
  `drop table events`,
  `drop table streams`,
]
