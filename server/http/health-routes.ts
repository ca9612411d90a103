import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AppServices } from './app-services.ts'

const healthSchema = z.object({ ok: z.boolean(), store: z.boolean(), worlds: z.boolean() })

/** For the one who runs the server: /healthz answers 200 while citizens can be served, /metrics in Prometheus' text form
 * (`?only=balai_world`: those whose names begin so). */
export function registerHealthRoutes(app: FastifyInstance, { store, metrics, areWorldsAlive }: AppServices): void {
  app.get('/healthz', { schema: { response: { 200: healthSchema, 503: healthSchema } } }, async (request, reply) => {
    let isStoreWell = true
    try {
      await store.check()
    } catch (error) {
      isStoreWell = false
      request.log.error({ error }, 'the store cannot write')
    }
    const worlds = areWorldsAlive()
    // Walking is one skin of three: without it everybody is still served.
    return reply
      .code(isStoreWell ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: isStoreWell && worlds, store: isStoreWell, worlds })
  })

  app.get(
    '/metrics',
    { schema: { hide: true, querystring: z.object({ only: z.string().max(60).optional() }) } },
    async (request, reply) => {
      const { only } = request.query as { only?: string }
      const { type, text } = await metrics.read(only)
      return reply.header('content-type', type).header('cache-control', 'no-store').send(text)
    },
  )
}
