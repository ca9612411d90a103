import type { FastifyRequest } from 'fastify'
import { createOfficerAccounts } from '../identity/index.ts'
import type { OfficerRow } from '../store/index.ts'
import { adminActor, requireAdmin, requireAnyAdmin } from './admin-rights.ts'
import {
  adminOfficer,
  adminOfficers,
  adminRegionQuery,
  firstPassword,
  newOfficer,
  officerParams,
  passwordRequest,
  passwordState,
} from './admin-schemas.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { refusals } from './schemas.ts'
import { requireOfficer } from './who.ts'

/** Guessing the present password of an open session is limited as signing in is. */
const passwordLimit = { rateLimit: { max: 20, timeWindow: '1 minute' } }

const whys = {
  'officer.added': 'akun petugas baru',
  'officer.password-given': 'kata sandi pertama diberikan',
  'officer.ended': 'akses petugas diakhiri',
  'officer.given-back': 'akses petugas diberikan kembali',
} as const

/** Officers of a region: who there is, a new one, a new first password, the end of their access; and the password that an officer chooses. */
export function registerAdminOfficerRoutes(routes: Routes, services: AppServices): void {
  const { malls, store, audit, clock, identity, queue, onAccessEnded } = services
  const accounts = createOfficerAccounts({ store, clock })

  routes.get(
    '/api/admin/officers',
    { schema: { querystring: adminRegionQuery, response: { 200: adminOfficers, ...refusals } } },
    async (request, reply) => {
      const { region } = request.query
      const admin = await requireAdmin(request, store, region)
      reply.header('cache-control', 'no-store')
      const everywhere = admin.region === null ? await accounts.list(null) : []
      return { officers: [...everywhere, ...(await accounts.list(region))] }
    },
  )

  routes.post(
    '/api/admin/officers',
    { schema: { body: newOfficer, response: { 201: firstPassword, ...refusals } } },
    async (request, reply) => {
      const { region, agency } = request.body
      const admin = await requireAdmin(request, store, region)
      if (malls.region(region) === null) throw apiError('unknown-region', { region })
      if (agency !== null && malls.agency(region, agency) === null) throw apiError('unknown-agency', { agency })
      const made = await accounts.add(request.body)
      await write(admin, region, 'officer.added', made.officer.id)
      reply.header('cache-control', 'no-store')
      return reply.code(201).send(made)
    },
  )

  routes.post(
    '/api/admin/officers/:officer/password',
    { schema: { params: officerParams, response: { 200: firstPassword, ...refusals } } },
    async (request, reply) => {
      const { admin, target, region } = await requireTarget(request, request.params.officer)
      if ((await accounts.shown(target)).isEnded) throw apiError('officer-ended')
      await write(admin, region, 'officer.password-given', target.id)
      reply.header('cache-control', 'no-store')
      return accounts.giveFirstPassword(target.id)
    },
  )

  const accessRoute = { params: officerParams, response: { 200: adminOfficer, ...refusals } }
  routes.post('/api/admin/officers/:officer/end', { schema: accessRoute }, async (request) => {
    const { admin, target, region } = await requireTarget(request, request.params.officer)
    if (target.id === admin.id) throw apiError('officer-self')
    await write(admin, region, 'officer.ended', target.id)
    await identity.endOfficer(target.id, admin.id)
    onAccessEnded?.(target.id)
    await leaveCounter(target)
    return accounts.shown(target)
  })
  routes.post('/api/admin/officers/:officer/give-back', { schema: accessRoute }, async (request) => {
    const { admin, target, region } = await requireTarget(request, request.params.officer)
    await write(admin, region, 'officer.given-back', target.id)
    await identity.giveOfficerBack(target.id, admin.id)
    return accounts.shown(target)
  })

  routes.get('/api/officer/password', { schema: { response: { 200: passwordState, ...refusals } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return { state: await accounts.passwordState((await requireOfficer(request)).id) }
  })
  routes.put(
    '/api/officer/password',
    { schema: { body: passwordRequest, response: { 200: passwordState, ...refusals } }, config: passwordLimit },
    async (request) => {
      await accounts.choosePassword((await requireOfficer(request)).id, request.body)
      return { state: 'own' as const }
    },
  )

  async function requireTarget(request: FastifyRequest, id: string): Promise<{ admin: OfficerRow; target: OfficerRow; region: string }> {
    const { officer: admin, region } = await requireAnyAdmin(request, store)
    const target = await accounts.find(id)
    // Whether there is such an officer elsewhere is not for this region to know.
    if (target === null || (region !== null && target.region !== region)) throw apiError('unknown-officer')
    return { admin, target, region: target.region ?? region ?? malls.regions[0].slug }
  }
  /** Nobody comes back to a counter of theirs: who stands at it keeps the claim, and any colleague calls them. */
  async function leaveCounter(target: OfficerRow): Promise<void> {
    const counter = queue.desk.counterOf(target.id)
    if (counter === null) return
    await queue.desk.endInHand(counter.id, target, { type: 'park', room: counter.label })
    await queue.desk.close(counter.id, target)
  }
  async function write(admin: OfficerRow, region: string, act: keyof typeof whys, id: string): Promise<void> {
    const why = whys[act]
    await audit.write({ atMs: clock(), region, act, by: adminActor(admin), citizen: null, about: { kind: 'officer', id }, why })
  }
}
