import { pick, statement } from '../statement.ts'
import { change, get } from '../steps.ts'
import type { SurveyRow } from '../store-port.ts'
import { read, storeError, write } from './operation.ts'

type SurveyColumns = Omit<SurveyRow, 'answers'> & { answers: string }
const insertSurvey = statement((query, arg: SurveyColumns) =>
  query
    .insertInto('surveys')
    .values(pick(arg, ['ticket', 'region', 'group', 'service', 'answers', 'atMs']))
    .onConflict((conflict) => conflict.doNothing()),
)
const ratedTicket = statement((query, arg: { ticket: string }) =>
  query.selectFrom('surveys').select('ticket').where('ticket', '=', arg.ticket),
)

export const putSurvey = write<'putSurvey'>(function* (row) {
  if ((yield* change(insertSurvey, { ...row, answers: JSON.stringify(row.answers) })) === 1) return
  throw storeError('duplicate-key', `ticket ${row.ticket} has been rated: one survey a ticket`, { ticket: row.ticket })
})
export const hasSurvey = read<'hasSurvey'>(function* (ticket) {
  return (yield* get(ratedTicket, { ticket })) !== null
})
