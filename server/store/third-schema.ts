import type { Compilable } from 'kysely'
import type { Dialect } from './dialects.ts'

/** Migration 3: one table for what lists need of cases, papers, documents, payments and complaints; what happened to them is in the event log. */
export function thirdSchema({ query: { schema }, text }: Dialect): readonly (Compilable | string)[] {
  return [
    schema
      .createTable('records')
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('id', text, (c) => c.notNull())
      .addColumn('region', text, (c) => c.notNull())
      .addColumn('owner', text, (c) => c.notNull())
      .addColumn('desk', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('dueMs', 'bigint')
      .addColumn('createdAtMs', 'bigint', (c) => c.notNull())
      .addColumn('updatedAtMs', 'bigint', (c) => c.notNull())
      .addColumn('data', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('records_key', ['kind', 'id']),
    schema.createIndex('records_by_owner').on('records').columns(['kind', 'owner', 'createdAtMs']),
    schema.createIndex('records_by_place').on('records').columns(['kind', 'region', 'state', 'dueMs']),
    schema.createIndex('records_by_due').on('records').columns(['kind', 'state', 'dueMs']),
  ]
}
