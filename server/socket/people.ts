import type { ContactParty } from '../../game/contact/index.ts'
import type { ServiceEvent } from '../../game/api/index.ts'
import { partyOf, type ServiceConnection } from './service-connection.ts'

/** The open connections, by person and by session. */
export type People = {
  add(connection: ServiceConnection): void
  remove(connection: ServiceConnection): void
  all(): Iterable<ServiceConnection>
  of(party: ContactParty, person: string): readonly ServiceConnection[]
  tell(party: ContactParty, person: string, event: ServiceEvent): void
  /** Connections of a session that has ended: they must come back as whoever they are now. */
  ofSession(sessionHash: string): ServiceConnection[]
  count(): number
}

export function createPeople(): People {
  const connections = new Set<ServiceConnection>()
  const byPerson = new Map<string, ServiceConnection[]>()
  const nameOf = (party: ContactParty, person: string) => `${party}/${person}`
  const nobody: readonly ServiceConnection[] = []

  const people: People = {
    add(connection) {
      connections.add(connection)
      const side = partyOf(connection.who)
      if (side === null) return
      const name = nameOf(side.party, side.person)
      byPerson.set(name, [...(byPerson.get(name) ?? nobody), connection])
    },
    remove(connection) {
      connections.delete(connection)
      const side = partyOf(connection.who)
      if (side === null) return
      const name = nameOf(side.party, side.person)
      const left = (byPerson.get(name) ?? nobody).filter((one) => one !== connection)
      if (left.length > 0) byPerson.set(name, left)
      else byPerson.delete(name)
    },
    all: () => connections,
    of: (party, person) => byPerson.get(nameOf(party, person)) ?? nobody,
    tell(party, person, event) {
      for (const connection of people.of(party, person)) connection.send(event)
    },
    ofSession: (hash) => [...connections].filter(({ who }) => who.role !== 'visitor' && who.sessionHash === hash),
    count: () => connections.size,
  }
  return people
}
