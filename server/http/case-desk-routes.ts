import type { FastifyRequest } from 'fastify'
import type { OfficerCaseView } from '../../game/api/index.ts'
import type { CaseService, DeskAction } from '../case/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import {
  caseActionRequest,
  caseDecideRequest,
  caseEscalateRequest,
  caseLinkRequest,
  caseParams,
  caseRejectRequest,
  caseReturnRequest,
  officerCase,
  officerCases,
  officerCasesQuery,
} from './case-schemas.ts'
import { refusals } from './schemas.ts'
import { requireOfficer } from './who.ts'

/** Actions that need no words. */
const plainActions = ['take', 'release', 'check', 'accept', 'step'] as const

/** The desk of an agency: its cases by role, and what is done with one. Every action answers the case as it then is. */
export function registerCaseDeskRoutes(routes: Routes, { cases, malls }: AppServices & { readonly cases: CaseService }): void {
  const { desk, views, roles } = cases
  const answer = { response: { 200: officerCase, ...refusals } }

  routes.get(
    '/api/officer/cases',
    { schema: { querystring: officerCasesQuery, response: { 200: officerCases, ...refusals } } },
    async (request, reply) => {
      const officer = await requireOfficer(request)
      const { view, state = null } = request.query
      // An account of every region begins with the first one.
      const region = request.query.region ?? (officer.region === null ? (malls.regions[0]?.slug ?? null) : null)
      if (region !== null && malls.region(region) === null) throw apiError('unknown-region', { region })
      reply.header('cache-control', 'no-store')
      const rows = await desk.list(officer, { view, state, region })
      return { roles: await roles.deskOf(officer), cases: rows.map((row) => views.row(row, officer)) }
    },
  )
  routes.get('/api/officer/cases/:case', { schema: { params: caseParams, ...answer } }, async (request, reply) => {
    const officer = await requireOfficer(request)
    reply.header('cache-control', 'no-store')
    return views.officer(await desk.open(officer, request.params.case), officer)
  })

  for (const type of plainActions) {
    routes.post(
      `/api/officer/cases/:case/${type}`,
      { schema: { params: caseParams, body: caseActionRequest.nullish(), ...answer } },
      (request) => act(request, request.params.case, { type }, request.body ?? {}),
    )
  }
  routes.post('/api/officer/cases/:case/return', { schema: { params: caseParams, body: caseReturnRequest, ...answer } }, (request) => {
    const { fields, papers } = request.body
    return act(request, request.params.case, { type: 'return', fields, papers }, request.body)
  })
  routes.post('/api/officer/cases/:case/decide', { schema: { params: caseParams, body: caseDecideRequest, ...answer } }, (request) =>
    act(request, request.params.case, { type: 'decide', text: request.body.text }, request.body),
  )
  routes.post('/api/officer/cases/:case/reject', { schema: { params: caseParams, body: caseRejectRequest, ...answer } }, (request) => {
    const { reason, appeal } = request.body
    return act(request, request.params.case, { type: 'reject', reason, appeal }, request.body)
  })
  routes.post('/api/officer/cases/:case/link', { schema: { params: caseParams, body: caseLinkRequest, ...answer } }, (request) => {
    const { type, id } = request.body
    return act(request, request.params.case, { type: 'link', link: { type, id } }, request.body)
  })
  routes.post('/api/officer/cases/:case/escalate', { schema: { params: caseParams, body: caseEscalateRequest, ...answer } }, (request) =>
    act(request, request.params.case, { type: 'escalate', reason: request.body.reason }, request.body),
  )

  async function act(
    request: FastifyRequest,
    id: string,
    action: DeskAction,
    { seen = null }: { seen?: number | null } = {},
  ): Promise<OfficerCaseView> {
    const officer = await requireOfficer(request)
    return views.officer(await desk.act(officer, id, action, seen), officer)
  }
}
