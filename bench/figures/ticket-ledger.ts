import type { TicketView } from '../../game/api/index.ts'

/** A ticket as its holder was told of it. */
export type Acknowledged = {
  readonly id: string
  /** The Idempotency-Key it was asked for with. */
  readonly key: string
  /** Index of the citizen who holds it. */
  readonly citizen: number
  readonly region: string
  readonly group: string
  readonly day: string
  readonly label: string
  /** The server has confirmed that it was given up. */
  isCancelled: boolean
}

/** What callers were told, whatever the server remembers; and how often the server's word was broken. */
export type TicketLedger = {
  readonly tickets: ReadonlyMap<string, Acknowledged>
  /** A ticket was acknowledged for this key. Counts a doubled one when the key has another ticket, or the label another holder. */
  acknowledge(view: Pick<TicketView, 'id' | 'region' | 'group' | 'day' | 'label'>, key: string, citizen: number): Acknowledged
  /** What the server says of a ticket now; null when it knows no such ticket. Counts it lost, once, when that is not what was told. */
  compare(told: Acknowledged, now: Pick<TicketView, 'id' | 'region' | 'group' | 'day' | 'label' | 'state'> | null): void
  /** A ticket that exists and that nobody was told of counts as doubled. */
  expectKnown(id: string): void
  lost(): number
  doubled(): number
}

export function createTicketLedger(): TicketLedger {
  const tickets = new Map<string, Acknowledged>()
  const ofKey = new Map<string, string>()
  const holderOfLabel = new Map<string, string>()
  const lost = new Set<string>()
  const doubled = new Set<string>()
  return {
    tickets,
    acknowledge(view, key, citizen) {
      const label = `${view.region}/${view.group}/${view.day}/${view.label}`
      const before = tickets.get(view.id)
      if ((ofKey.get(key) ?? view.id) !== view.id) doubled.add(view.id)
      if ((holderOfLabel.get(label) ?? view.id) !== view.id) doubled.add(view.id)
      ofKey.set(key, view.id)
      holderOfLabel.set(label, view.id)
      if (before !== undefined) {
        if (before.label !== view.label || before.key !== key) doubled.add(view.id)
        return before
      }
      const { id, region, group, day } = view
      const told: Acknowledged = { id, key, citizen, region, group, day, label: view.label, isCancelled: false }
      tickets.set(id, told)
      return told
    },
    compare(told, now) {
      const isSame =
        now !== null &&
        now.id === told.id &&
        now.label === told.label &&
        now.region === told.region &&
        now.group === told.group &&
        now.day === told.day
      if (!isSame || (told.isCancelled && now.state !== 'cancelled')) lost.add(told.id)
    },
    expectKnown(id) {
      if (!tickets.has(id)) doubled.add(id)
    },
    lost: () => lost.size,
    doubled: () => doubled.size,
  }
}
