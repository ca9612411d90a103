import { isGuest } from '../queue/index.ts'
import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { codeParams, idempotencyHeaders, kioskHeaders, kioskRequest, kioskTicket, refusals } from './schemas.ts'
import { codeLimit } from './ticket-routes.ts'

/** What the holder of a code may do with their place, as a person with an account does. */
const codeActions = ['rejoin', 'return', 'cancel'] as const

const plainCode = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/g, '')

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
      const [code, ticket] = await Promise.all([queue.codes.codeOf(placed.ticket.id, region), views.ticket(placed)])
      return reply.code(201).send({ ticket, code })
    },
  )

  for (const action of codeActions) {
    routes.post(
      `/api/kiosk/tickets/:code/${action}`,
      { schema: { params: codeParams, response: { 200: kioskTicket, ...refusals } }, config: codeLimit },
      async (request) => {
        const { code } = request.params
        const id = await queue.codes.find(code)
        const placed = id === null ? null : await queue.find(id)
        // Once it is somebody's, the account is the key to it and no longer the paper.
        if (placed === null || !isGuest(placed.ticket.citizen)) throw apiError('unknown-code', { code })
        const now = await queue.act(placed.ticket.id, placed.ticket.citizen, action)
        return { ticket: await views.ticket(now), code: plainCode(code) }
      },
    )
  }

  routes.get(
    '/api/kiosk/tickets/:code',
    { schema: { params: codeParams, response: { 200: kioskTicket, ...refusals } }, config: codeLimit },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { code } = request.params
      const ticket = await queue.codes.find(code)
      const placed = ticket === null ? null : await queue.find(ticket)
      if (placed === null) throw apiError('unknown-code', { code })
      return { ticket: await views.ticket(placed), code: plainCode(code) }
    },
  )
}
