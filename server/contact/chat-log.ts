import { CodedError } from '@balai/engine/core'
import type { ChatRow, Store } from '../store/index.ts'

/** The lines of the talks that are open, in memory as the store has them: a repeated key is known without asking. */
export type ChatLog = {
  /**
   * @returns the row as stored, and whether this call stored it
   * @throws CodedError too-large for more than 2,000 characters or 1,000 lines
   */
  put(row: ChatRow): Promise<{ row: ChatRow; isNew: boolean }>
  of(contact: string): Promise<ChatRow[]>
  forget(contact: string): void
}

const longestChatText = 2000
const mostLines = 1000

export function createChatLog(store: Pick<Store, 'putChat' | 'chatOf'>): ChatLog {
  const logs = new Map<string, Promise<Map<string, Promise<ChatRow>>>>()

  function logOf(contact: string): Promise<Map<string, Promise<ChatRow>>> {
    let log = logs.get(contact)
    if (log === undefined) {
      log = store.chatOf(contact).then((rows) => new Map(rows.map((row) => [row.key, Promise.resolve(row)])))
      logs.set(contact, log)
      log.catch(() => logs.delete(contact))
    }
    return log
  }

  return {
    async put(row) {
      if (row.text.length > longestChatText) {
        throw new CodedError('too-large', `a line has at most ${longestChatText} characters, got ${row.text.length}`, {
          limit: longestChatText,
        })
      }
      const log = await logOf(row.contact)
      const before = log.get(row.key)
      if (before !== undefined) return { row: await before, isNew: false }
      if (log.size >= mostLines) throw new CodedError('too-large', `a talk has at most ${mostLines} lines`, { limit: mostLines })
      const write = store.putChat(row).then(() => row)
      log.set(row.key, write)
      try {
        return { row: await write, isNew: true }
      } catch (error) {
        log.delete(row.key)
        throw error
      }
    },
    async of(contact) {
      return Promise.all((await logOf(contact)).values())
    },
    forget: (contact) => {
      logs.delete(contact)
    },
  }
}
