import type { FastifyInstance, FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ApiErrorCode, CounterStream } from '../../game/api/index.ts'
import { liveLimits } from '../../game/stream/index.ts'
import { playlistPath, type StreamOrigin } from './stream-origin.ts'
import { apiError } from '../http/api-error.ts'
import { answerRefusal } from './stream-refusal.ts'
import { counterParams, partQuery, slateBody, startedSchema, startSchema, streamParams } from './stream-schemas.ts'
import { registerWatchRoutes } from './watch-routes.ts'

export type StreamRouteOptions = {
  readonly origin: StreamOrigin
  /** Who sends, and the counter that this officer holds open; or the refusal to answer. Asked for each upload. */
  readonly officerAt: (
    request: FastifyRequest,
  ) => Promise<{ readonly officer: string; readonly counter: string } | { readonly refuse: ApiErrorCode }>
  readonly counterExists: (counter: string) => boolean | Promise<boolean>
  /** A counter's picture came, went, or became a slate. */
  readonly onChange: (counter: string, state: CounterStream) => void
}

/** The officer's uploads under /api/stream and everybody's playlists under /stream. Ends the origin with the app. */
export async function registerStreamRoutes(app: FastifyInstance, options: StreamRouteOptions): Promise<void> {
  const { origin, officerAt, counterExists } = options
  const unsubscribe = origin.subscribe(options.onChange)
  // Before the app waits for its open requests: some of them wait here.
  app.addHook('preClose', async () => {
    origin.close()
    unsubscribe()
  })

  await app.register(async (plain) => {
    plain.setErrorHandler((error, request, reply) => {
      if (!answerRefusal(error, request, reply)) throw error
    })
    registerWatchRoutes(plain, { origin, counterExists })

    plain.setValidatorCompiler(validatorCompiler)
    plain.setSerializerCompiler(serializerCompiler)
    plain.removeContentTypeParser('application/octet-stream')
    const parse = { parseAs: 'buffer', bodyLimit: liveLimits.maxPartBytes } as const
    plain.addContentTypeParser('application/octet-stream', parse, async (_request: FastifyRequest, body: Buffer) => body)
    const scope = plain.withTypeProvider<ZodTypeProvider>()

    async function mayUpload(request: FastifyRequest): Promise<void> {
      const { counter } = request.params as { counter: string }
      if (!(await counterExists(counter))) throw apiError('unknown-counter', { counter })
      const answer = await officerAt(request)
      if ('refuse' in answer) throw apiError(answer.refuse, { counter })
      if (answer.counter !== counter) throw apiError('forbidden')
    }

    const start = { params: counterParams, body: startSchema, response: { 200: startedSchema } }
    scope.post('/api/stream/:counter', { schema: start, preHandler: mayUpload }, async (request) => {
      const { counter } = request.params
      if (!request.body.video && !request.body.audio) throw apiError('bad-request', { reason: 'video or audio must be given' })
      return { stream: origin.start(counter), playlist: playlistPath(counter) }
    })

    const initOptions = { schema: { params: streamParams }, bodyLimit: liveLimits.maxInitBytes, preHandler: mayUpload }
    scope.post('/api/stream/:counter/:stream/init', initOptions, async (request, reply) => {
      origin.putInit(request.params.counter, request.params.stream, bytesOf(request.body))
      return reply.code(204).send()
    })

    const partOptions = {
      schema: { params: streamParams, querystring: partQuery },
      bodyLimit: liveLimits.maxPartBytes,
      preHandler: mayUpload,
    }
    scope.post('/api/stream/:counter/:stream/parts', partOptions, async (request, reply) => {
      const { counter, stream } = request.params
      const { segment, part, duration, independent, last } = request.query
      const bytes = bytesOf(request.body)
      origin.putPart(counter, stream, { segment, part, durationS: duration, isIndependent: independent, isLast: last, bytes })
      return reply.code(204).send()
    })

    const slate = { schema: { params: streamParams, body: slateBody }, preHandler: mayUpload }
    scope.post('/api/stream/:counter/:stream/slate', slate, async (request, reply) => {
      origin.setSlate(request.params.counter, request.params.stream, request.body.on)
      return reply.code(204).send()
    })

    scope.delete('/api/stream/:counter/:stream', { schema: { params: streamParams }, preHandler: mayUpload }, async (request, reply) => {
      origin.end(request.params.counter, request.params.stream)
      return reply.code(204).send()
    })
  })
}

function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array)) throw apiError('bad-request', { reason: 'the body must be application/octet-stream' })
  return body
}
