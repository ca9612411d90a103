import { pick, statement } from '../statement.ts'
import type { CounterRow } from '../store-port.ts'
import { read, storeError, write } from './operation.ts'

const insertCounter = statement((query, arg: CounterRow) =>
  query
    .insertInto('counters')
    .values(pick(arg, ['counter', 'officer', 'openedAtMs']))
    .onConflict((conflict) => conflict.doNothing()),
)
const holderOf = statement((query, arg: { counter: string }) =>
  query.selectFrom('counters').select('officer').where('counter', '=', arg.counter),
)
const removeCounter = statement((query, arg: { counter: string; officer: string }) =>
  query.deleteFrom('counters').where('counter', '=', arg.counter).where('officer', '=', arg.officer),
)
const allCounters = statement((query, _none: null) =>
  query.selectFrom('counters').select(['counter', 'officer', 'openedAtMs']).orderBy('counter'),
)

/** Opening one's own open counter again changes nothing. */
export const openCounter = write<'openCounter'>((connection, row) => {
  if (connection.run(insertCounter, row) === 1) return
  const holder = connection.get(holderOf, row)?.officer
  if (holder === row.officer) return
  throw storeError('counter-taken', `counter ${row.counter} is held open by ${holder}: choose another`, { officer: holder })
})
export const closeCounter = write<'closeCounter'>((connection, counter, officer) => {
  connection.run(removeCounter, { counter, officer })
})
export const openCounters = read<'openCounters'>((connection) => connection.all(allCounters, null))
