import { CodedError } from '@balai/engine/core'
import type { ServiceRequest } from '../../game/api/index.ts'
import type { ContactService } from '../contact/index.ts'
import type { Malls } from '../mall/index.ts'
import { chatEvent } from './personal-feed.ts'
import type { PublicFeed } from './public-feed.ts'
import { partyOf, type ServiceConnection } from './service-connection.ts'
import type { SignalRelay } from './signal-relay.ts'

/**
 * Does what a page asks over the service socket.
 * @throws CodedError with a code of apiErrors or contactErrors; the socket stays open
 */
export async function handleRequest(
  services: { malls: Malls; contact: ContactService; publicFeed: PublicFeed; relay: SignalRelay },
  connection: ServiceConnection,
  request: ServiceRequest,
): Promise<void> {
  const { malls, contact, publicFeed, relay } = services
  if (request.type === 'ping') return connection.send({ type: 'pong', at: request.at })
  if (request.type === 'watch') {
    const { region } = request
    if (region !== null && malls.region(region) === null) throw new CodedError('unknown-region', `no region ${region}`, { region })
    return publicFeed.watch(connection, region)
  }

  const side = partyOf(connection.who)
  if (side === null) throw new CodedError('sign-in-required', 'only a signed-in person may speak in a talk')
  const { party: who, person } = side
  const talk = contact.find(request.contact)
  if (talk === null) throw new CodedError('no-contact', `no contact ${request.contact}`)
  if (talk[who] !== person) throw new CodedError('not-yours', `contact ${request.contact} is between two others`)

  switch (request.type) {
    case 'contact.answer':
      contact.answer(talk.id, { who, person, rung: request.rung })
      relay.note(talk.id, who, connection)
      return
    case 'contact.rung':
      contact.changeRung(talk.id, { who, person, rung: request.rung })
      return
    case 'contact.chat': {
      const { key, text } = request
      const { row, isNew } = await contact.chat(talk.id, { who, person, key, text })
      // Said before: nobody else hears it again, but the sender waits for this word.
      if (!isNew) connection.send(chatEvent(row))
      return
    }
    case 'contact.signal':
      if (talk.state === 'ended') throw new CodedError('wrong-state', `contact ${talk.id} has ended`)
      relay.note(talk.id, who, connection)
      relay.relay(talk, who, request.data)
  }
}
