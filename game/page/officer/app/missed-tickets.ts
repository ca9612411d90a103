import type { OfficerTicket } from '../../../api/index.ts'

/** A person who did not come when called, and may yet: what the officer needs to call them again. */
export type MissedTicket = Pick<OfficerTicket, 'id' | 'label' | 'group' | 'service'>
/** The missed of one office day at one counter, newest first. */
export type MissedList = { readonly counter: string; readonly day: string; readonly tickets: readonly MissedTicket[] }

const mostKept = 20

/** The list for this counter and day: another's is put away. */
export function missedFor(list: MissedList | null, of: { counter: string; day: string }): MissedList {
  return list && list.counter === of.counter && list.day === of.day ? list : { ...of, tickets: [] }
}

export function addMissed(list: MissedList, ticket: MissedTicket): MissedList {
  const { id, label, group, service } = ticket
  const others = list.tickets.filter((row) => row.id !== id)
  return { ...list, tickets: [{ id, label, group, service }, ...others].slice(0, mostKept) }
}

/** Takes one out: called again, or gone from the queue. */
export function removeMissed(list: MissedList, id: string): MissedList {
  return list.tickets.some((row) => row.id === id) ? { ...list, tickets: list.tickets.filter((row) => row.id !== id) } : list
}

/** Reads what `JSON.stringify` of a list gave; null when it is something else. */
export function readMissed(text: string | null): MissedList | null {
  try {
    const list = JSON.parse(text ?? 'null') as MissedList | null
    const isList = list !== null && typeof list.counter === 'string' && typeof list.day === 'string' && Array.isArray(list.tickets)
    return isList ? list : null
  } catch {
    return null
  }
}
