import type { FastifyInstance, FastifyReply } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { chooseEncoding } from './playlist-cache.ts'
import type { StreamOrigin } from './stream-origin.ts'
import { apiError } from '../http/api-error.ts'
import { counterParams, fileParams, playlistQuery } from './stream-schemas.ts'

/** rfc8216bis asks for three target durations or more; then 503, and the player asks again. */
const playlistWaitMs = 5000
/** A hinted part comes within a quarter of a second; longer means a stumbling uplink. */
const fileWaitMs = 3000

/** GET /stream/:counter/live.m3u8 and the files it names; open to everybody, no cookie is looked at. */
export function registerWatchRoutes(
  plain: FastifyInstance,
  options: { origin: StreamOrigin; counterExists: (counter: string) => boolean | Promise<boolean> },
): void {
  const { origin, counterExists } = options
  plain.setValidatorCompiler(validatorCompiler)
  plain.setSerializerCompiler(serializerCompiler)
  const scope = plain.withTypeProvider<ZodTypeProvider>()

  scope.get('/stream/:counter/live.m3u8', { schema: { params: counterParams, querystring: playlistQuery } }, async (request, reply) => {
    const { counter } = request.params
    const { _HLS_msn: msn, _HLS_part: part } = request.query
    const question = msn === undefined ? null : { msn, part: part ?? null }
    const answer = await origin.playlist(counter, question, { waitMs: playlistWaitMs, signal: untilGone(reply) })
    reply.header('cache-control', 'no-store')
    if (answer.kind !== 'playlist') {
      if (answer.kind === 'late') return reply.code(503).header('retry-after', '1').send()
      if (answer.kind === 'bad') throw apiError('bad-request', { reason: `_HLS_msn ${msn} lies too far ahead` })
      throw (await counterExists(counter)) ? apiError('unknown-stream') : apiError('unknown-counter', { counter })
    }
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.header('vary', 'accept-encoding').type('application/vnd.apple.mpegurl').send(answer.cache.read(encoding))
  })

  scope.get('/stream/:counter/:file', { schema: { params: fileParams } }, async (request, reply) => {
    const { counter, file } = request.params
    const answer = await origin.file(counter, file, { waitMs: fileWaitMs, signal: untilGone(reply) })
    if (answer.kind !== 'bytes') {
      reply.header('cache-control', 'no-store')
      throw apiError('not-found')
    }
    // Numbers are never used twice, so a name always means the same bytes.
    reply.header('cache-control', 'public, max-age=60, immutable').type('video/mp4')
    const { bytes } = answer
    return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}

/** Aborts when the viewer has closed the connection: nobody waits for nobody. */
function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  return gone.signal
}
