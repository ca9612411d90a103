import { sql, type Compilable } from 'kysely'
import type { Dialect } from './dialects.ts'

/**
 * Migration 1, as it was released: it is never changed. Times are `bigint` because PostgreSQL's `integer` ends at 2³¹; SQLite takes it for a
 * 64-bit whole number too.
 */
export function firstSchema({ query: { schema }, text, counter, counting, keyIsTable }: Dialect): readonly Compilable[] {
  return [
    schema
      .createTable('streams')
      .addColumn('name', text, (c) => c.primaryKey().notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .modifyEnd(keyIsTable),
    schema
      .createTable('events')
      .addColumn('stream', text, (c) => c.notNull().references('streams.name'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('type', text, (c) => c.notNull())
      .addColumn('atMs', 'bigint', (c) => c.notNull())
      .addColumn('data', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('events_key', ['stream', 'version'])
      .modifyEnd(keyIsTable),
    schema
      .createTable('idempotency')
      .addColumn('scope', text, (c) => c.notNull())
      .addColumn('key', text, (c) => c.notNull())
      .addColumn('fingerprint', text, (c) => c.notNull())
      .addColumn('result', text, (c) => c.notNull())
      .addColumn('atMs', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('idempotency_key', ['scope', 'key'])
      .modifyEnd(keyIsTable),
    schema
      .createTable('tickets')
      .addColumn('id', text, (c) => c.primaryKey().notNull())
      .addColumn('citizen', text, (c) => c.notNull())
      .addColumn('region', text, (c) => c.notNull())
      .addColumn('group', text, (c) => c.notNull())
      .addColumn('day', text, (c) => c.notNull())
      .addColumn('label', text, (c) => c.notNull())
      .addColumn('service', text)
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('counter', text)
      .addColumn('issuedAtMs', 'bigint', (c) => c.notNull())
      .addColumn('updatedAtMs', 'bigint', (c) => c.notNull())
      .modifyEnd(keyIsTable),
    schema.createIndex('tickets_of_citizen').on('tickets').columns(['citizen', 'issuedAtMs']),
    schema
      .createTable('citizens')
      .addColumn('id', text, (c) => c.primaryKey().notNull())
      .addColumn('nikHash', text, (c) => c.notNull())
      .addColumn('nikMasked', text, (c) => c.notNull())
      .addColumn('phone', text, (c) => c.notNull())
      .addColumn('isVerified', 'integer', (c) => c.notNull())
      .addColumn('verifiedBy', text)
      .addColumn('verifiedAtMs', 'bigint')
      .addColumn('createdAtMs', 'bigint', (c) => c.notNull())
      .addColumn('endedAtMs', 'bigint')
      .addUniqueConstraint('citizens_pair', ['nikHash', 'phone']),
    schema
      .createTable('challenges')
      .addColumn('id', text, (c) => c.primaryKey().notNull())
      .addColumn('subject', text, (c) => c.notNull())
      .addColumn('nikHash', text, (c) => c.notNull())
      .addColumn('nikMasked', text, (c) => c.notNull())
      .addColumn('phone', text, (c) => c.notNull())
      .addColumn('codeHash', text, (c) => c.notNull())
      .addColumn('wrong', 'integer', (c) => c.notNull())
      .addColumn('isConsumed', 'integer', (c) => c.notNull())
      .addColumn('createdAtMs', 'bigint', (c) => c.notNull())
      .addColumn('expiresAtMs', 'bigint', (c) => c.notNull()),
    schema.createIndex('challenges_of_subject').on('challenges').columns(['subject', 'createdAtMs']),
    schema.createIndex('challenges_by_expiry').on('challenges').column('expiresAtMs'),
    schema
      .createTable('locks')
      .addColumn('subject', text, (c) => c.primaryKey().notNull())
      .addColumn('untilMs', 'bigint', (c) => c.notNull()),
    schema
      .createTable('sessions')
      .addColumn('hash', text, (c) => c.primaryKey().notNull())
      .addColumn('role', text, (c) => c.notNull().check(sql`role in ('citizen', 'officer')`))
      .addColumn('holder', text, (c) => c.notNull())
      .addColumn('createdAtMs', 'bigint', (c) => c.notNull())
      .addColumn('expiresAtMs', 'bigint', (c) => c.notNull())
      .modifyEnd(keyIsTable),
    schema.createIndex('sessions_of_holder').on('sessions').columns(['holder', 'role']),
    schema.createIndex('sessions_by_expiry').on('sessions').column('expiresAtMs'),
    schema
      .createTable('officers')
      .addColumn('id', text, (c) => c.primaryKey().notNull())
      .addColumn('username', text, (c) => c.unique())
      .addColumn('passwordHash', text)
      .addColumn('issuer', text)
      .addColumn('subject', text)
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('region', text)
      .addColumn('agency', text)
      .addColumn('createdAtMs', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('officers_subject', ['issuer', 'subject']),
    schema
      .createTable('counters')
      .addColumn('counter', text, (c) => c.primaryKey().notNull())
      .addColumn('officer', text, (c) => c.notNull())
      .addColumn('openedAtMs', 'bigint', (c) => c.notNull()),
    schema
      .createTable('chats')
      .addColumn('seq', counter, (c) => counting(c.primaryKey()))
      .addColumn('contact', text, (c) => c.notNull())
      .addColumn('key', text, (c) => c.notNull())
      .addColumn('sender', text, (c) => c.notNull().check(sql`sender in ('citizen', 'officer')`))
      .addColumn('text', text, (c) => c.notNull())
      .addColumn('atMs', 'bigint', (c) => c.notNull())
      .addUniqueConstraint('chats_key', ['contact', 'key']),
    schema
      .createTable('surveys')
      .addColumn('ticket', text, (c) => c.primaryKey().notNull())
      .addColumn('region', text, (c) => c.notNull())
      .addColumn('group', text, (c) => c.notNull())
      .addColumn('service', text)
      .addColumn('answers', text, (c) => c.notNull())
      .addColumn('atMs', 'bigint', (c) => c.notNull()),
    schema
      .createTable('checks')
      .addColumn('name', text, (c) => c.primaryKey().notNull())
      .addColumn('count', 'integer', (c) => c.notNull()),
  ]
}
