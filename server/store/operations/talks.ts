import { pick, statement } from '../statement.ts'
import { all, change } from '../steps.ts'
import type { ChatRow } from '../store-port.ts'
import { read, write } from './operation.ts'

type ChatColumns = Omit<ChatRow, 'from'> & { sender: ChatRow['from'] }
const insertChat = statement((query, arg: ChatColumns) =>
  query
    .insertInto('chats')
    .values(pick(arg, ['contact', 'key', 'sender', 'text', 'atMs']))
    .onConflict((conflict) => conflict.columns(['contact', 'key']).doNothing()),
)
const chatsOf = statement((query, arg: { contact: string }) =>
  query.selectFrom('chats').select(['contact', 'key', 'sender', 'text', 'atMs']).where('contact', '=', arg.contact).orderBy('seq'),
)

export const putChat = write<'putChat'>(function* ({ from, ...row }) {
  yield* change(insertChat, { ...row, sender: from })
})

/** In the order in which they arrived. */
export const chatOf = read<'chatOf'>(function* (contact) {
  return (yield* all(chatsOf, { contact })).map(({ sender, ...row }) => ({ ...row, from: sender }))
})
