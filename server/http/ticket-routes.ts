import type { PersonAction, PlacedTicket } from '../queue/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { claimRequest, idempotencyHeaders, refusals, ticketParams, ticketRequest, ticketSchema, ticketsSchema } from './schemas.ts'
import { requireCitizen } from './who.ts'

const personActions = ['check-in', 'ready', 'rejoin', 'return'] as const satisfies readonly PersonAction[]
/** Codes have eight letters of thirty (6 × 10¹¹): at this rate guessing one of a day's thousand takes years, and fifty phones behind one address may look. */
export const codeLimit = { rateLimit: { max: 300, timeWindow: '1 minute' } }

/** A citizen's own tickets: take, look, give up. */
export function registerTicketRoutes(routes: Routes, { queue, views, devices }: AppServices): void {
  routes.get('/api/tickets', { schema: { response: { 200: ticketsSchema, ...refusals } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return { tickets: await views.ticketsOf((await requireCitizen(request)).id) }
  })

  routes.post(
    '/api/tickets',
    {
      schema: { headers: idempotencyHeaders, body: ticketRequest, response: { 201: ticketSchema, ...refusals } },
    },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      const { region, group, service, route = [], priority = null, slotAt = null } = request.body
      const placed = await queue.issue({
        region,
        group,
        service,
        route,
        priority,
        slotAtMs: slotAt === null ? null : Date.parse(slotAt),
        channel: 'home',
        device: devices.of(request, reply),
        citizen: citizen.id,
        scope: `tickets/${citizen.id}`,
        key: request.headers['idempotency-key'],
      })
      return reply.code(201).send(await views.ticket(placed))
    },
  )

  routes.get(
    '/api/tickets/:ticket',
    { schema: { params: ticketParams, response: { 200: ticketSchema, ...refusals } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return views.ticket(await ownTicket((await requireCitizen(request)).id, request.params.ticket))
    },
  )

  routes.delete(
    '/api/tickets/:ticket',
    { schema: { params: ticketParams, response: { 200: ticketSchema, ...refusals } } },
    async (request) => views.ticket(await queue.act(request.params.ticket, (await requireCitizen(request)).id, 'cancel')),
  )
  for (const action of personActions) {
    routes.post(
      `/api/tickets/:ticket/${action}`,
      { schema: { params: ticketParams, response: { 200: ticketSchema, ...refusals } } },
      async (request) => views.ticket(await queue.act(request.params.ticket, (await requireCitizen(request)).id, action)),
    )
  }

  routes.post(
    '/api/tickets/claim',
    { schema: { body: claimRequest, response: { 200: ticketSchema, ...refusals } }, config: codeLimit },
    async (request) => {
      const citizen = await requireCitizen(request)
      const ticket = await queue.codes.find(request.body.code)
      if (ticket === null) throw apiError('unknown-code', { code: request.body.code })
      return views.ticket(await queue.claim(ticket, citizen.id))
    },
  )

  async function ownTicket(citizen: string, ticket: string): Promise<PlacedTicket> {
    const placed = await queue.find(ticket)
    if (placed === null || placed.ticket.citizen !== citizen) throw apiError('unknown-ticket')
    return placed
  }
}
