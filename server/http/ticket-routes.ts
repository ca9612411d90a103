import { CodedError } from '@balai/engine/core'
import { checkAnswers } from '../../game/survey/index.ts'
import type { PlacedTicket } from '../queue/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { idempotencyHeaders, refusals, surveyRequest, ticketParams, ticketRequest, ticketSchema, ticketsSchema } from './schemas.ts'
import { requireCitizen } from './who.ts'

/** A citizen's own tickets: take, look, give up, rate. */
export function registerTicketRoutes(routes: Routes, { queue, views, store, clock }: AppServices): void {
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
      const placed = await queue.issue({ ...request.body, citizen: citizen.id, key: request.headers['idempotency-key'] })
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
    async (request) => views.ticket(await queue.cancel(request.params.ticket, (await requireCitizen(request)).id)),
  )

  routes.post(
    '/api/tickets/:ticket/survey',
    {
      schema: { params: ticketParams, body: surveyRequest, response: { 201: ticketSchema, ...refusals } },
    },
    async (request, reply) => {
      const placed = await ownTicket((await requireCitizen(request)).id, request.params.ticket)
      const { answers } = request.body
      const check = checkAnswers(answers)
      if (!check.ok) throw apiError('survey-invalid', { element: check.element })
      const { id, label, state, service } = placed.ticket
      if (state !== 'done') throw apiError('wrong-state', { label, state })
      try {
        await store.putSurvey({ ticket: id, region: placed.region, group: placed.group, service, answers, atMs: clock() })
      } catch (error) {
        if (error instanceof CodedError && error.code === 'duplicate-key') throw apiError('survey-done')
        throw error
      }
      return reply.code(201).send(await views.ticket(placed))
    },
  )

  async function ownTicket(citizen: string, ticket: string): Promise<PlacedTicket> {
    const placed = await queue.find(ticket)
    if (placed === null || placed.ticket.citizen !== citizen) throw apiError('unknown-ticket')
    return placed
  }
}
