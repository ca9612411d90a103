import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { codeParams, idempotencyHeaders, kioskHeaders, kioskRequest, kioskTicket, refusals } from './schemas.ts'
import { codeLimit } from './ticket-routes.ts'

/** Numbers without a telephone or an account: taken at a paired kiosk, found again by the code below the number. */
export function registerKioskRoutes(routes: Routes, { queue, views, kiosks }: AppServices): void {
  routes.post(
    '/api/kiosk/tickets',
    { schema: { headers: idempotencyHeaders.extend(kioskHeaders.shape), body: kioskRequest, response: { 201: kioskTicket, ...refusals } } },
    async (request, reply) => {
      const { region, group, service, route = [], priority = null } = request.body
      const key = request.headers['x-kiosk-key']
      if (!kiosks.isPaired(region, key)) throw apiError('kiosk-key')
      const placed = await queue.issue({
        region,
        group,
        service,
        route,
        priority,
        slotAtMs: null,
        channel: 'kiosk',
        device: null,
        citizen: null,
        scope: `kiosk/${region}`,
        key: request.headers['idempotency-key'],
      })
      const code = await queue.codes.codeOf(placed.ticket.id, region)
      return reply.code(201).send({ ticket: await views.ticket(placed), code })
    },
  )

  routes.get(
    '/api/kiosk/tickets/:code',
    { schema: { params: codeParams, response: { 200: kioskTicket, ...refusals } }, config: codeLimit },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { code } = request.params
      const ticket = await queue.codes.find(code)
      const placed = ticket === null ? null : await queue.find(ticket)
      if (placed === null) throw apiError('unknown-code', { code })
      return { ticket: await views.ticket(placed), code: code.toUpperCase().replaceAll(/[\s-]/g, '') }
    },
  )
}
