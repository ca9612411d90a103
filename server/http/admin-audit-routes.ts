import type { AuditBookDay } from '../../game/api/index.ts'
import { closingAct } from '../../game/case/index.ts'
import { requireAuditor } from './admin-rights.ts'
import { auditBook, auditBookQuery } from './admin-schemas.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { refusals } from './schemas.ts'

/** Each day is read whole for its last hash: a page has so many. */
const daysAtOnce = 14

/** The audit as a list of days, for the page of those who keep it; the days themselves are exported beside (`audit-routes.ts`). */
export function registerAdminAuditRoutes(routes: Routes, { audit, store, malls }: Pick<AppServices, 'audit' | 'store' | 'malls'>): void {
  routes.get(
    '/api/admin/audit',
    { schema: { querystring: auditBookQuery, response: { 200: auditBook, ...refusals } } },
    async (request, reply) => {
      const { region, before } = request.query
      await requireAuditor(request, store, region)
      if (malls.region(region) === null) throw apiError('unknown-region', { region })
      const known = (await audit.daysOf(region)).filter((day) => before === undefined || day < before).reverse()
      const days: AuditBookDay[] = []
      for (const day of known.slice(0, daysAtOnce)) {
        const lines = (await audit.exportDay(region, day))?.lines ?? []
        const last = lines.at(-1)
        if (last !== undefined) days.push({ day, lines: lines.length, hash: last.hash, isClosed: last.entry.act === closingAct })
      }
      reply.header('cache-control', 'no-store')
      return { region, days, isMore: known.length > daysAtOnce }
    },
  )
}
