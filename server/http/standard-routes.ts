import { feeAt, promisedWorkingDays, type WorkCalendar } from '../../game/case/index.ts'
import type { StandardResponse } from '../../game/api/index.ts'
import type { ServiceHome } from '../mall/index.ts'
import type { OfficerRow } from '../store/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { rolesOfOfficer } from './officer-rights.ts'
import { createPackedAnswers } from './packed-answer.ts'
import { refusals, regionQuery } from './schemas.ts'
import { officerStandardParams, officerStandardSchema, publishedStandardSchema, serviceParams } from './standard-schemas.ts'
import { requireOfficer } from './who.ts'

type RegionalHome = ServiceHome & { readonly timeZone: string }

/** What an agency promises for a service: the published part for everybody, the kept part for its officers. */
export function registerStandardRoutes(routes: Routes, services: AppServices): void {
  const { malls, store, queue } = services
  const packed = createPackedAnswers(512)

  routes.get(
    '/api/regions/:region/services/:service/standard',
    { schema: { params: serviceParams, response: { 200: publishedStandardSchema, ...refusals } } },
    async (request, reply) => {
      const { region, service } = request.params
      const home = requireService(region, service)
      const today = queue.actors.dayNow(region)
      const exemptionsUsed = (await services.exemptionsUsed?.(region, service)) ?? {}
      const calendar = await calendarFrom(region, service, today)
      const body = standardAnswer(region, home, { today, exemptionsUsed, calendar })
      return packed.send(request, reply, {
        key: `standard/${region}/${service}/${body.version}/${today}/${JSON.stringify([exemptionsUsed, calendar])}`,
        type: 'application/json; charset=utf-8',
        text: () => JSON.stringify(body),
      })
    },
  )

  routes.get(
    '/api/officer/standards/:service',
    { schema: { params: officerStandardParams, querystring: regionQuery, response: { 200: officerStandardSchema, ...refusals } } },
    async (request, reply) => {
      const officer = await requireOfficer(request)
      const { service } = request.params
      const region = request.query.region ?? officer.region
      if (region === null) throw apiError('bad-request', { reason: 'querystring.region: name the region' })
      const { agency, service: row } = requireService(region, service)
      if (!(await mayRead(officer, region, agency.slug))) throw apiError('forbidden')
      reply.header('cache-control', 'no-store')
      const current = malls.standard(region, service)?.version ?? 1
      return { region, agency: agency.slug, name: row.name, current, versions: malls.standardVersions(region, service) }
    },
  )

  function standardAnswer(
    region: string,
    { agency, group, service, timeZone }: RegionalHome,
    { today, exemptionsUsed, calendar }: Pick<StandardResponse, 'today' | 'exemptionsUsed' | 'calendar'>,
  ): StandardResponse {
    const standard = malls.standard(region, service.slug)
    if (standard === null) throw apiError('unknown-service', { service: service.slug })
    const { kept: _, ...published } = standard
    return {
      ...published,
      region,
      agency: agency.slug,
      group: group.slug,
      agencyName: agency.name,
      name: service.name,
      timeZone,
      today,
      feeNow: feeAt(standard.tariff, { day: today, answers: {}, exemptionsUsed }),
      workingDays: promisedWorkingDays(standard),
      calendar,
      exemptionsUsed,
    }
  }

  /** Only where something can be sent; holidays that are over are left out. */
  async function calendarFrom(region: string, service: string, today: string): Promise<WorkCalendar | null> {
    if (services.cases === undefined || (malls.standard(region, service)?.form ?? null) === null) return null
    const calendar = await services.cases.calendars.of(region)
    return { ...calendar, holidays: calendar.holidays.filter(({ day }) => day >= today) }
  }

  /** Of the agency in that region, or somebody who administers it. */
  async function mayRead(officer: OfficerRow, region: string, agency: string): Promise<boolean> {
    if (officer.region !== null && officer.region !== region) return false
    if (officer.agency === null || officer.agency === agency) return true
    return (await rolesOfOfficer(store, officer)).has('admin')
  }

  function requireService(region: string, service: string): RegionalHome {
    const place = malls.region(region)
    if (place === null) throw apiError('unknown-region', { region })
    const home = malls.serviceHome(region, service)
    if (home === null) throw apiError('unknown-service', { service })
    return { ...home, timeZone: place.timeZone }
  }
}
