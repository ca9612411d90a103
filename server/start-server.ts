import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { ConfigResponse } from '../game/api/index.ts'
import { createAudit } from './audit/index.ts'
import { createCaseService } from './case/index.ts'
import type { Config } from './config.ts'
import { createContactService } from './contact/index.ts'
import { createDocuments, openDocumentKeys } from './documents/index.ts'
import { createApp, createDevices, createKioskKeys, createMetrics } from './http/index.ts'
import { createIdentity, demoOtpGateway, deriveKeys, httpOtpGateway, type Identity, type Log } from './identity/index.ts'
import { readInstallSecret } from './install-secret.ts'
import { runJobs } from './jobs/index.ts'
import { lanAddresses, readLanCertificate } from './lan-certificate.ts'
import { loadMalls } from './mall/index.ts'
import { listenForNotices, openNotices } from './notice/index.ts'
import { registerPages, registerVerifyPage } from './page/index.ts'
import { openPapers } from './papers/index.ts'
import { createHttpPaymentProvider, createPaymentService, createPaymentSimulator, noPaymentProvider } from './payment/index.ts'
import { createOfficeCalendar, createQueueService, createTicketViews, isGuest } from './queue/index.ts'
import { attachSockets, createServiceSockets, createWorldSockets } from './socket/index.ts'
import { createRightsService, createStops, followCases } from './rights/index.ts'
import { openStore, type Store } from './store/index.ts'
import { countServed, createSurveyService } from './survey/index.ts'
import { createStreamOrigin } from './stream/index.ts'
import { createOccasions, createVoiceService } from './voice/index.ts'
import { createClosedRooms, createWorldDirectory, preferTimeInCrowds, startNodeThread } from './world/index.ts'

export type RunningServer = {
  /** Addresses to open, the nearest first: `http://localhost:8080`. */
  readonly origins: readonly string[]
  /** The first officer's password, on the first start only. */
  readonly bootstrap: { readonly username: string; readonly password: string } | null
  /** Ends sockets, waits for answers and writes under way, closes the store. */
  close(): Promise<void>
}

const worldThreadUrl = new URL('../workers/world.thread.ts', import.meta.url)
const demoPage = '/demo/kode'

/**
 * Puts the parts together and listens. The order is that of the data: store, identity, queue, contact, sockets, HTTP.
 * @throws TypeError when the install's files or settings are at fault, CodedError of storeErrors, or the error of listening.
 */
export async function startServer(config: Config, files: { assetsDir: string; distDir: string }, logger: Logger): Promise<RunningServer> {
  const clock = Date.now
  const { publicOrigin } = config
  const log: Log = (fields, message) => logger.info(fields, message)
  const addresses = config.isLan ? lanAddresses() : []
  const https = await readCertificate(config, addresses)
  const { malls, mapOf, roomsOf } = loadMalls(files.assetsDir)
  const secret = await readInstallSecret(config.dataDir)
  const store = await openStore({ databaseUrl: config.databaseUrl, file: join(config.dataDir, 'balai.sqlite') })
  const metrics = createMetrics()
  const calendar = createOfficeCalendar()
  const audit = createAudit({
    store,
    offsetOf: (region, atMs) => calendar.offsetOf(malls.region(region)?.timeZone ?? 'Asia/Jakarta', atMs),
  })

  const papers = await openPapers({ config: config.papers, store, audit, secret, clock, dataDir: config.dataDir })
  const documents = createDocuments({
    store,
    papers: papers.vault,
    audit,
    keys: await openDocumentKeys({ dataDir: config.dataDir, store, clock }),
    secret,
    clock,
    log,
    origin: originsOf(config, config.port, https !== null, addresses)[addresses.length > 0 && publicOrigin === null ? 1 : 0],
    signer: null,
    placeOf(slug, agency, atMs) {
      const region = malls.region(slug)
      const names = { region: region?.name ?? slug, province: region?.province ?? '', agency: malls.agency(slug, agency)?.name ?? agency }
      return { ...names, utcOffsetMinutes: calendar.offsetOf(region?.timeZone ?? 'Asia/Jakarta', atMs), isDemo: region?.isDemo ?? false }
    },
  })
  const simulator = config.isDemo && config.paymentGateway === null ? createPaymentSimulator(secret) : null
  const payments = createPaymentService({
    store,
    audit,
    clock,
    provider: simulator ?? (config.paymentGateway === null ? noPaymentProvider : createHttpPaymentProvider(config.paymentGateway, clock)),
    dayOf: (region, atMs) => calendar.dayOf(malls.region(region)?.timeZone ?? 'Asia/Jakarta', atMs),
  })
  const cases = createCaseService({
    store,
    clock,
    secret,
    log,
    malls,
    papers: papers.vault,
    documents,
    payments,
    audit,
    offsetOf: (region, atMs) => calendar.offsetOf(malls.region(region)?.timeZone ?? 'Asia/Jakarta', atMs),
    regions: () => malls.regions.map(({ slug }) => slug),
  })
  documents.pickup.onCollected((id, how) => cases.collected(id, how))
  const identity = await openIdentity({ config, store, secret, clock, log, isHttps: https !== null })
  const bootstrap = await identity.bootstrap()
  const queue = createQueueService({ store, clock, malls, log, secret, isDemo: config.isDemo })
  queue.events.on('ticket', ({ event, placed }) => metrics.countQueueEvent(event.type, placed.region))
  const contact = createContactService({ queue, store, malls, clock, log })
  const surveys = createSurveyService({ store, clock, key: deriveKeys(secret).survey, cases })
  const views = createTicketViews({
    queue,
    malls,
    store,
    clock,
    isRated: (id) => surveys.isRated({ kind: 'ticket', id }),
    contactOf: (ticket) => contact.viewOf(ticket),
  })
  const voice = createVoiceService({
    store,
    audit,
    vault: papers.vault,
    secret,
    clock,
    calendarOf: (region) => cases.calendars.of(region),
    occasions: createOccasions({ queue, malls, cases, payments }),
  })
  const offsetOf = (region: string, atMs: number): number => calendar.offsetOf(malls.region(region)?.timeZone ?? 'Asia/Jakarta', atMs)
  const notices = openNotices({ config: config.notices, store, secret, clock, offsetOf, log })
  const rights = createRightsService({
    store,
    vault: papers.vault,
    audit,
    clock,
    log,
    stop: createStops({ addresses: notices.addresses, cases: () => cases, store, clock }),
    tellBreach: (citizen, { id, region }) =>
      notices.tell({ citizen, region, key: 'breach.notified', about: { kind: 'breach', id }, values: {}, occasion: '' }),
  })
  const stopTelling = [
    countServed({ surveys, queue, cases, dayNow: queue.actors.dayNow, log }),
    listenForNotices({ notices, queue, isGuest, cases, payments, complaints: voice.complaints, clock, log }),
    followCases({ consents: rights.consents, cases, log }),
  ]
  await queue.start()
  await contact.restore()
  await cases.start()

  const directory = createWorldDirectory({
    onLateSteps: metrics.countLateSteps,
    threadCount: Math.max(1, Math.min(availableParallelism() - 1, 4)),
    startThread: () => startNodeThread(worldThreadUrl),
    mapOf,
    log,
  })
  const rooms = createClosedRooms({ store, directory, roomsOf, clock })
  await rooms.restore()
  const stream = createStreamOrigin({ clock: () => performance.now(), log: logger })
  const service = createServiceSockets({ malls, queue, views, contact, identity, clock, log })
  const world = createWorldSockets({ directory, contact })
  metrics.readSockets(() => ({ service: service.people.count(), world: world.count() }))
  metrics.readWorlds(() => directory.stats())

  const publicConfig: ConfigResponse = { isDemo: config.isDemo, oidc: identity.oidc !== null, iceServers: config.iceServers }
  const app = await createApp(
    {
      malls,
      store,
      audit,
      queue,
      views,
      contact,
      surveys,
      notices,
      rights,
      identity,
      stream,
      metrics,
      payments,
      simulator,
      voice,
      documents,
      papers: { ...papers, mayWork: cases.mayWork },
      cases,
      exemptionsUsed: cases.exemptionsUsed,
      config: publicConfig,
      rooms,
      devices: createDevices({ secret, isSecure: https !== null || publicOrigin?.startsWith('https:') === true }),
      kiosks: createKioskKeys(secret),
      onEmergency: (call) => service.emergency(call),
      clock,
      areWorldsAlive: () => directory.isAlive(),
      onSignedOut: (sessionHash) => service.signedOut(sessionHash),
      onAccessEnded: (officer) => service.accessEnded(officer),
    },
    {
      logger,
      publicOrigin,
      trustProxy: config.trustProxy,
      https: https ?? undefined,
      async extend(to) {
        await registerPages(to, { distDir: files.distDir, malls, queue, config: publicConfig, clock })
        await registerVerifyPage(to, { distDir: files.distDir, malls, documents })
      },
    },
  )
  const closeSockets = attachSockets(app.server, { identity, malls, service, world, publicOrigin, log })
  await listen(app, config)
  const stopPreferring = preferTimeInCrowds(world.count)
  const stopJobs = runJobs({
    cases,
    queue,
    contact,
    complaints: voice.complaints,
    documents,
    papers,
    notices,
    rights,
    regions: malls.regions.map(({ slug }) => slug),
    sockets: service,
    store,
    clock,
    log,
  })

  const { port } = app.server.address() as AddressInfo
  return {
    origins: originsOf(config, port, https !== null, addresses),
    bootstrap,
    async close() {
      stopPreferring()
      await closeSockets()
      await stopJobs()
      await app.close()
      await papers.close()
      await directory.close()
      for (const stop of stopTelling) stop()
      cases.close()
      contact.close()
      queue.close()
      await store.close()
    },
  }
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'EADDRINUSE')
      throw new TypeError(`port ${port} is taken by another program; choose another: PORT=${port + 1} npm start`, { cause: error })
    if (code === 'EACCES')
      throw new TypeError(`port ${port} may not be opened by this user; choose one above 1023 with PORT`, { cause: error })
    throw error
  }
}

async function openIdentity(options: {
  config: Config
  store: Store
  secret: Uint8Array
  clock: () => number
  log: Log
  isHttps: boolean
}): Promise<Identity> {
  const { config, store, secret, clock, log, isHttps } = options
  const ownOrigin = config.publicOrigin ?? `${isHttps ? 'https' : 'http'}://localhost:${config.port}`
  return createIdentity({
    store,
    clock,
    secret,
    log,
    demoPage,
    isSecure: ownOrigin.startsWith('https:'),
    isDemo: config.isDemo,
    gateway: config.otpGateway === null ? demoOtpGateway(log) : httpOtpGateway(config.otpGateway),
    oidc:
      config.oidc === null
        ? null
        : {
            ...config.oidc,
            redirectUri: `${ownOrigin}/petugas/oidc/kembali`,
            allowHttp: /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(config.oidc.issuer),
          },
  })
}

async function readCertificate(config: Config, addresses: readonly string[]): Promise<{ key: string; cert: string } | null> {
  if (config.tls !== null) return { key: await readFile(config.tls.keyFile, 'utf8'), cert: await readFile(config.tls.certFile, 'utf8') }
  return config.isLan ? readLanCertificate(config.dataDir, addresses) : null
}

function originsOf(config: Config, port: number, isHttps: boolean, addresses: readonly string[]): string[] {
  const own = ['localhost', ...addresses].map((host) => `${isHttps ? 'https' : 'http'}://${host}:${port}`)
  return config.publicOrigin === null ? own : [config.publicOrigin, ...own]
}
