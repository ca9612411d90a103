import type { Ticket } from '../../game/queue/index.ts'

/** What a ticket is called on screens: its number, or for a booking that has none yet `R-` and four letters of its id. */
export function shownLabel({ id, label }: Pick<Ticket, 'id' | 'label'>): string {
  return (
    label ??
    `R-${id
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .slice(-4)
      .toUpperCase()}`
  )
}
