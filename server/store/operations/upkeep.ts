import { statement } from '../statement.ts'
import { write } from './operation.ts'

const oldChallenges = statement((query, arg: { nowMs: number }) => query.deleteFrom('challenges').where('expiresAtMs', '<=', arg.nowMs))
const oldSessions = statement((query, arg: { nowMs: number }) => query.deleteFrom('sessions').where('expiresAtMs', '<=', arg.nowMs))
const oldLocks = statement((query, arg: { nowMs: number }) => query.deleteFrom('locks').where('untilMs', '<=', arg.nowMs))

export const sweep = write<'sweep'>(
  (connection, nowMs) =>
    connection.run(oldChallenges, { nowMs }) + connection.run(oldSessions, { nowMs }) + connection.run(oldLocks, { nowMs }),
)

const countCheck = statement((query, arg: { name: string }) =>
  query
    .insertInto('checks')
    .values({ name: arg.name, count: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((row) => ({ count: row('checks.count', '+', 1) }))),
)

/** A real write: only that shows that the disk takes one. */
export const check = write<'check'>((connection) => {
  connection.run(countCheck, { name: 'health' })
})
