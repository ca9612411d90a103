export type ChatMessage = {
  /** Made by the sender; the same message sent twice has the same key. */
  readonly key: string
  readonly from: 'citizen' | 'officer'
  readonly text: string
  /** ISO 8601, the server's; null while it is on its way. */
  readonly at: string | null
}

/** Adds a message or, when its key is known, its time of arrival. Never twice, order of first sight. */
export function addMessage(log: readonly ChatMessage[], message: ChatMessage): readonly ChatMessage[] {
  const known = log.findIndex((row) => row.key === message.key && row.from === message.from)
  if (known < 0) return [...log, message]
  if (message.at === null || log[known].at !== null) return log
  return log.map((row, index) => (index === known ? message : row))
}

/** What this end wrote that the server has not confirmed: to be sent again, with the same keys, when the line is back. */
export function unconfirmed(log: readonly ChatMessage[], from: ChatMessage['from']): readonly ChatMessage[] {
  return log.filter((row) => row.from === from && row.at === null)
}
