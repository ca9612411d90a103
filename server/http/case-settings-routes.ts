import type { CaseService } from '../case/index.ts'
import { requireAdmin, requireAnyAdmin, adminActor, type Admin } from './admin-rights.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { holidaysQuery, officerParams, officerRolesRequest, officerRolesView, workCalendar } from './case-schemas.ts'
import { refusals } from './schemas.ts'

/** What an administrator sets for cases: working days of the region, and who may do what. Every change is in the audit before it holds. */
export function registerCaseSettingsRoutes(
  routes: Routes,
  { cases, malls, store, audit, clock }: AppServices & { readonly cases: CaseService },
): void {
  const { calendars, roles } = cases

  routes.get(
    '/api/admin/holidays',
    { schema: { querystring: holidaysQuery, response: { 200: workCalendar, ...refusals } } },
    async (request, reply) => {
      const admin = await requireAnyAdmin(request, store)
      reply.header('cache-control', 'no-store')
      return calendars.viewOf(regionOf(admin, request.query.region))
    },
  )
  routes.put(
    '/api/admin/holidays',
    { schema: { querystring: holidaysQuery, body: workCalendar, response: { 200: workCalendar, ...refusals } } },
    async (request) => {
      const region = regionOf(await requireAnyAdmin(request, store), request.query.region)
      const officer = await requireAdmin(request, store, region)
      await audit.write({
        atMs: clock(),
        region,
        act: 'holidays.set',
        by: adminActor(officer),
        citizen: null,
        about: { kind: 'holidays', id: region },
        why: 'mengatur hari kerja dan hari libur',
      })
      try {
        await calendars.put(region, request.body, officer.id)
      } catch (error) {
        if (error instanceof TypeError) throw apiError('bad-request', { reason: error.message })
        throw error
      }
      return calendars.viewOf(region)
    },
  )

  routes.get(
    '/api/admin/roles/:officer',
    { schema: { params: officerParams, response: { 200: officerRolesView, ...refusals } } },
    async (request, reply) => {
      const officer = await officerOf(await requireAnyAdmin(request, store), request.params.officer)
      reply.header('cache-control', 'no-store')
      return { officer: officer.id, roles: await roles.of(officer), isSet: await roles.isSet(officer.id) }
    },
  )
  routes.put(
    '/api/admin/roles/:officer',
    { schema: { params: officerParams, body: officerRolesRequest, response: { 200: officerRolesView, ...refusals } } },
    async (request) => {
      const admin = await requireAnyAdmin(request, store)
      const officer = await officerOf(admin, request.params.officer)
      const given = [...new Set(request.body.roles)]
      await audit.write({
        atMs: clock(),
        region: officer.region ?? admin.region ?? malls.regions[0]?.slug ?? '',
        act: 'roles.set',
        by: adminActor(admin.officer),
        citizen: null,
        about: { kind: 'officer', id: officer.id },
        why: `peran: ${given.length === 0 ? 'tidak ada' : given.join(', ')}`,
      })
      await roles.put(officer.id, given, admin.officer.id)
      return { officer: officer.id, roles: await roles.of(officer), isSet: true }
    },
  )

  function regionOf(admin: Admin, asked: string | undefined): string {
    const region = asked ?? admin.region ?? malls.regions[0]?.slug ?? ''
    if (malls.region(region) === null) throw apiError('unknown-region', { region })
    if (admin.region !== null && admin.region !== region) throw apiError('forbidden')
    return region
  }
  /** An officer whom this administrator may change. @throws unknown-officer also for one of another region; the first account nobody changes */
  async function officerOf(admin: Admin, id: string) {
    const officer = await store.findOfficer(id)
    if (officer === null || officer.region === null) throw apiError('unknown-officer')
    if (admin.region !== null && officer.region !== admin.region) throw apiError('unknown-officer')
    return officer
  }
}
