import { pick, statement } from '../statement.ts'
import { all, change, get } from '../steps.ts'
import type { RecordRow } from '../store-port.ts'
import { recordColumns, type RecordColumns } from '../tables.ts'
import { read, write } from './operation.ts'

export const upsertRecord = statement((query, arg: RecordColumns) =>
  query
    .insertInto('records')
    .values(pick(arg, recordColumns))
    .onConflict((conflict) =>
      conflict.columns(['kind', 'id']).doUpdateSet((row) => ({
        region: row.ref('excluded.region'),
        owner: row.ref('excluded.owner'),
        desk: row.ref('excluded.desk'),
        state: row.ref('excluded.state'),
        dueMs: row.ref('excluded.dueMs'),
        updatedAtMs: row.ref('excluded.updatedAtMs'),
        data: row.ref('excluded.data'),
      })),
    ),
)
const removeRecord = statement((query, arg: { kind: string; id: string }) =>
  query.deleteFrom('records').where('kind', '=', arg.kind).where('id', '=', arg.id),
)
const byId = statement((query, arg: { kind: string; id: string }) =>
  query.selectFrom('records').select(recordColumns).where('kind', '=', arg.kind).where('id', '=', arg.id),
)
const byOwner = statement((query, arg: { kind: string; owner: string }) =>
  query
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', arg.kind)
    .where('owner', '=', arg.owner)
    .orderBy('createdAtMs', 'desc')
    .orderBy('id', 'desc'),
)
/** What a list is asked for; `anyDesk` and `anyState` are 1 where it does not matter. */
type Place = { kind: string; region: string; desk: string; anyDesk: number; state: string; anyState: number; limit: number }
const byPlace = statement((query, arg: Place) =>
  query
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', arg.kind)
    .where('region', '=', arg.region)
    .where((row) => row.or([row('desk', '=', arg.desk), row(row.cast(row.val(arg.anyDesk), 'integer'), '=', 1)]))
    .where((row) => row.or([row('state', '=', arg.state), row(row.cast(row.val(arg.anyState), 'integer'), '=', 1)]))
    // Where nothing is due, the same order in both databases: they disagree on where null stands.
    .orderBy((row) => row.fn.coalesce('dueMs', row.lit(9_007_199_254_740_991)))
    .orderBy('createdAtMs')
    .orderBy('id')
    .limit(arg.limit),
)
const byDue = statement((query, arg: { kind: string; state: string; beforeMs: number; limit: number }) =>
  query
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', arg.kind)
    .where('state', '=', arg.state)
    .where('dueMs', '<=', arg.beforeMs)
    .orderBy('dueMs')
    .orderBy('id')
    .limit(arg.limit),
)

export const putRecord = write<'putRecord'>(function* (row) {
  yield* change(upsertRecord, { ...row, data: JSON.stringify(row.data ?? null) })
})
export const deleteRecord = write<'deleteRecord'>(function* (kind, id) {
  return (yield* change(removeRecord, { kind, id })) === 1
})
export const findRecord = read<'findRecord'>(function* (kind, id) {
  const row = yield* get(byId, { kind, id })
  return row === null ? null : opened(row)
})
export const recordsOf = read<'recordsOf'>(function* (kind, owner) {
  return (yield* all(byOwner, { kind, owner })).map(opened)
})
export const recordsAt = read<'recordsAt'>(function* (kind, region, desk, state, limit) {
  const place = { kind, region, desk: desk ?? '', anyDesk: Number(desk === null), state: state ?? '', anyState: Number(state === null) }
  return (yield* all(byPlace, { ...place, limit })).map(opened)
})
export const recordsDue = read<'recordsDue'>(function* (kind, state, beforeMs, limit) {
  return (yield* all(byDue, { kind, state, beforeMs, limit })).map(opened)
})

const opened = (row: RecordColumns): RecordRow => ({ ...row, data: JSON.parse(row.data) as unknown })
