import { pick, statement } from '../statement.ts'
import { change, get } from '../steps.ts'
import type { CodeRow } from '../store-port.ts'
import { codeColumns } from '../tables.ts'
import { read, write } from './operation.ts'

const insertCode = statement((query, arg: CodeRow) =>
  query
    .insertInto('codes')
    .values(pick(arg, codeColumns))
    .onConflict((conflict) => conflict.doNothing()),
)
const byHash = statement((query, arg: { codeHash: string }) =>
  query.selectFrom('codes').select(codeColumns).where('codeHash', '=', arg.codeHash),
)

/** A hash that is known keeps its ticket. */
export const putCode = write<'putCode'>(function* (row) {
  yield* change(insertCode, row)
})
export const findCode = read<'findCode'>((codeHash) => get(byHash, { codeHash }))
