import { pick, statement } from '../statement.ts'
import { change, changeRow, get } from '../steps.ts'
import { challengeColumns, type ChallengeColumns } from '../tables.ts'
import type { ChallengeRow } from '../store-port.ts'
import { read, storeError, write } from './operation.ts'

const insertChallenge = statement((query, arg: ChallengeColumns) => query.insertInto('challenges').values(pick(arg, challengeColumns)))
const byId = statement((query, arg: { id: string }) => query.selectFrom('challenges').select(challengeColumns).where('id', '=', arg.id))
const newestOf = statement((query, arg: { subject: string }) =>
  query
    .selectFrom('challenges')
    .select(challengeColumns)
    .where('subject', '=', arg.subject)
    .orderBy('createdAtMs', 'desc')
    .orderBy('isConsumed')
    .limit(1),
)
const countWrong = statement((query, arg: { id: string }) =>
  query
    .updateTable('challenges')
    .set((row) => ({ wrong: row('wrong', '+', 1) }))
    .where('id', '=', arg.id)
    .returning('wrong'),
)
const consume = statement((query, arg: { id: string }) =>
  query.updateTable('challenges').set({ isConsumed: 1 }).where('id', '=', arg.id).where('isConsumed', '=', 0),
)

export const putChallenge = write<'putChallenge'>(function* (row) {
  yield* change(insertChallenge, { ...row, isConsumed: Number(row.isConsumed) })
})
export const findChallenge = read<'findChallenge'>(function* (id) {
  return fromColumns(yield* get(byId, { id }))
})
export const latestChallenge = read<'latestChallenge'>(function* (subject) {
  return fromColumns(yield* get(newestOf, { subject }))
})
export const countWrongCode = write<'countWrongCode'>(function* (id) {
  const row = yield* changeRow(countWrong, { id })
  // A challenge that was swept between the question and the answer can only be refused.
  if (row === null) throw storeError('store-broken', `there is no challenge ${id}: ask for a new code`)
  return row.wrong
})
export const consumeChallenge = write<'consumeChallenge'>(function* (id) {
  return (yield* change(consume, { id })) === 1
})

const lockUntil = statement((query, arg: { subject: string }) =>
  query.selectFrom('locks').select('untilMs').where('subject', '=', arg.subject),
)
const putLock = statement((query, arg: { subject: string; untilMs: number }) =>
  query
    .insertInto('locks')
    .values(pick(arg, ['subject', 'untilMs']))
    .onConflict((conflict) => conflict.column('subject').doUpdateSet((row) => ({ untilMs: row.ref('excluded.untilMs') }))),
)

export const findLock = read<'findLock'>(function* (subject) {
  return (yield* get(lockUntil, { subject }))?.untilMs ?? null
})
export const lock = write<'lock'>(function* (subject, untilMs) {
  yield* change(putLock, { subject, untilMs })
})

function fromColumns(row: ChallengeColumns | null): ChallengeRow | null {
  return row === null ? null : { ...row, isConsumed: row.isConsumed === 1 }
}
