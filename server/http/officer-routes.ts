import { z } from 'zod'
import type { OfficerCounter } from '../../game/api/index.ts'
import type { OfficerRow } from '../store/index.ts'
import type { TicketAction } from '../queue/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { counterParams, officerCounter, officerStart, refusals, ticketParams } from './schemas.ts'
import { requireOfficer } from './who.ts'

const ticketActions: readonly TicketAction[] = ['recall', 'serve', 'finish', 'miss']

/** The officer's console: opening a counter, calling, serving. Every action answers the counter as it then is. */
export function registerOfficerRoutes(routes: Routes, { queue, views, identity }: AppServices): void {
  const { desk } = queue
  const counterAnswer = { response: { 200: officerCounter, ...refusals } }

  routes.get('/api/officer', { schema: { response: { 200: officerStart, ...refusals } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return views.officerStart(await requireOfficer(request), identity.oidc !== null)
  })

  routes.get('/api/officer/counter', { schema: counterAnswer }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return counterNow(await requireOfficer(request))
  })

  routes.post('/api/officer/counters/:counter/open', { schema: { params: counterParams, ...counterAnswer } }, async (request) => {
    const officer = await requireOfficer(request)
    await desk.open(request.params.counter, officer)
    return counterNow(officer)
  })

  routes.post(
    '/api/officer/counters/:counter/close',
    { schema: { params: counterParams, response: { 204: z.null(), ...refusals } } },
    async (request, reply) => {
      await desk.close(request.params.counter, await requireOfficer(request))
      return reply.code(204).send(null)
    },
  )

  routes.post('/api/officer/counters/:counter/next', { schema: { params: counterParams, ...counterAnswer } }, async (request) => {
    const officer = await requireOfficer(request)
    await desk.next(request.params.counter, officer)
    return counterNow(officer)
  })

  for (const action of ticketActions) {
    routes.post(`/api/officer/tickets/:ticket/${action}`, { schema: { params: ticketParams, ...counterAnswer } }, async (request) => {
      const officer = await requireOfficer(request)
      await desk.act(request.params.ticket, officer, action)
      return counterNow(officer)
    })
  }

  routes.post('/api/officer/tickets/:ticket/verify', { schema: { params: ticketParams, ...counterAnswer } }, async (request) => {
    const officer = await requireOfficer(request)
    const counter = desk.counterOf(officer.id)
    if (counter === null) throw apiError('counter-closed')
    const inHand = await desk.inHand(counter)
    // The card is seen while its holder is at the counter, and by nobody else.
    if (inHand === null || inHand.ticket.id !== request.params.ticket) throw apiError('unknown-ticket')
    await identity.verifyCitizen(inHand.ticket.citizen, officer.id)
    views.forgetCitizen(inHand.ticket.citizen)
    return counterNow(officer)
  })

  async function counterNow(officer: OfficerRow): Promise<OfficerCounter> {
    const counter = await views.counterOf(officer.id)
    if (counter === null) throw apiError('counter-closed')
    return counter
  }
}
