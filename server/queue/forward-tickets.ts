import { CodedError } from '@balai/engine/core'
import { isSentOn, type QueueDay, type Ticket } from '../../game/queue/index.ts'
import { commandLine } from './command-ticket.ts'
import type { QueueActor } from './queue-actor.ts'
import type { QueueActors } from './queue-actors.ts'
import { shownLabel } from './shown-label.ts'

/**
 * Brings transferred tickets into the line they were sent to. Leaving one line and entering the other are two writes; when the server ends between
 * them, the second is made good at the next look. An arrival is refused the second time, so it happens once.
 */
export type TicketForwarder = {
  /** Brings one ticket on, if it was sent to another line. @returns the line it is in now */
  forward(actor: QueueActor, ticket: Readonly<Ticket>): Promise<QueueActor>
  /** Looks through a day for tickets that were sent on and did not arrive. */
  sweep(actor: QueueActor): Promise<void>
}

/** It is there, or its person holds another place there, which they keep. */
const settled: ReadonlySet<string> = new Set(['already-here', 'already-waiting', 'already-booked'])

export function createTicketForwarder(options: {
  actors: QueueActors
  clock: () => number
  isLine: (region: string, group: string) => boolean
}): TicketForwarder {
  const { actors, clock, isLine } = options

  async function forward(actor: QueueActor, ticket: Readonly<Ticket>): Promise<QueueActor> {
    const { sentTo } = ticket
    if (ticket.state !== 'transferred' || sentTo === null || !('group' in sentTo) || !isLine(actor.region, sentTo.group)) return actor
    const target = actors.at(actor.region, sentTo.group, actor.day)
    if (((await target.load()).tickets.get(ticket.id)?.hop ?? 0) >= ticket.hop) return target
    try {
      await commandLine(target, {
        type: 'arrive',
        ticket: ticket.id,
        citizen: ticket.citizen,
        service: sentTo.service,
        route: ticket.route,
        priority: ticket.priority,
        device: ticket.device,
        label: shownLabel(ticket),
        channel: ticket.channel,
        from: actor.group,
        rankMs: ticket.rankMs,
        issuedAtMs: ticket.issuedAtMs,
        hop: ticket.hop,
        atMs: clock(),
      })
    } catch (error) {
      if (!(error instanceof CodedError) || !settled.has(error.code)) throw error
    }
    return target
  }

  return {
    forward,
    async sweep(actor) {
      for (const ticket of sentOn(await actor.load())) await forward(actor, ticket)
    },
  }
}

function sentOn(day: QueueDay): Ticket[] {
  return [...day.tickets.values()].filter(isSentOn)
}
