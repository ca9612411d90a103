import { pick, statement } from '../statement.ts'
import { change, get } from '../steps.ts'
import { officerColumns } from '../tables.ts'
import type { OfficerRow } from '../store-port.ts'
import { read, write } from './operation.ts'

const countAll = statement((query, _none: null) => query.selectFrom('officers').select((row) => row.fn.countAll<number>().as('count')))
const upsertOfficer = statement((query, arg: OfficerRow) =>
  query
    .insertInto('officers')
    .values(pick(arg, officerColumns))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        username: row.ref('excluded.username'),
        passwordHash: row.ref('excluded.passwordHash'),
        issuer: row.ref('excluded.issuer'),
        subject: row.ref('excluded.subject'),
        name: row.ref('excluded.name'),
        region: row.ref('excluded.region'),
        agency: row.ref('excluded.agency'),
      })),
    ),
)
const byId = statement((query, arg: { id: string }) => query.selectFrom('officers').select(officerColumns).where('id', '=', arg.id))
const byUsername = statement((query, arg: { username: string }) =>
  query.selectFrom('officers').select(officerColumns).where('username', '=', arg.username),
)
const bySubject = statement((query, arg: { issuer: string; subject: string }) =>
  query.selectFrom('officers').select(officerColumns).where('issuer', '=', arg.issuer).where('subject', '=', arg.subject),
)

export const countOfficers = read<'countOfficers'>(function* () {
  return (yield* get(countAll, null))?.count ?? 0
})

/** Inserts, or changes the officer with this id. A user name or subject of somebody else is `duplicate-key`. */
export const putOfficer = write<'putOfficer'>(function* (row) {
  yield* change(upsertOfficer, row)
})
export const findOfficer = read<'findOfficer'>((id) => get(byId, { id }))
export const findOfficerByUsername = read<'findOfficerByUsername'>((username) => get(byUsername, { username }))
export const findOfficerBySubject = read<'findOfficerBySubject'>((issuer, subject) => get(bySubject, { issuer, subject }))
