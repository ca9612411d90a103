import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paperUploadPath } from '../../game/api/index.ts'
import type { Uploads } from '../papers/index.ts'
import { apiError } from './api-error.ts'
import { uploadParams } from './paper-schemas.ts'
import { requireCitizen } from './who.ts'

/**
 * Uploads by tus 1.0.0. Who may is decided here, in our words and with our refusals; then the raw request goes to the protocol's own server.
 * Register it in a scope of its own: bodies are not read by the app here.
 */
export function registerPaperUploadRoutes(scope: FastifyInstance, uploads: Uploads): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null))

  scope.post(paperUploadPath, { schema: { description: 'tus 1.0.0: makes an upload' } }, async (request, reply) => {
    const citizen = await requireCitizen(request)
    const length = request.headers['upload-length']
    if (typeof length !== 'string' || !/^\d{1,15}$/.test(length))
      throw apiError('bad-request', { reason: 'Upload-Length must say how many bytes will come' })
    // Bytes in the request that makes an upload would be lost with its answer: nobody could ask where they went.
    if (request.headers['content-type'] !== undefined) throw apiError('bad-request', { reason: 'an upload is made without a body' })
    const id = await uploads.reserve(citizen.id, Number(length))
    await handOver(request, reply, id)
    if (reply.raw.statusCode !== 201) await uploads.discard(id)
  })

  for (const method of ['HEAD', 'PATCH'] as const) {
    scope.route({
      method,
      url: `${paperUploadPath}/:upload`,
      schema: { params: uploadParams, description: 'tus 1.0.0: asks how far an upload is, goes on with it' },
      async handler(request, reply) {
        const citizen = await requireCitizen(request)
        const { upload } = request.params as { upload: string }
        await uploads.demand(upload, citizen.id)
        await handOver(request, reply, null)
      },
    })
  }

  // Not left to the protocol's server: its answer would come before the place among the unfinished ones is free again.
  scope.delete(
    `${paperUploadPath}/:upload`,
    { schema: { params: uploadParams, description: 'tus 1.0.0: gives an upload up' } },
    async (request, reply) => {
      const citizen = await requireCitizen(request)
      const { upload } = request.params as { upload: string }
      await uploads.demand(upload, citizen.id)
      await uploads.discard(upload)
      return reply.code(204).header('tus-resumable', '1.0.0').send()
    },
  )

  async function handOver(request: FastifyRequest, reply: FastifyReply, id: string | null): Promise<void> {
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
    reply.raw.setHeader('cache-control', 'no-store')
    try {
      await uploads.handle(request.raw, reply.raw, id)
    } catch (error) {
      // The line is gone, or the disk: whoever sends asks again where to go on.
      request.log.error({ error }, 'an upload request failed')
      reply.raw.destroy()
    }
  }
}
