import { pick, statement } from '../statement.ts'
import { all, change, get } from '../steps.ts'
import { citizenColumns, type CitizenColumns } from '../tables.ts'
import type { CitizenRow } from '../store-port.ts'
import { read, write } from './operation.ts'

const byNik = statement((query, arg: { nikHash: string }) =>
  query
    .selectFrom('citizens')
    .select(citizenColumns)
    .where('nikHash', '=', arg.nikHash)
    .where('endedAtMs', 'is', null)
    .orderBy('createdAtMs'),
)
const byId = statement((query, arg: { id: string }) => query.selectFrom('citizens').select(citizenColumns).where('id', '=', arg.id))
const byPair = statement((query, arg: { nikHash: string; phone: string }) =>
  query.selectFrom('citizens').select(citizenColumns).where('nikHash', '=', arg.nikHash).where('phone', '=', arg.phone),
)
const insertCitizen = statement((query, arg: CitizenColumns) =>
  query
    .insertInto('citizens')
    .values({ ...pick(arg, citizenColumns), endedAtMs: null })
    .onConflict((conflict) => conflict.columns(['nikHash', 'phone']).doNothing()),
)

export const findCitizens = read<'findCitizens'>(function* (nikHash) {
  return (yield* all(byNik, { nikHash })).map(fromColumns)
})

/** Finds an ended binding too: its tickets still name it. */
export const findCitizen = read<'findCitizen'>(function* (id) {
  return fromColumnsOrNull(yield* get(byId, { id }))
})

export const bindCitizen = write<'bindCitizen'>(function* (row) {
  yield* change(insertCitizen, { ...row, isVerified: Number(row.isVerified), endedAtMs: null })
  return fromColumnsOrNull(yield* get(byPair, row)) ?? row
})

const verifyOne = statement((query, arg: { id: string; officer: string; atMs: number }) =>
  query
    .updateTable('citizens')
    .set({ isVerified: 1, verifiedBy: arg.officer, verifiedAtMs: arg.atMs, endedAtMs: null })
    .where('id', '=', arg.id),
)
type Others = { id: string; nikHash: string; atMs: number }
const endOtherSessions = statement((query, arg: Others) =>
  query
    .deleteFrom('sessions')
    .where('role', '=', 'citizen')
    .where('holder', 'in', (others) =>
      others.selectFrom('citizens').select('citizens.id').where('nikHash', '=', arg.nikHash).where('citizens.id', '!=', arg.id),
    ),
)
const endOthers = statement((query, arg: Others) =>
  query
    .updateTable('citizens')
    .set({ isVerified: 0, verifiedBy: null, verifiedAtMs: null, endedAtMs: arg.atMs })
    .where('nikHash', '=', arg.nikHash)
    .where('id', '!=', arg.id)
    .where('endedAtMs', 'is', null),
)

export const verifyCitizen = write<'verifyCitizen'>(function* (id, byOfficer, atMs) {
  const citizen = yield* get(byId, { id })
  if (citizen === null) return
  yield* change(verifyOne, { id, officer: byOfficer, atMs })
  const others = { id, nikHash: citizen.nikHash, atMs }
  yield* change(endOtherSessions, others)
  yield* change(endOthers, others)
})

function fromColumns(row: Omit<CitizenColumns, 'endedAtMs'>): CitizenRow {
  return { ...row, isVerified: row.isVerified === 1 }
}

function fromColumnsOrNull(row: Omit<CitizenColumns, 'endedAtMs'> | null): CitizenRow | null {
  return row === null ? null : fromColumns(row)
}
