import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { CounterPlace, OfficerCounter } from '../../game/api/index.ts'
import type { TicketAction } from '../queue/index.ts'
import type { OfficerRow } from '../store/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import {
  agencyStateRequest,
  callRequest,
  closeLineRequest,
  counterParams,
  dayQuery,
  emergencyRequest,
  groupParams,
  kioskPairing,
  nextRequest,
  noteRequest,
  officerCounter,
  officerStart,
  parkRequest,
  pauseRequest,
  prioritiseRequest,
  rebookRequest,
  rebookResponse,
  refusals,
  regionQuery,
  statisticsSchema,
  textAnswer,
  ticketParams,
  transferRequest,
} from './schemas.ts'
import { requireOfficer } from './who.ts'

/** Actions that need no words. */
const plainActions = ['recall', 'serve', 'finish', 'skip', 'rejoin', 'return', 'check-in'] as const

/** The officer's console: opening a counter, calling, serving. Every action answers the counter as it then is. */
export function registerOfficerRoutes(routes: Routes, services: AppServices): void {
  const { queue, views, identity, malls, kiosks, onEmergency } = services
  const { desk, lines, states } = queue
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

  routes.post(
    '/api/officer/counters/:counter/next',
    { schema: { params: counterParams, body: nextRequest, ...counterAnswer } },
    async (request) => {
      const officer = await requireOfficer(request)
      const { counter } = request.params
      const after = request.body?.after
      if (after !== undefined) await desk.endInHand(counter, officer, after)
      await desk.next(counter, officer)
      return counterNow(officer)
    },
  )

  routes.post(
    '/api/officer/counters/:counter/pause',
    { schema: { params: counterParams, body: pauseRequest, ...counterAnswer } },
    async (request) => {
      const officer = await requireOfficer(request)
      desk.pause(request.params.counter, officer, request.body.reason)
      return counterNow(officer)
    },
  )

  for (const type of plainActions) {
    routes.post(`/api/officer/tickets/:ticket/${type}`, { schema: { params: ticketParams, ...counterAnswer } }, (request) =>
      act(request, request.params.ticket, { type }),
    )
  }
  routes.post('/api/officer/tickets/:ticket/call', { schema: { params: ticketParams, body: callRequest, ...counterAnswer } }, (request) =>
    act(request, request.params.ticket, { type: 'call', ...request.body }),
  )
  routes.post('/api/officer/tickets/:ticket/park', { schema: { params: ticketParams, body: parkRequest, ...counterAnswer } }, (request) =>
    act(request, request.params.ticket, { type: 'park', ...request.body }),
  )
  routes.post(
    '/api/officer/tickets/:ticket/transfer',
    { schema: { params: ticketParams, body: transferRequest, ...counterAnswer } },
    async (request) => {
      checkTarget(await requireCounter(request), request.body.to)
      return act(request, request.params.ticket, { type: 'transfer', ...request.body })
    },
  )
  routes.post(
    '/api/officer/tickets/:ticket/prioritise',
    { schema: { params: ticketParams, body: prioritiseRequest, ...counterAnswer } },
    (request) => act(request, request.params.ticket, { type: 'prioritise', ...request.body }),
  )
  routes.post('/api/officer/tickets/:ticket/note', { schema: { params: ticketParams, body: noteRequest, ...counterAnswer } }, (request) =>
    act(request, request.params.ticket, { type: 'note', ...request.body }),
  )

  routes.post('/api/officer/tickets/:ticket/verify', { schema: { params: ticketParams, ...counterAnswer } }, async (request) => {
    const officer = await requireOfficer(request)
    const inHand = await desk.inHand(await requireCounter(request))
    // The card is seen while its holder is at the counter, and by nobody else.
    if (inHand === null || inHand.ticket.id !== request.params.ticket) throw apiError('unknown-ticket')
    await identity.verifyCitizen(inHand.ticket.citizen, officer.id)
    views.forgetCitizen(inHand.ticket.citizen)
    return counterNow(officer)
  })

  routes.post(
    '/api/officer/lines/:group/close',
    { schema: { params: groupParams, body: closeLineRequest, ...counterAnswer } },
    async (request) => {
      const { officer, region, group } = await ownLine(request, request.params.group)
      const { reason, until } = request.body
      await lines.close(region, group, officer, { reason, untilMs: until === null ? null : Date.parse(until) })
      return counterNow(officer)
    },
  )
  routes.post('/api/officer/lines/:group/open', { schema: { params: groupParams, ...counterAnswer } }, async (request) => {
    const { officer, region, group } = await ownLine(request, request.params.group)
    await lines.open(region, group, officer)
    return counterNow(officer)
  })
  routes.post(
    '/api/officer/lines/:group/rebook',
    { schema: { params: groupParams, body: rebookRequest, response: { 200: rebookResponse, ...refusals } } },
    async (request) => {
      const { region, group } = await ownLine(request, request.params.group)
      return lines.rebook(region, group, request.body)
    },
  )

  routes.put('/api/officer/agency', { schema: { body: agencyStateRequest, ...counterAnswer } }, async (request) => {
    const officer = await requireOfficer(request)
    const { region, agency } = await requireCounter(request)
    await states.putState(region, agency, request.body, officer.id)
    return counterNow(officer)
  })

  routes.post(
    '/api/officer/emergency',
    { schema: { body: emergencyRequest, response: { 204: z.null(), ...refusals } } },
    async (request, reply) => {
      const officer = await requireOfficer(request)
      const counter = await requireCounter(request)
      request.log.warn({ counter: counter.id, officer: officer.id }, 'emergency button')
      onEmergency({ region: counter.region, counter: counter.label, name: officer.name, text: request.body.text })
      return reply.code(204).send(null)
    },
  )

  routes.get(
    '/api/officer/kiosk',
    { schema: { querystring: regionQuery, response: { 200: kioskPairing, ...refusals } } },
    async (request, reply) => {
      const { region } = await requireScope(request, request.query.region)
      reply.header('cache-control', 'no-store')
      return { path: kiosks.pathOf(region) }
    },
  )

  routes.get(
    '/api/officer/statistics',
    { schema: { querystring: dayQuery.extend(regionQuery.shape), response: { 200: statisticsSchema, ...refusals } } },
    async (request, reply) => {
      const { region, agency } = await requireScope(request, request.query.region)
      reply.header('cache-control', 'no-store')
      return queue.statistics(region, agency, request.query.day ?? queue.actors.dayNow(region))
    },
  )
  routes.get(
    '/api/officer/statistics.csv',
    { schema: { querystring: dayQuery.extend(regionQuery.shape), response: { 200: textAnswer, ...refusals } } },
    async (request, reply) => {
      const { region, agency } = await requireScope(request, request.query.region)
      const day = request.query.day ?? queue.actors.dayNow(region)
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="statistik-${region}-${day}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(await queue.statisticsCsv(region, agency, day))
    },
  )

  async function act(request: FastifyRequest, ticket: string, action: TicketAction): Promise<OfficerCounter> {
    const officer = await requireOfficer(request)
    await desk.act(ticket, officer, action)
    return counterNow(officer)
  }
  /** The counter that the officer holds open. @throws counter-closed */
  async function requireCounter(request: FastifyRequest): Promise<CounterPlace> {
    const counter = desk.counterOf((await requireOfficer(request)).id)
    if (counter === null) throw apiError('counter-closed')
    return counter
  }
  /** A line of the agency at whose counter the officer sits. @throws unknown-group for another's */
  async function ownLine(request: FastifyRequest, group: string): Promise<{ officer: OfficerRow; region: string; group: string }> {
    const officer = await requireOfficer(request)
    const { region, agency } = await requireCounter(request)
    if (malls.group(region, group)?.agency.slug !== agency) throw apiError('unknown-group', { group })
    return { officer, region, group }
  }
  /** The region and agency whose figures an officer may see: their own, or what they ask for when they belong to all. */
  async function requireScope(request: FastifyRequest, asked: string | undefined): Promise<{ region: string; agency: string | null }> {
    const officer = await requireOfficer(request)
    const region = officer.region ?? asked ?? desk.counterOf(officer.id)?.region ?? malls.regions[0]?.slug ?? ''
    if (asked !== undefined && asked !== region) throw apiError('forbidden')
    if (malls.region(region) === null) throw apiError('unknown-region', { region })
    return { region, agency: officer.agency }
  }
  function checkTarget(from: CounterPlace, to: (TicketAction & { type: 'transfer' })['to']): void {
    if (to.type === 'group' && malls.group(from.region, to.group) === null) throw apiError('unknown-group', { group: to.group })
    if (to.type === 'counter' && malls.counter(to.counter)?.agency !== from.agency)
      throw apiError('unknown-counter', { counter: to.counter })
    if (to.type === 'service' && malls.service(from.region, to.service) === null) {
      throw apiError('bad-request', { reason: `service ${to.service}` })
    }
  }
  async function counterNow(officer: OfficerRow): Promise<OfficerCounter> {
    const counter = await views.counterOf(officer.id)
    if (counter === null) throw apiError('counter-closed')
    return counter
  }
}
