import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { proofDays, proofParams, refusals, regionDayParams, textAnswer } from './schemas.ts'

/** What anybody may read to check a day's order: no names in it. */
export function registerProofRoutes(routes: Routes, { malls, queue }: AppServices): void {
  routes.get(
    '/api/regions/:region/proof/:day',
    { schema: { params: regionDayParams, response: { 200: proofDays, ...refusals } } },
    async (request, reply) => {
      const { region, day } = request.params
      requireRegion(region)
      const lines = await Promise.all(
        (await queue.linesOf(region, day)).map(async (line) => ({ group: line.group, events: (await line.load()).version })),
      )
      reply.header('cache-control', 'no-store')
      return { day, lines: lines.sort((a, b) => (a.group < b.group ? -1 : 1)) }
    },
  )

  routes.get(
    '/api/regions/:region/proof/:day/:group',
    { schema: { params: proofParams, response: { 200: textAnswer, ...refusals } } },
    async (request, reply) => {
      const { region, day, group } = request.params
      requireRegion(region)
      const line = (await queue.linesOf(region, day)).find((one) => one.group === group)
      const proof = line === undefined ? null : await line.exportProof()
      if (proof === null) throw apiError('no-proof')
      const text = [proof.head, ...proof.lines].map((row) => JSON.stringify(row)).join('\n')
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="bukti-${region}-${group}-${day}.jsonl"`)
        .type('application/x-ndjson; charset=utf-8')
        .send(`${text}\n`)
    },
  )

  function requireRegion(region: string): void {
    if (malls.region(region) === null) throw apiError('unknown-region', { region })
  }
}
