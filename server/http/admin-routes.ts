import type { FastifyRequest } from 'fastify'
import type { HoursResponse, PolicyResponse } from '../../game/api/index.ts'
import { checkHours, checkPolicy, policyBounds } from '../../game/queue/index.ts'
import type { OfficerRow } from '../store/index.ts'
import { adminActor, requireAdmin, requireAnyAuditor } from './admin-rights.ts'
import {
  adminRegionQuery,
  adminStart,
  agencyParams,
  closedRoomsRequest,
  hoursResponse,
  officeHours,
  policyResponse,
  queuePolicy,
  roomsResponse,
} from './admin-schemas.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { groupParams, refusals } from './schemas.ts'

/** When agencies are there and how their lines are called: kept by administrators, written to the audit, in force at once for who wants to set out. */
export function registerAdminRoutes(routes: Routes, services: AppServices): void {
  const { malls, store, queue, rooms, audit, clock } = services

  routes.get('/api/admin', { schema: { response: { 200: adminStart, ...refusals } } }, async (request, reply) => {
    const { officer, region, isAuditor } = await requireAnyAuditor(request, store)
    reply.header('cache-control', 'no-store')
    return {
      name: officer.name,
      isEverywhere: region === null,
      isAuditor,
      regions: malls.regions.filter(({ slug }) => region === null || slug === region),
    }
  })

  const hoursRoute = { params: agencyParams, querystring: adminRegionQuery, response: { 200: hoursResponse, ...refusals } }
  routes.get('/api/admin/agencies/:agency/hours', { schema: hoursRoute }, async (request, reply) => {
    const { region } = await adminOfAgency(request, request.query.region, request.params.agency)
    reply.header('cache-control', 'no-store')
    return hoursOf(region, request.params.agency)
  })
  routes.put('/api/admin/agencies/:agency/hours', { schema: { ...hoursRoute, body: officeHours } }, async (request) => {
    const { agency } = request.params
    const { officer, region } = await adminOfAgency(request, request.query.region, agency)
    const problem = checkHours(request.body)
    if (problem !== null) throw apiError('hours-invalid', problem)
    await write(officer, region, { act: 'hours.changed', kind: 'agency', id: agency, why: wordsOf(request.body.exceptions.length) })
    await queue.states.putHours(region, agency, request.body, officer.id)
    return hoursOf(region, agency)
  })

  const policyRoute = { params: groupParams, querystring: adminRegionQuery, response: { 200: policyResponse, ...refusals } }
  routes.get('/api/admin/lines/:group/policy', { schema: policyRoute }, async (request, reply) => {
    const { region } = await adminOfLine(request, request.query.region, request.params.group)
    reply.header('cache-control', 'no-store')
    return policyOf(region, request.params.group)
  })
  routes.put('/api/admin/lines/:group/policy', { schema: { ...policyRoute, body: queuePolicy } }, async (request) => {
    const { group } = request.params
    const { officer, region } = await adminOfLine(request, request.query.region, group)
    const wrong = checkPolicy(request.body)
    if (wrong !== null) {
      const [least, most] = policyBounds[wrong]
      throw apiError('policy-invalid', { name: wrong, least, most })
    }
    await write(officer, region, { act: 'policy.changed', kind: 'line', id: group, why: 'aturan antrean untuk hari berikutnya' })
    await queue.policies.put(region, group, request.body, officer.id)
    return policyOf(region, group)
  })

  const roomsRoute = { querystring: adminRegionQuery, response: { 200: roomsResponse, ...refusals } }
  routes.get('/api/admin/rooms', { schema: roomsRoute }, async (request, reply) => {
    const { region } = request.query
    await requireAdmin(request, store, region)
    reply.header('cache-control', 'no-store')
    return { rooms: rooms.viewOf(region) }
  })
  routes.put('/api/admin/rooms', { schema: { ...roomsRoute, body: closedRoomsRequest } }, async (request) => {
    const { region } = request.query
    const { closed } = request.body
    const officer = await requireAdmin(request, store, region)
    await write(officer, region, { act: 'rooms.changed', kind: 'region', id: region, why: `ruang ditutup: ${closed.length}` })
    const stranger = await rooms.put(region, closed, officer.id)
    if (stranger !== null) throw apiError('unknown-room', { room: stranger })
    return { rooms: rooms.viewOf(region) }
  })

  async function adminOfAgency(request: FastifyRequest, region: string, agency: string): Promise<{ officer: OfficerRow; region: string }> {
    const officer = await requireAdmin(request, store, region)
    if (malls.region(region) === null) throw apiError('unknown-region', { region })
    if (malls.agency(region, agency) === null) throw apiError('unknown-agency', { agency })
    return { officer, region }
  }
  async function adminOfLine(request: FastifyRequest, region: string, group: string): Promise<{ officer: OfficerRow; region: string }> {
    const officer = await requireAdmin(request, store, region)
    if (malls.region(region) === null) throw apiError('unknown-region', { region })
    if (malls.group(region, group) === null) throw apiError('unknown-group', { group })
    return { officer, region }
  }
  function hoursOf(region: string, agency: string): HoursResponse {
    const { states } = queue
    return { agency, hours: states.hoursOf(region, agency), state: states.viewOf(region, agency) }
  }
  async function policyOf(region: string, group: string): Promise<PolicyResponse> {
    const { policy: today } = await queue.actors.today(region, group).load()
    const last = queue.policies.last(region, group)
    const day = queue.actors.dayNow(region)
    return { group, today, next: last?.policy ?? today, fromDay: last === null || last.fromDay < day ? day : last.fromDay }
  }
  /** First the line in the audit, then the change: one that cannot be written does not happen. */
  async function write(officer: OfficerRow, region: string, line: { act: string; kind: string; id: string; why: string }): Promise<void> {
    const { act, kind, id, why } = line
    await audit.write({ atMs: clock(), region, act, by: adminActor(officer), citizen: null, about: { kind, id }, why })
  }
}

function wordsOf(closures: number): string {
  return closures === 0 ? 'jam buka' : `jam buka, ${closures} hari khusus`
}
