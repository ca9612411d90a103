import type { CaseService } from '../case/index.ts'
import type { Routes } from './app-services.ts'
import {
  caseAnswers,
  caseClaimRequest,
  caseParams,
  caseReceipt,
  caseReceiptCheck,
  caseReceiptKey,
  caseRequest,
  caseResubmitRequest,
  casesSchema,
  caseView,
} from './case-schemas.ts'
import { idempotencyHeaders, refusals } from './schemas.ts'
import { requireCitizen } from './who.ts'

/** A receipt is asked for by whom it was shown to; nobody checks hundreds. */
const checkLimit = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** A citizen's own cases: claim, submit, look, put right, withdraw. Somebody else's is not there. */
export function registerCaseRoutes(routes: Routes, cases: CaseService): void {
  routes.post(
    '/api/cases/claims',
    { schema: { body: caseClaimRequest, response: { 201: caseReceipt, ...refusals } } },
    async (request, reply) => {
      await requireCitizen(request)
      return reply.code(201).header('cache-control', 'no-store').send(cases.receipts.claim(request.body))
    },
  )
  // Open to everybody: a receipt that only its maker can check proves nothing.
  routes.get('/api/cases/receipts/key', { schema: { response: { 200: caseReceiptKey, ...refusals } } }, async () => cases.receipts.key)
  routes.post(
    '/api/cases/receipts/check',
    { schema: { body: caseReceipt, response: { 200: caseReceiptCheck, ...refusals } }, config: checkLimit },
    async (request) => ({ isGenuine: cases.receipts.isGenuine(request.body) }),
  )

  routes.post(
    '/api/cases',
    { schema: { headers: idempotencyHeaders, body: caseRequest, response: { 201: caseView, ...refusals } } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      const full = await cases.submit(citizen.id, request.body, request.headers['idempotency-key'])
      return reply.code(201).send(await cases.views.citizen(full))
    },
  )
  routes.get('/api/cases', { schema: { response: { 200: casesSchema, ...refusals } } }, async (request, reply) => {
    const citizen = await requireCitizen(request)
    reply.header('cache-control', 'no-store')
    const summaries = await cases.ofCitizen(citizen.id)
    return { cases: await Promise.all(summaries.map(async ({ id }) => cases.views.citizen(await cases.own(citizen.id, id)))) }
  })
  routes.get('/api/cases/:case', { schema: { params: caseParams, response: { 200: caseView, ...refusals } } }, async (request, reply) => {
    const citizen = await requireCitizen(request)
    reply.header('cache-control', 'no-store')
    return cases.views.citizen(await cases.own(citizen.id, request.params.case))
  })
  routes.get(
    '/api/cases/:case/answers',
    { schema: { params: caseParams, response: { 200: caseAnswers, ...refusals } } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      reply.header('cache-control', 'no-store')
      return cases.answersOf(citizen.id, request.params.case)
    },
  )
  routes.post(
    '/api/cases/:case/resubmit',
    { schema: { params: caseParams, headers: idempotencyHeaders, body: caseResubmitRequest, response: { 200: caseView, ...refusals } } },
    async (request) => {
      const citizen = await requireCitizen(request)
      return cases.views.citizen(await cases.resubmit(citizen.id, request.params.case, request.body, request.headers['idempotency-key']))
    },
  )
  routes.post(
    '/api/cases/:case/withdraw',
    { schema: { params: caseParams, response: { 200: caseView, ...refusals } } },
    async (request) => {
      const citizen = await requireCitizen(request)
      await cases.withdraw(citizen.id, request.params.case)
      return cases.views.citizen(await cases.own(citizen.id, request.params.case))
    },
  )
}
