import { pick, statement } from '../statement.ts'
import { all, change, get } from '../steps.ts'
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
export const openCounter = write<'openCounter'>(function* (row) {
  if ((yield* change(insertCounter, row)) === 1) return
  const holder = (yield* get(holderOf, row))?.officer
  if (holder === row.officer) return
  throw storeError('counter-taken', `counter ${row.counter} is held open by ${holder}: choose another`, { officer: holder })
})
export const closeCounter = write<'closeCounter'>(function* (counter, officer) {
  yield* change(removeCounter, { counter, officer })
})
export const openCounters = read<'openCounters'>(() => all(allCounters, null))
