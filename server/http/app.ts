import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { CounterStream } from '../../game/api/index.ts'
import { registerStreamRoutes } from '../stream/index.ts'
import { registerAdminAuditRoutes } from './admin-audit-routes.ts'
import { registerAdminOfficerRoutes } from './admin-officer-routes.ts'
import { registerAdminRoutes } from './admin-routes.ts'
import type { AppServices, Routes } from './app-services.ts'
import { registerAuditRoutes } from './audit-routes.ts'
import { registerCaseDeskRoutes } from './case-desk-routes.ts'
import { registerCaseRoutes } from './case-routes.ts'
import { registerCaseSettingsRoutes } from './case-settings-routes.ts'
import { registerDemoRoutes } from './demo-routes.ts'
import { registerDocumentRoutes } from './document-routes.ts'
import { answerErrors, answerUnroutable } from './error-answer.ts'
import { registerHealthRoutes } from './health-routes.ts'
import { registerKioskRoutes } from './kiosk-routes.ts'
import { registerNoticeRoutes } from './notice-routes.ts'
import { registerOfficerRoutes } from './officer-routes.ts'
import { registerOfficerSessionRoutes } from './officer-session-routes.ts'
import { registerPaperRoutes } from './paper-routes.ts'
import { registerPaperUploadRoutes } from './paper-upload-routes.ts'
import { registerPaymentDemoRoutes } from './payment-demo-routes.ts'
import { registerPaymentRoutes } from './payment-routes.ts'
import { registerProofRoutes } from './proof-routes.ts'
import { registerPublicRoutes } from './public-routes.ts'
import { addSafety } from './safety.ts'
import { registerSessionRoutes } from './session-routes.ts'
import { registerStandardRoutes } from './standard-routes.ts'
import { registerRightsOfficerRoutes } from './rights-officer-routes.ts'
import { registerRightsRoutes } from './rights-routes.ts'
import { registerSurveyRoutes } from './survey-routes.ts'
import { registerTicketRoutes } from './ticket-routes.ts'
import { registerVoiceOfficerRoutes } from './voice-officer-routes.ts'
import { registerVoiceRoutes } from './voice-routes.ts'
import { addWho, requireOfficer } from './who.ts'

/** Requests a minute from one address; a whole village may share one behind its operator's NAT. */
const generousLimit = 1200

/**
 * The HTTP interface over the services. Pages are registered by the caller, after this.
 * @param options.https PEM texts; left out: http
 */
export async function createApp(
  services: AppServices,
  options: {
    logger: FastifyBaseLogger
    /** Whether one proxy stands in front, whose X-Forwarded-* is believed. */
    trustProxy: boolean
    publicOrigin: string | null
    https?: { key: string; cert: string }
    requestsPerMinute?: number
    extend?: (app: FastifyInstance) => Promise<void>
  },
): Promise<FastifyInstance> {
  const { logger, trustProxy, https, extend } = options
  const shared = {
    loggerInstance: logger,
    trustProxy: trustProxy ? isNearestHop : false,
    bodyLimit: 64 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: answerUnroutable,
    // Requests are counted, not written down: an address says where somebody is.
    logController: new LogController({ disableRequestLogging: true }),
  }
  const app: FastifyInstance = https === undefined ? fastify(shared) : fastify({ ...shared, https })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  acceptEmptyJson(app)
  answerErrors(app, services.malls.regions)
  services.metrics.watchRequests(app)

  await app.register(cookie)
  await addSafety(app, {
    isHttps: https !== undefined || options.publicOrigin?.startsWith('https:') === true,
    publicOrigin: options.publicOrigin,
    requestsPerMinute: options.requestsPerMinute ?? generousLimit,
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Balai', version: '0.1.0', description: 'Queue, contact and counters of public-service malls.' },
    },
    transform: jsonSchemaTransform,
  })
  addWho(app, services.identity)

  await app.register(async (scope) => {
    const routes = scope.withTypeProvider<ZodTypeProvider>()
    registerPublicRoutes(routes, services)
    registerStandardRoutes(routes, services)
    registerSessionRoutes(routes, services)
    registerTicketRoutes(routes, services)
    registerSurveyRoutes(routes, services)
    registerKioskRoutes(routes, services)
    registerProofRoutes(routes, services)
    registerAuditRoutes(routes, services)
    const { documents } = services
    if (documents !== undefined && services.papers !== undefined)
      registerDocumentRoutes(routes, { ...services, documents, papers: services.papers.vault })
    if (services.papers !== undefined) registerPaperRoutes(routes, { malls: services.malls, papers: services.papers })
    registerOfficerSessionRoutes(routes, services)
    registerOfficerRoutes(routes, services)
    registerAdminRoutes(routes, services)
    if (services.cases !== undefined) {
      registerCaseRoutes(routes, services.cases)
      registerCaseDeskRoutes(routes, { ...services, cases: services.cases })
      registerCaseSettingsRoutes(routes, { ...services, cases: services.cases })
    }
    await registerMoneyAndVoice(routes, services)
    registerNoticesAndRights(routes, services)
    registerAdminOfficerRoutes(routes, services)
    registerAdminAuditRoutes(routes, services)
  })
  const { papers } = services
  if (papers !== undefined) await app.register(async (scope) => registerPaperUploadRoutes(scope, papers.uploads))
  registerHealthRoutes(app, services)
  registerDemoRoutes(app, services)
  await registerStreams(app, services)
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await extend?.(app)
  return app
}

/** Fees and complaints, where this server has them. */
async function registerMoneyAndVoice(routes: Routes, services: AppServices): Promise<void> {
  const { payments, simulator, voice } = services
  if (payments !== undefined) await registerPaymentRoutes(routes, { ...services, payments })
  if (payments !== undefined && simulator) registerPaymentDemoRoutes(routes, { ...services, payments, simulator })
  if (voice === undefined) return
  registerVoiceRoutes(routes, { ...services, voice })
  registerVoiceOfficerRoutes(routes, { ...services, voice })
}

/** What people are told, and their rights over their data. */
function registerNoticesAndRights(routes: Routes, services: AppServices): void {
  const { notices, rights } = services
  if (rights === undefined) return
  registerRightsRoutes(routes, { ...services, rights })
  registerRightsOfficerRoutes(routes, { ...services, rights })
  if (notices !== undefined) registerNoticeRoutes(routes, { notices, rights })
}

/** The live pictures; what becomes of them flows into the counters' public state. */
async function registerStreams(app: FastifyInstance, services: AppServices): Promise<void> {
  const { stream, queue, malls } = services
  await registerStreamRoutes(app, {
    origin: stream,
    async officerAt(request) {
      const officer = await requireOfficer(request)
      const counter = queue.desk.counterOf(officer.id)
      return counter === null ? { refuse: 'counter-closed' } : { officer: officer.id, counter: counter.id }
    },
    counterExists: (counter) => malls.counter(counter) !== null,
    onChange: (counter: string, state: CounterStream) => queue.setStream(counter, state),
  })
}

/** Only what our own proxy has added is believed: what stands before it in the header, anybody may have written. */
const isNearestHop = (_address: string, hop: number): boolean => hop < 1

/** A POST without a body may still be marked as JSON: an action needs none. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body, done)
  })
}
