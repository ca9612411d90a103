import type { FastifyRequest } from 'fastify'
import type { DataRequestOpen } from '../../game/api/index.ts'
import { readCaseNumber, type Breach, type DataRequest } from '../../game/case/index.ts'
import type { RightsService } from '../rights/index.ts'
import type { OfficerRow, RecordRow } from '../store/index.ts'
import { adminActor, requireAdmin } from './admin-rights.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { rolesOfOfficer } from './officer-rights.ts'
import {
  breachesSchema,
  breachParams,
  breachQuery,
  breachRequest,
  breachSchema,
  dataAnswerRequest,
  dataRequestOpen,
  dataRequestsSchema,
  newBreachRequest,
  requestParams,
} from './rights-schemas.ts'
import { breachView, dataRequestView } from './rights-views.ts'
import { refusals, regionQuery } from './schemas.ts'
import { requireOfficer } from './who.ts'

/** How many wrong numbers a refusal names. */
const mostNamed = 8

/** What the install owes for people's rights: answers to their requests, and the register of breaches. */
export function registerRightsOfficerRoutes(routes: Routes, services: AppServices & { readonly rights: RightsService }): void {
  const { rights, audit, malls, store, clock } = services

  routes.get(
    '/api/officer/data-requests',
    { schema: { querystring: regionQuery, response: { 200: dataRequestsSchema, ...refusals } } },
    async (request, reply) => {
      const { officer, isAdmin } = await requireDesk(request)
      const region = officer.region ?? request.query.region ?? malls.regions[0].slug
      if (malls.region(region) === null) throw apiError('unknown-region', { region })
      const rows = await rights.requests.openAt(region, isAdmin ? null : officer.agency)
      reply.header('cache-control', 'no-store')
      const requests: DataRequestOpen[] = []
      for (const row of rows) requests.push(await openTo(officer, row, isAdmin))
      return { requests }
    },
  )
  routes.post(
    '/api/officer/data-requests/:request/answer',
    { schema: { params: requestParams, body: dataAnswerRequest, response: { 200: dataRequestOpen, ...refusals } } },
    async (request) => {
      const { officer, isAdmin } = await requireDesk(request)
      const row = await rights.requests.find(request.params.request)
      if (row === null || !mayAnswer(officer, row, isAdmin)) throw apiError('unknown-request')
      const { type, words } = request.body
      await audit.write({
        atMs: clock(),
        region: row.region,
        act: `data-request.${type}`,
        by: actorOf(officer, isAdmin),
        citizen: row.owner,
        about: { kind: 'data-request', id: row.id },
        why: 'menjawab permintaan atas data',
      })
      return openTo(officer, await rights.requests.answer(row, { type, words, officer: officer.id }), isAdmin)
    },
  )

  routes.get(
    '/api/admin/breaches',
    { schema: { querystring: breachQuery, response: { 200: breachesSchema, ...refusals } } },
    async (request, reply) => {
      const { region } = request.query
      await requireAdmin(request, store, region)
      reply.header('cache-control', 'no-store')
      return { breaches: (await rights.breaches.at(region)).map(breachView) }
    },
  )
  routes.post(
    '/api/admin/breaches',
    { schema: { body: newBreachRequest, response: { 201: breachSchema, ...refusals } } },
    async (request, reply) => {
      const { region, foundAt } = request.body
      const officer = await requireAdmin(request, store, region)
      if (malls.region(region) === null) throw apiError('unknown-region', { region })
      const breach = await rights.breaches.found(region, Date.parse(foundAt), officer.id)
      await write(officer, breach, 'breach.found')
      return reply.code(201).send(breachView(breach))
    },
  )
  routes.put(
    '/api/admin/breaches/:breach',
    { schema: { params: breachParams, body: breachRequest, response: { 200: breachSchema, ...refusals } } },
    async (request) => {
      const { officer, id, region } = await adminOf(request, request.params.breach)
      const { facts = {}, people, isPublic = null } = request.body
      const known = people === undefined ? null : await citizensOf(people, region)
      const breach = await rights.breaches.describe(id, { facts: given(facts), people: known, isPublic }, officer.id)
      await write(officer, breach, 'breach.described')
      return breachView(breach)
    },
  )
  for (const [path, act] of [
    ['notify', 'notify'],
    ['close', 'close'],
  ] as const) {
    routes.post(
      `/api/admin/breaches/:breach/${path}`,
      { schema: { params: breachParams, response: { 200: breachSchema, ...refusals } } },
      async (request) => {
        const { officer, id } = await adminOf(request, (request.params as { breach: string }).breach)
        const breach = await rights.breaches[act](id, officer.id)
        await write(officer, breach, act === 'notify' ? 'breach.notified' : 'breach.closed')
        return breachView(breach)
      },
    )
  }

  async function requireDesk(request: FastifyRequest): Promise<{ officer: OfficerRow; isAdmin: boolean }> {
    const officer = await requireOfficer(request)
    const isAdmin = (await rolesOfOfficer(store, officer)).has('admin')
    if (!isAdmin && officer.agency === null) throw apiError('forbidden')
    return { officer, isAdmin }
  }
  async function openTo(officer: OfficerRow, row: RecordRow, isAdmin: boolean): Promise<DataRequestOpen> {
    const words = await rights.requests.wordsOf(row, actorOf(officer, isAdmin))
    return { ...dataRequestView(row.data as DataRequest, clock()), ...words }
  }
  /** The breach is looked up first, so that its own region's administrator is asked for; to others it is not there. */
  async function adminOf(request: FastifyRequest, id: string): Promise<{ officer: OfficerRow; id: string; region: string }> {
    await requireOfficer(request)
    const breach = await rights.breaches.find(id)
    if (breach === null) throw apiError('unknown-breach')
    return { officer: await requireAdmin(request, store, breach.region), id, region: breach.region }
  }
  /** Citizens by the numbers of their applications in this region, or by their ids. @throws unknown-people when any is neither: none of them may be forgotten */
  async function citizensOf(names: readonly string[], region: string): Promise<string[]> {
    const found = new Set<string>()
    const unknown: string[] = []
    for (const name of names) {
      const citizen = (await store.findCitizen(name))?.id ?? (await applicantOf(name, region))
      if (citizen === null) unknown.push(name)
      else found.add(citizen)
    }
    if (unknown.length > 0) throw apiError('unknown-people', { names: listed(unknown), count: unknown.length })
    return [...found]
  }
  async function applicantOf(name: string, region: string): Promise<string | null> {
    const number = readCaseNumber(name)
    const row = await (number === null ? store.findRecord('case', name) : store.findRecord('case-number', number))
    return row?.region === region ? row.owner : null
  }
  function write(officer: OfficerRow, { id, region }: Breach, act: string): Promise<void> {
    const why = 'kegagalan pelindungan data'
    return audit.write({ atMs: clock(), region, act, by: adminActor(officer), citizen: null, about: { kind: 'breach', id }, why })
  }
}

function mayAnswer({ region, agency }: OfficerRow, row: RecordRow, isAdmin: boolean): boolean {
  return (region === null || region === row.region) && (isAdmin || (agency !== null && agency === row.desk))
}

function actorOf({ id, agency }: OfficerRow, isAdmin: boolean) {
  return { role: isAdmin ? 'admin' : 'officer', id, agency } as const
}

/** The first of them: a sentence of thousands would not be read. */
function listed(names: readonly string[]): string {
  return names.length <= mostNamed ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')}, …`
}

/** Fields that were sent. */
function given<Value>(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined))
}
