import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { ApiErrorCode, Region } from '../../game/api/index.ts'
import { apiCodeOf, apiErrorAnswer } from './api-error.ts'
import { answerLanguage } from './language.ts'
import { sendRefusalPage, wantsPage } from './refusal-page.ts'

/**
 * Every refusal leaves as an ApiErrorBody in the language of who asked. A fault of our own is logged under an id, and the body says
 * no more than that id. What a caller typed is in `details` of a refusal: it is answered, never logged.
 * @param regions whoever opened a page of a region that there is not may choose from these
 */
export function answerErrors(app: FastifyInstance, regions: readonly Region[]): void {
  app.setErrorHandler((error, request, reply) => {
    const seconds = rateLimitSeconds(error)
    if (seconds !== null) return refuse(request, reply, { code: 'too-many', details: { seconds } })
    if (hasZodFastifySchemaValidationErrors(error)) {
      return refuse(request, reply, { code: 'bad-request', details: { reason: validationReason(error) } })
    }
    const known = apiCodeOf(error)
    if (known !== null && known.code !== 'internal') {
      if (known.code === 'store-unavailable') request.log.error({ error }, 'the store did not answer')
      return refuse(request, reply, known, known.code === 'unknown-region' ? regions : [])
    }
    const id = randomUUID()
    request.log.error({ error, id, method: request.method, route: request.routeOptions.url ?? null }, 'a request failed')
    return refuse(request, reply, { code: 'internal', details: { id } })
  })
  app.setNotFoundHandler((request, reply) => refuse(request, reply, { code: 'not-found', details: {} }))
}

/**
 * The same for an address that no router can read (`/%zz`, a name of kilobytes). No hook runs on this way, so the answer brings
 * its own policy. Given to fastify as `frameworkErrors`.
 */
export function answerUnroutable(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('content-security-policy', "default-src 'none'").header('x-content-type-options', 'nosniff')
  refuse(request, reply, apiCodeOf(error) ?? { code: 'not-found', details: {} })
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: { code: ApiErrorCode; details: Readonly<Record<string, unknown>> },
  regions: readonly Region[] = [],
): FastifyReply {
  const language = answerLanguage(request)
  const { status, body } = apiErrorAnswer(refusal.code, language, refusal.details)
  reply.code(status).header('cache-control', 'no-store')
  if (wantsPage(request)) return sendRefusalPage(reply, { sentence: body.error.message, language, path: request.url, regions })
  // As text: the route's own schemas are for its own answers.
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}

/** Which part is wrong and how; never the value, which may be somebody's number. */
function validationReason(error: {
  validation: readonly { instancePath: string; message?: string }[]
  validationContext?: string
}): string {
  const first = error.validation[0]
  const where = [error.validationContext ?? 'body', ...first.instancePath.split('/').filter((part) => part !== '')].join('.')
  return `${where}: ${first.message ?? 'invalid'}`
}

function rateLimitSeconds(error: unknown): number | null {
  const limited = error as { statusCode?: unknown; retryAfterSeconds?: unknown }
  return limited.statusCode === 429 && typeof limited.retryAfterSeconds === 'number' ? limited.retryAfterSeconds : null
}
