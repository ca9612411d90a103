import type { ContactParty } from '../../game/contact/index.ts'

/** Who is connected, by open sockets. A gap shorter than the grace is nobody's business: phones change networks. */
export type Presence = {
  opened(party: ContactParty, person: string): void
  closed(party: ContactParty, person: string): void
  isHere(party: ContactParty, person: string): boolean
  close(): void
}

export function createPresence(options: {
  graceMs: number
  onArrive: (party: ContactParty, person: string) => void
  onLeave: (party: ContactParty, person: string) => void
}): Presence {
  const { graceMs, onArrive, onLeave } = options
  const sockets = new Map<string, number>()
  const leaving = new Map<string, NodeJS.Timeout>()
  const nameOf = (party: ContactParty, person: string) => `${party}/${person}`
  return {
    opened(party, person) {
      const name = nameOf(party, person)
      sockets.set(name, (sockets.get(name) ?? 0) + 1)
      const timer = leaving.get(name)
      if (timer !== undefined) {
        clearTimeout(timer)
        leaving.delete(name)
      } else if (sockets.get(name) === 1) onArrive(party, person)
    },
    closed(party, person) {
      const name = nameOf(party, person)
      const left = (sockets.get(name) ?? 0) - 1
      if (left > 0) {
        sockets.set(name, left)
        return
      }
      sockets.delete(name)
      if (leaving.has(name)) return
      leaving.set(
        name,
        setTimeout(() => {
          leaving.delete(name)
          onLeave(party, person)
        }, graceMs),
      )
    },
    isHere: (party, person) => sockets.has(nameOf(party, person)) || leaving.has(nameOf(party, person)),
    close() {
      for (const timer of leaving.values()) clearTimeout(timer)
      leaving.clear()
    },
  }
}
