import type { WebSocket } from 'ws'
import { apiErrors, serviceCloseCodes, type ServiceEvent, type ServiceRequest } from '../../game/api/index.ts'
import type { ContactService } from '../contact/index.ts'
import type { Language } from '../http/index.ts'
import type { Identity, Log, Who } from '../identity/index.ts'
import type { Malls } from '../mall/index.ts'
import type { QueueService, TicketViews } from '../queue/index.ts'
import { handleRequest } from './handle-request.ts'
import { createPeople, type People } from './people.ts'
import { createPersonalFeed } from './personal-feed.ts'
import { createPublicFeed } from './public-feed.ts'
import { refusalOf } from './refusal.ts'
import { createMessageBudget, createServiceConnection, partyOf, type ServiceConnection } from './service-connection.ts'
import { largestMessage, readServiceRequest } from './service-message.ts'
import { createSignalRelay } from './signal-relay.ts'

/** All service sockets of this server. */
export type ServiceSockets = {
  readonly people: People
  take(socket: WebSocket, person: { who: Who; language: Language; cookie: string | undefined }): void
  /** Ends the sockets of sessions that are no longer valid. To be called about once a minute. */
  recheck(): Promise<void>
  signedOut(sessionHash: string): void
  /** Ends the sockets of an officer whose access was ended. */
  accessEnded(officer: string): void
  /** Tells every officer of the region who is at a console. */
  emergency(call: { readonly region: string; readonly counter: string; readonly name: string; readonly text: string }): void
  close(): void
}

export function createServiceSockets(services: {
  malls: Malls
  queue: QueueService
  views: TicketViews
  contact: ContactService
  identity: Pick<Identity, 'whoIs'>
  clock: () => number
  log: Log
}): ServiceSockets {
  const { malls, queue, views, contact, identity, clock, log } = services
  const onError = (error: unknown) => log({ error }, 'a state could not be told over the service socket')
  const people = createPeople()
  const publicFeed = createPublicFeed({ queue, people, onError })
  const personalFeed = createPersonalFeed({ queue, views, contact, people, onError })
  const relay = createSignalRelay(people)
  contact.events.on('contact', (talk) => {
    if (talk.state === 'ended') relay.forget(talk.id)
  })

  async function answer(connection: ServiceConnection, request: ServiceRequest): Promise<void> {
    if (!connection.isOpen()) return
    try {
      await handleRequest({ malls, contact, publicFeed, relay }, connection, request)
    } catch (error) {
      const refused = refusalOf(error, connection.language)
      if (refused === null) log({ error, request: request.type }, 'a request over the service socket failed')
      connection.send(refused ?? { type: 'refused', code: 'internal', message: apiErrors.internal[connection.language] })
    }
  }

  function take(socket: WebSocket, person: { who: Who; language: Language; cookie: string | undefined }): void {
    const connection = createServiceConnection({ socket, ...person })
    const side = partyOf(person.who)
    const isWithinBudget = createMessageBudget(clock)
    people.add(connection)
    if (side !== null) contact.presence.opened(side.party, side.person)
    // Requests are done in their order; one that waits for the store holds the next.
    let work: Promise<void> = personalFeed.start(connection).catch(onError)

    socket.on('message', (data, isBinary) => {
      // Until the other end has said goodbye too, ws reads on: nothing of that is looked at.
      if (!connection.isOpen()) return
      if (!isWithinBudget()) return connection.close(serviceCloseCodes.tooMany)
      const bytes = data as Buffer
      if (bytes.byteLength > largestMessage) return connection.close(serviceCloseCodes.tooLarge)
      const request = isBinary ? null : readServiceRequest(bytes.toString('utf8'))
      if (request === null) return connection.close(serviceCloseCodes.badMessage)
      work = work.then(() => answer(connection, request))
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      people.remove(connection)
      personalFeed.stop(connection)
      relay.gone(connection)
      if (side !== null) contact.presence.closed(side.party, side.person)
    })
  }

  return {
    people,
    take,
    async recheck() {
      for (const connection of people.all()) {
        const { who, cookie } = connection
        if (who.role === 'visitor') continue
        const now = await identity.whoIs(cookie)
        if (now.role === 'visitor' || now.sessionHash !== who.sessionHash) connection.close(serviceCloseCodes.goingAway)
      }
    },
    signedOut(sessionHash) {
      for (const connection of people.ofSession(sessionHash)) connection.close(serviceCloseCodes.goingAway)
    },
    accessEnded(officer) {
      for (const connection of people.all()) {
        if (connection.who.role === 'officer' && connection.who.officer.id === officer) connection.close(serviceCloseCodes.goingAway)
      }
    },
    emergency({ region, ...call }) {
      const event: ServiceEvent = { type: 'emergency', ...call, at: new Date(clock()).toISOString() }
      for (const connection of people.all()) {
        const { who } = connection
        const isThere = who.role === 'officer' && queue.desk.counterOf(who.officer.id)?.region === region
        if (isThere) connection.send(event)
      }
    },
    close() {
      for (const connection of people.all()) connection.close(serviceCloseCodes.goingAway)
    },
  }
}
