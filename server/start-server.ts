import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { ConfigResponse } from '../game/api/index.ts'
import type { Config } from './config.ts'
import { createContactService } from './contact/index.ts'
import { createApp, createDevices, createKioskKeys, createMetrics } from './http/index.ts'
import { createIdentity, demoOtpGateway, httpOtpGateway, type Identity, type Log } from './identity/index.ts'
import { readInstallSecret } from './install-secret.ts'
import { runJobs } from './jobs/index.ts'
import { lanAddresses, readLanCertificate } from './lan-certificate.ts'
import { loadMalls } from './mall/index.ts'
import { registerPages } from './page/index.ts'
import { createQueueService, createTicketViews } from './queue/index.ts'
import { attachSockets, createServiceSockets, createWorldSockets } from './socket/index.ts'
import { openStore, type Store } from './store/index.ts'
import { createStreamOrigin } from './stream/index.ts'
import { createWorldDirectory, preferTimeInCrowds, startNodeThread } from './world/index.ts'

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
  const { malls, mapOf } = loadMalls(files.assetsDir)
  const secret = await readInstallSecret(config.dataDir)
  const store = await openStore({ databaseUrl: config.databaseUrl, file: join(config.dataDir, 'balai.sqlite') })
  const metrics = createMetrics()

  const identity = await openIdentity({ config, store, secret, clock, log, isHttps: https !== null })
  const bootstrap = await identity.bootstrap()
  const queue = createQueueService({ store, clock, malls, log, secret, isDemo: config.isDemo })
  queue.events.on('ticket', ({ event, placed }) => metrics.countQueueEvent(event.type, placed.region))
  const contact = createContactService({ queue, store, malls, clock, log })
  const views = createTicketViews({ queue, malls, store, clock, contactOf: (ticket) => contact.viewOf(ticket) })
  await queue.start()
  await contact.restore()

  const directory = createWorldDirectory({
    threadCount: Math.max(1, Math.min(availableParallelism() - 1, 4)),
    startThread: () => startNodeThread(worldThreadUrl),
    mapOf,
    log,
  })
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
      queue,
      views,
      contact,
      identity,
      stream,
      metrics,
      config: publicConfig,
      devices: createDevices({ secret, isSecure: https !== null || publicOrigin?.startsWith('https:') === true }),
      kiosks: createKioskKeys(secret),
      onEmergency: (call) => service.emergency(call),
      clock,
      areWorldsAlive: () => directory.isAlive(),
      onSignedOut: (sessionHash) => service.signedOut(sessionHash),
    },
    {
      logger,
      publicOrigin,
      trustProxy: config.trustProxy,
      https: https ?? undefined,
      extend: (to) => registerPages(to, { distDir: files.distDir, malls, queue, config: publicConfig, clock }),
    },
  )
  const closeSockets = attachSockets(app.server, { identity, malls, service, world, publicOrigin, log })
  await listen(app, config)
  const stopPreferring = preferTimeInCrowds(world.count)
  const stopJobs = runJobs({ queue, contact, sockets: service, store, clock, log })

  const { port } = app.server.address() as AddressInfo
  return {
    origins: originsOf(config, port, https !== null, addresses),
    bootstrap,
    async close() {
      stopPreferring()
      await closeSockets()
      await stopJobs()
      await app.close()
      await directory.close()
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
