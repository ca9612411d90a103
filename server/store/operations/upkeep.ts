import { statement } from '../statement.ts'
import { change } from '../steps.ts'
import { write } from './operation.ts'

/** A ticket's code opens nothing that is still of use after so long. */
const codeLifeMs = 90 * 24 * 3_600_000

const oldChallenges = statement((query, arg: { nowMs: number }) => query.deleteFrom('challenges').where('expiresAtMs', '<=', arg.nowMs))
const oldSessions = statement((query, arg: { nowMs: number }) => query.deleteFrom('sessions').where('expiresAtMs', '<=', arg.nowMs))
const oldLocks = statement((query, arg: { nowMs: number }) => query.deleteFrom('locks').where('untilMs', '<=', arg.nowMs))
const oldCodes = statement((query, arg: { beforeMs: number }) => query.deleteFrom('codes').where('atMs', '<', arg.beforeMs))

export const sweep = write<'sweep'>(function* (nowMs) {
  let swept = yield* change(oldChallenges, { nowMs })
  swept += yield* change(oldSessions, { nowMs })
  swept += yield* change(oldLocks, { nowMs })
  swept += yield* change(oldCodes, { beforeMs: nowMs - codeLifeMs })
  return swept
})

const countCheck = statement((query, arg: { name: string }) =>
  query
    .insertInto('checks')
    .values({ name: arg.name, count: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((row) => ({ count: row('checks.count', '+', 1) }))),
)

/** A real write: only that shows that the disk takes one. */
export const check = write<'check'>(function* () {
  yield* change(countCheck, { name: 'health' })
})
