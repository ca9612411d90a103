import type { FastifyRequest } from 'fastify'
import type { OfficerRow } from '../store/index.ts'
import { requireAuditor as requireAuditorOf } from './admin-rights.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { accessesSchema, auditDayParams, auditDaySchema, auditDaysSchema, auditRegionQuery } from './document-schemas.ts'
import { iso } from './document-views.ts'
import { refusals, textAnswer } from './schemas.ts'
import { requireCitizen } from './who.ts'

/** So many are shown to a citizen; the audit itself has them all. */
const mostAccesses = 500

/** Who opened whose record, and why: to the citizen what is about them, to an auditor the whole day, and a file that names nobody. */
export function registerAuditRoutes(
  routes: Routes,
  { audit, store, malls, clock }: Pick<AppServices, 'audit' | 'store' | 'malls' | 'clock'>,
): void {
  routes.get('/api/accesses', { schema: { response: { 200: accessesSchema, ...refusals } } }, async (request, reply) => {
    const citizen = await requireCitizen(request)
    reply.header('cache-control', 'no-store')
    const groups = (await audit.accessGroupsOf(citizen.id)).slice(0, mostAccesses)
    return {
      accesses: groups.map(({ region, agency, ...group }) => ({
        ...group,
        agency: agency === null ? null : (malls.agency(region, agency)?.name ?? agency),
      })),
    }
  })

  routes.get(
    '/api/officer/audit',
    { schema: { querystring: auditRegionQuery, response: { 200: auditDaysSchema, ...refusals } } },
    async (request, reply) => {
      const { region } = request.query
      await requireAuditor(request, region)
      reply.header('cache-control', 'no-store')
      return { region, days: await audit.daysOf(region) }
    },
  )

  routes.get(
    '/api/officer/audit/:day',
    { schema: { params: auditDayParams, querystring: auditRegionQuery, response: { 200: auditDaySchema, ...refusals } } },
    async (request, reply) => {
      const { region } = request.query
      const { day } = request.params
      const officer = await requireAuditor(request, region)
      const entries = await audit.entriesOf(region, day)
      if (entries.length === 0) throw apiError('no-audit')
      // Who reads the book stands in it too.
      const by = { role: 'auditor', id: officer.id, agency: officer.agency } as const
      const about = { kind: 'day', id: day }
      await audit.write({ atMs: clock(), region, act: 'audit.read', by, citizen: null, about, why: 'memeriksa catatan akses' })
      reply.header('cache-control', 'no-store')
      return {
        region,
        day,
        entries: entries.map(({ atMs, proof, ...entry }, index) => ({ ...entry, line: index + 1, at: iso(atMs), hash: proof.hash })),
      }
    },
  )

  routes.get(
    '/api/officer/audit/:day/export',
    { schema: { params: auditDayParams, querystring: auditRegionQuery, response: { 200: textAnswer, ...refusals } } },
    async (request, reply) => {
      const { region } = request.query
      const { day } = request.params
      await requireAuditor(request, region)
      const exported = await audit.exportDay(region, day)
      if (exported === null) throw apiError('no-audit')
      const text = [exported.head, ...exported.lines].map((row) => JSON.stringify(row)).join('\n')
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="audit-${region}-${day}.jsonl"`)
        .type('application/x-ndjson; charset=utf-8')
        .send(`${text}\n`)
    },
  )

  /** Of the region, or of none. The audit of the install itself is for whoever belongs to no region. */
  async function requireAuditor(request: FastifyRequest, region: string): Promise<OfficerRow> {
    const officer = await requireAuditorOf(request, store, region)
    if (region !== installRegion && malls.region(region) === null) throw apiError('unknown-region', { region })
    return officer
  }
}

/** Where acts on the install itself are written. */
const installRegion = 'install'
