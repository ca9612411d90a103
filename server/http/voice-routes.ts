import type { FastifyRequest } from 'fastify'
import type { VoiceService } from '../voice/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { idempotencyHeaders, refusals } from './schemas.ts'
import { codeLimit } from './ticket-routes.ts'
import {
  codeRequest,
  complaintParams,
  complaintReceipt,
  complaintRequest,
  complaintSchema,
  complaintsSchema,
  levyReceipt,
  levyRequest,
  levyWordsRequest,
  rateRequest,
  reopenRequest,
} from './voice-schemas.ts'
import { complaintView, levyReceipt as levyReceiptView } from './voice-views.ts'
import { requireCitizen } from './who.ts'

/** Somebody without an account can flood a desk with words: so many from one address. */
const sendLimit = { rateLimit: { max: 20, timeWindow: '1 minute' } }

type VoiceRouteServices = Pick<AppServices, 'malls' | 'queue' | 'clock'> & { readonly voice: VoiceService }

/** What people say: complaints with or without an account, and "I was asked for money". */
export function registerVoiceRoutes(routes: Routes, services: VoiceRouteServices): void {
  registerComplaints(routes, services)
  registerLevies(routes, services)
}

function registerComplaints(routes: Routes, { voice, malls, clock }: VoiceRouteServices): void {
  const { complaints } = voice
  const answer = { response: { 200: complaintSchema, ...refusals } }

  routes.post(
    '/api/complaints',
    {
      schema: { headers: idempotencyHeaders, body: complaintRequest, response: { 201: complaintReceipt, ...refusals } },
      config: sendLimit,
    },
    async (request, reply) => {
      const { region, agency, kind, text, isAnonymous, ticket = null, case: caseId = null } = request.body
      if (malls.region(region) === null) throw apiError('unknown-region', { region })
      if (malls.agency(region, agency) === null) throw apiError('unknown-agency', { agency })
      const citizen = await citizenOf(request)
      const key = request.headers['idempotency-key']
      const { open, code } = await complaints.send({
        region,
        agency,
        kind,
        text,
        isAnonymous,
        ticket,
        case: caseId,
        sender: { citizen },
        key,
      })
      reply.header('cache-control', 'no-store')
      return reply.code(201).send({ complaint: complaintView(open, clock()), code })
    },
  )
  routes.get('/api/complaints', { schema: { response: { 200: complaintsSchema, ...refusals } } }, async (request, reply) => {
    const { id } = await requireCitizen(request)
    reply.header('cache-control', 'no-store')
    return { complaints: (await complaints.ofCitizen(id)).map((open) => complaintView(open, clock())) }
  })
  routes.get('/api/complaints/:complaint', { schema: { params: complaintParams, ...answer } }, async (request, reply) => {
    const { id } = await requireCitizen(request)
    reply.header('cache-control', 'no-store')
    return complaintView(await complaints.open(request.params.complaint, { citizen: id }, null), clock())
  })
  routes.post('/api/complaints/open', { schema: { body: codeRequest, ...answer }, config: codeLimit }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return complaintView(await complaints.open(null, { citizen: null }, request.body.code), clock())
  })
  routes.post(
    '/api/complaints/:complaint/rate',
    { schema: { params: complaintParams, body: rateRequest, ...answer }, config: codeLimit },
    async (request) => {
      const { rating, code = null } = request.body
      const sender = { citizen: await citizenOf(request) }
      return complaintView(await complaints.rate(request.params.complaint, sender, code, rating), clock())
    },
  )
  routes.post(
    '/api/complaints/:complaint/reopen',
    { schema: { params: complaintParams, body: reopenRequest, ...answer }, config: codeLimit },
    async (request) => {
      const { text, code = null } = request.body
      const sender = { citizen: await citizenOf(request) }
      return complaintView(await complaints.reopen(request.params.complaint, sender, code, text), clock())
    },
  )
}

function registerLevies(routes: Routes, { voice, malls, queue, clock }: VoiceRouteServices): void {
  const { levies } = voice
  const answer = { response: { 200: levyReceipt, ...refusals } }

  routes.post(
    '/api/levies',
    { schema: { headers: idempotencyHeaders, body: levyRequest, response: { 201: levyReceipt, ...refusals } }, config: sendLimit },
    async (request, reply) => {
      const { region, agency = null, slip = null, text = null, case: caseId = null } = request.body
      if (malls.region(region) === null) throw apiError('unknown-region', { region })
      if (agency !== null && malls.agency(region, agency) === null) throw apiError('unknown-agency', { agency })
      const ticket = slip === null ? (request.body.ticket ?? null) : await queue.codes.find(slip)
      if (slip !== null && ticket === null) throw apiError('unknown-code', { code: slip })
      // A slip's code is its key; a ticket or case of an account is for that account alone.
      if (slip === null) await requireOwn(request, ticket, caseId)
      const key = request.headers['idempotency-key']
      const { open, code } = await levies.seal({ region, agency, ticket, case: caseId, text, key })
      reply.header('cache-control', 'no-store')
      return reply.code(201).send(levyReceiptView(open, code, clock()))
    },
  )
  routes.post('/api/levies/open', { schema: { body: codeRequest, ...answer }, config: codeLimit }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return levyReceiptView(await levies.openByCode(request.body.code), request.body.code, clock())
  })
  routes.post('/api/levies/words', { schema: { body: levyWordsRequest, ...answer }, config: sendLimit }, async (request) => {
    const { code, text } = request.body
    return levyReceiptView(await levies.addWords(code, text), code, clock())
  })
  routes.post('/api/levies/retract', { schema: { body: codeRequest, ...answer }, config: codeLimit }, async (request) =>
    levyReceiptView(await levies.retract(request.body.code), request.body.code, clock()),
  )

  async function requireOwn(request: FastifyRequest, ticket: string | null, caseId: string | null): Promise<void> {
    if (ticket === null && caseId === null) return
    const { id } = await requireCitizen(request)
    const served = await (ticket === null ? voice.servedBy('case', caseId ?? '') : voice.servedBy('ticket', ticket))
    if (served?.citizen !== id) throw apiError(ticket === null ? 'unknown-case' : 'unknown-ticket')
  }
}

/** The account behind a request; null for a stranger. An officer complains as anybody does, without the office's account. */
async function citizenOf(request: FastifyRequest): Promise<string | null> {
  const who = await request.who()
  return who.role === 'citizen' ? who.citizen.id : null
}
