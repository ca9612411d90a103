import { pick, statement } from '../statement.ts'
import { all, change } from '../steps.ts'
import { prefixRange, settingColumns, type SettingColumns } from '../tables.ts'
import { read, write } from './operation.ts'

const upsertSetting = statement((query, arg: SettingColumns) =>
  query
    .insertInto('settings')
    .values(pick(arg, settingColumns))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        updatedAtMs: row.ref('excluded.updatedAtMs'),
        updatedBy: row.ref('excluded.updatedBy'),
      })),
    ),
)
const between = statement((query, arg: { from: string; to: string }) =>
  query.selectFrom('settings').select(settingColumns).where('key', '>=', arg.from).where('key', '<', arg.to).orderBy('key'),
)

export const putSetting = write<'putSetting'>(function* (row) {
  yield* change(upsertSetting, { ...row, value: JSON.stringify(row.value ?? null) })
})
export const settings = read<'settings'>(function* (prefix) {
  return (yield* all(between, prefixRange(prefix))).map((row) => ({ ...row, value: JSON.parse(row.value) as unknown }))
})
