import { pick, statement } from '../statement.ts'
import { change, get } from '../steps.ts'
import { sessionColumns } from '../tables.ts'
import type { SessionRow } from '../store-port.ts'
import { read, write } from './operation.ts'

const insertSession = statement((query, arg: SessionRow) => query.insertInto('sessions').values(pick(arg, sessionColumns)))
const byHash = statement((query, arg: { hash: string }) => query.selectFrom('sessions').select(sessionColumns).where('hash', '=', arg.hash))
const removeSession = statement((query, arg: { hash: string }) => query.deleteFrom('sessions').where('hash', '=', arg.hash))

export const putSession = write<'putSession'>(function* (row) {
  yield* change(insertSession, row)
})
export const findSession = read<'findSession'>((hash) => get(byHash, { hash }))
export const deleteSession = write<'deleteSession'>(function* (hash) {
  yield* change(removeSession, { hash })
})
