import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { retentionClasses, type DataRequest } from '../../game/case/index.ts'
import { officeDay } from '../../game/queue/index.ts'
import type { DataRequestRequest } from '../../game/api/index.ts'
import type { RightsService } from '../rights/index.ts'
import type { CitizenRow, RecordRow } from '../store/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import {
  consentParams,
  consentSchema,
  dataRequestOpen,
  dataRequestRequest,
  dataRequestSchema,
  erasureRequest,
  erasureResponse,
  requestParams,
  rightsSchema,
  zipAnswer,
} from './rights-schemas.ts'
import { breachNotice, consentView, dataRequestView, holdingViews } from './rights-views.ts'
import { refusals } from './schemas.ts'
import { requireCitizen } from './who.ts'

/** An archive costs a reading of every paper: a few an hour are enough. */
const exportLimit = { rateLimit: { max: 6, timeWindow: '1 hour' } }
const jakartaMinutes = 420

/** A citizen's rights over their own data. */
export function registerRightsRoutes(routes: Routes, services: AppServices & { readonly rights: RightsService }): void {
  const { rights, audit, malls, store, clock } = services

  routes.get('/api/rights', { schema: { response: { 200: rightsSchema, ...refusals } } }, async (request, reply) => {
    const { id } = await requireCitizen(request)
    const [consents, holdings, requests, breaches] = await Promise.all([
      rights.consents.of(id),
      rights.holdings.all(id),
      rights.requests.of(id),
      rights.breaches.toldTo(id),
    ])
    reply.header('cache-control', 'no-store')
    return {
      consents: consents.map(consentView),
      holdings: holdingViews(holdings),
      requests: requests.map(({ data }) => dataRequestView(data as DataRequest, clock())),
      breaches: breaches.map(breachNotice),
    }
  })

  routes.post(
    '/api/rights/consents/:consent/withdraw',
    { schema: { params: consentParams, response: { 200: consentSchema, ...refusals } } },
    async (request) => {
      const citizen = await requireCitizen(request)
      const consent = await rights.consents.withdraw(citizen.id, request.params.consent)
      await write(citizen, 'consent.withdrawn', { kind: 'consent', id: consent.id }, 'menarik persetujuan')
      return consentView(consent)
    },
  )

  routes.get(
    '/api/rights/export',
    { schema: { response: { 200: zipAnswer, ...refusals } }, config: exportLimit },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      await write(citizen, 'data.exported', { kind: 'account', id: citizen.id }, 'mengunduh data sendiri')
      const body = Readable.from(await rights.exportOf(citizen))
      // A connection that ends half-way is no fault of ours.
      body.on('error', (error) => request.log.warn({ error }, 'an archive was not finished'))
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="data-saya-${officeDay(clock(), jakartaMinutes)}.zip"`)
        .type('application/zip')
        .send(body)
    },
  )

  routes.post(
    '/api/rights/erasure',
    { schema: { body: erasureRequest, response: { 200: erasureResponse, ...refusals } } },
    async (request) => {
      const citizen = await requireCitizen(request)
      await write(citizen, 'data.erased', { kind: 'account', id: citizen.id }, 'menghapus data sendiri')
      const { erased, kept } = await rights.eraser.erase(citizen.id, request.body.class)
      return {
        erased,
        kept: kept.map(({ class: slug, count, why, untilMs }) => {
          const { basis, keeps } = retentionClasses[slug]
          return { class: slug, count, why, until: untilMs === null ? null : officeDay(untilMs, jakartaMinutes), basis, keeps }
        }),
      }
    },
  )

  routes.post(
    '/api/rights/requests',
    { schema: { body: dataRequestRequest, response: { 201: dataRequestSchema, ...refusals } } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      const { kind, about, words } = request.body
      const { region, desk } = await deskOf(citizen, about)
      const row = await rights.requests.ask({ citizen: citizen.id, region, desk, kind, about, words })
      return reply.code(201).send(dataRequestView(row.data as DataRequest, clock()))
    },
  )
  routes.get(
    '/api/rights/requests/:request',
    { schema: { params: requestParams, response: { 200: dataRequestOpen, ...refusals } } },
    async (request, reply) => {
      const { citizen, row } = await ownRequest(request, request.params.request)
      reply.header('cache-control', 'no-store')
      const words = await rights.requests.wordsOf(row, { role: 'citizen', id: citizen.id, agency: null })
      return { ...dataRequestView(row.data as DataRequest, clock()), ...words }
    },
  )

  /** Who can put it right: the agency that holds it, else the region's administrator. @throws bad-request for what is not theirs */
  async function deskOf({ id }: CitizenRow, about: DataRequestRequest['about']): Promise<{ region: string; desk: string }> {
    const home = { region: malls.regions[0].slug, desk: '' }
    if (about.kind === 'account') {
      const [latest] = await store.ticketsOf(id, 0)
      return latest === undefined ? home : { region: latest.region, desk: '' }
    }
    const row = await store.findRecord(about.kind, about.id)
    if (row === null || row.owner !== id) throw apiError('not-found')
    return { region: row.region === '' ? home.region : row.region, desk: row.desk }
  }
  async function ownRequest(request: FastifyRequest, id: string): Promise<{ citizen: CitizenRow; row: RecordRow }> {
    const citizen = await requireCitizen(request)
    const row = await rights.requests.find(id)
    if (row === null || row.owner !== citizen.id) throw apiError('unknown-request')
    return { citizen, row }
  }
  function write(citizen: CitizenRow, act: string, about: { kind: string; id: string }, why: string): Promise<void> {
    const by = { role: 'citizen', id: citizen.id, agency: null } as const
    return audit.write({ atMs: clock(), region: malls.regions[0].slug, act, by, citizen: citizen.id, about, why })
  }
}
