import { CodedError } from '@balai/engine/core'
import type { QueueCommand, QueueEvent } from '../../game/queue/index.ts'
import type { IdempotentRow } from '../store/index.ts'
import type { QueueActor } from './queue-actor.ts'
import type { PlacedTicket, QueueActors } from './queue-actors.ts'

/** How often a command is tried again after its state was found stale: each time means that another write failed. */
const staleTries = 6

/** A command about one ticket. */
export type TicketCommand = Exclude<QueueCommand, { type: 'expire-all' | 'ask-ready' | 'call-next' | 'close-line' | 'open-line' }>

/** Runs `attempt` until it does not answer `'stale'`. @throws CodedError store-unavailable when it never does. */
export async function untilFresh<Result>(attempt: () => Promise<Result | 'stale'>): Promise<Result> {
  for (let tries = 0; tries < staleTries; tries++) {
    const result = await attempt()
    if (result !== 'stale') return result
  }
  throw new CodedError('store-unavailable', `the queue could not be written in ${staleTries} tries; try again`)
}

/** Runs a command on one line until it is on the disk. @returns its events */
export function commandLine(actor: QueueActor, command: QueueCommand): Promise<readonly QueueEvent[]> {
  return untilFresh(async () => {
    await actor.load()
    return actor.attempt(command)
  })
}

/** Runs a command about one ticket until it is on the disk. @returns the ticket as it then is. */
export function commandTicket(options: {
  actors: QueueActors
  actor: QueueActor
  command: TicketCommand
  idempotencyOf?: (events: readonly QueueEvent[]) => IdempotentRow
}): Promise<PlacedTicket> {
  const { actors, actor, command, idempotencyOf } = options
  return untilFresh(async () => {
    await actor.load()
    if ((await actor.attempt(command, idempotencyOf)) === 'stale') return 'stale'
    const ticket = (await actor.load()).tickets.get(command.ticket)
    return ticket === undefined ? 'stale' : actors.place(actor, ticket)
  })
}
