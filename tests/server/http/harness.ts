import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Catalogue, CounterPlace, Region } from '../../../game/api/index.ts'
import { createAudit, type AuditService } from '../../../server/audit/index.ts'
import { createContactService } from '../../../server/contact/index.ts'
import { createApp, createDevices, createKioskKeys, createMetrics, type AppServices } from '../../../server/http/index.ts'
import { createIdentity, demoOtpGateway } from '../../../server/identity/index.ts'
import { createMalls, type Malls } from '../../../server/mall/index.ts'
import { createQueueService, createTicketViews, type QueueService } from '../../../server/queue/index.ts'
import { openMemoryStore, type Store } from '../../../server/store/index.ts'
import { createStreamOrigin } from '../../../server/stream/index.ts'
import { createSurveyService } from '../../../server/survey/index.ts'
import { createClosedRooms } from '../../../server/world/index.ts'

/** 09:00 on 3 March 2025 in Makassar (UTC+8). */
export const morningMs = Date.UTC(2025, 2, 3, 1, 0, 0)
export const origin = 'http://balai.test'

const service = (slug: string) => ({
  slug,
  name: { id: slug, en: slug },
  requirements: [{ id: 'Kartu Keluarga', en: 'Family card' }],
  feeRupiah: 0,
  feeBasis: 'UU 24/2013',
  duration: { id: '1 hari', en: '1 day' },
  isRemote: true,
})
const group = (slug: string, prefix: string) => ({
  slug,
  prefix,
  name: { id: slug, en: slug },
  services: [service(`${slug}-1`), service(`${slug}-2`)],
})
const catalogue: Catalogue = {
  agencies: [
    {
      slug: 'disdukcapil',
      name: 'Dinas Kependudukan',
      shortName: 'Disdukcapil',
      wing: 'kependudukan',
      groups: [group('ktp', 'A'), group('akta', 'B')],
    },
    { slug: 'pajak', name: 'Kantor Pajak', shortName: 'Pajak', wing: 'pajak', groups: [group('npwp', 'C')] },
  ],
}
const region = (slug: string, timeZone: string): Region => ({
  slug,
  name: slug,
  province: 'Kalimantan Timur',
  timeZone,
  theme: 'kutai',
  map: 'plain',
  catalogue: 'plain',
  isDemo: true,
})
const counters = (slug: string): CounterPlace[] =>
  ['disdukcapil', 'disdukcapil', 'pajak'].map((agency, index) => ({
    id: `${slug}.loket-0${index + 1}`,
    region: slug,
    label: String(index + 1),
    agency,
  }))

export function testMalls(): Malls {
  return createMalls({
    regions: [region('kukar', 'Asia/Makassar'), region('jabar', 'Asia/Jakarta')],
    catalogueOf: () => catalogue,
    countersOf: ({ slug }) => counters(slug),
  })
}

export type TestClock = (() => number) & { nowMs: number }
export function testClock(startMs = morningMs): TestClock {
  const clock = (() => clock.nowMs) as TestClock
  clock.nowMs = startMs
  return clock
}

export const testSecret = new Uint8Array(32).fill(7)
export const noLog = (): void => undefined

export function queueOn(store: Store, clock: () => number, malls = testMalls()): QueueService {
  return createQueueService({ store, clock, malls, log: noLog, secret: testSecret, isDemo: true })
}

/** A citizen at home who wants a number. */
export function homeTaking(citizen: string, group = 'ktp', key = `key-${citizen}-${group}`): Parameters<QueueService['issue']>[0] {
  const plain = { service: null, route: [], priority: null, slotAtMs: null, device: null }
  return { citizen, region: 'kukar', group, ...plain, channel: 'home', scope: `tickets/${citizen}`, key }
}

/** The whole server but its sockets and pages, over a memory store. */
export async function testServer(
  options: {
    store?: Store
    clock?: TestClock
    isDemo?: boolean
    requestsPerMinute?: number
    graceMs?: number
    /** Services that this server has beside the plain ones. */
    more?: (parts: { store: Store; clock: TestClock; audit: AuditService; malls: Malls }) => Promise<Partial<AppServices>>
    extend?: (app: FastifyInstance, services: { malls: Malls; queue: QueueService; clock: TestClock }) => Promise<void>
  } = {},
) {
  const { store = openMemoryStore(), clock = testClock(), isDemo = true } = options
  const malls = testMalls()
  const identity = await createIdentity({
    store,
    clock,
    secret: testSecret,
    isSecure: false,
    isDemo,
    gateway: demoOtpGateway(noLog),
    oidc: null,
    log: noLog,
    demoPage: '/demo/kode',
  })
  const queue = queueOn(store, clock, malls)
  const contact = createContactService({ queue, store, malls, clock, log: noLog, presenceGraceMs: options.graceMs })
  const surveys = createSurveyService({ store, clock, key: new Uint8Array(32).fill(8), cases: { find: async () => null } })
  const views = createTicketViews({
    queue,
    malls,
    store,
    clock,
    isRated: (id) => surveys.isRated({ kind: 'ticket', id }),
    contactOf: (ticket) => contact.viewOf(ticket),
  })
  await queue.start()
  await contact.restore()
  const logger = pino({ level: 'silent' })
  const closedZones = new Map<string, readonly string[]>()
  const rooms = createClosedRooms({
    store,
    clock,
    directory: { closeZones: (region, zones) => void closedZones.set(region, zones) },
    roomsOf: (region) => (region === 'kukar' ? [{ zone: 'panggung', name: { id: 'Panggung', en: 'Stage' } }] : []),
  })
  const audit = createAudit({ store, offsetOf: () => 480 })
  const signedOut: string[] = []
  const emergencies: unknown[] = []
  const app = await createApp(
    {
      malls,
      store,
      audit,
      queue,
      views,
      contact,
      surveys,
      rooms,
      identity,
      clock,
      metrics: createMetrics(),
      stream: createStreamOrigin({ clock, log: logger }),
      config: { isDemo, oidc: false, iceServers: [] },
      devices: createDevices({ secret: testSecret, isSecure: false }),
      kiosks: createKioskKeys(testSecret),
      onEmergency: (emergency) => emergencies.push(emergency),
      areWorldsAlive: () => true,
      onSignedOut: (hash) => signedOut.push(hash),
      ...(await options.more?.({ store, clock, audit, malls })),
    },
    {
      logger,
      trustProxy: false,
      publicOrigin: null,
      requestsPerMinute: options.requestsPerMinute,
      extend: async (to) => options.extend?.(to, { malls, queue, clock }),
    },
  )

  type Body = Record<string, unknown> | undefined
  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    request: { body?: Body; cookie?: string; headers?: Record<string, string> } = {},
  ) {
    const { body, cookie, headers } = request
    const response = await app.inject({
      method,
      url,
      payload: body,
      headers: { host: 'balai.test', ...(method === 'GET' ? {} : { origin }), ...(cookie === undefined ? {} : { cookie }), ...headers },
    })
    const text = response.body
    const isJson = String(response.headers['content-type']).startsWith('application/json')
    return { status: response.statusCode, headers: response.headers, text, json: isJson ? JSON.parse(text) : null }
  }
  const cookieOf = (answer: { headers: Record<string, unknown> }): string => String([answer.headers['set-cookie']].flat()[0]).split(';')[0]

  return {
    app,
    store,
    audit,
    clock,
    malls,
    identity,
    queue,
    contact,
    views,
    call,
    signedOut,
    emergencies,
    closedZones,
    rooms,
    /** @param nik16 a number that no other test citizen has */
    async signInCitizen(nik16: string, phone = '081234567890'): Promise<string> {
      const asked = await call('POST', '/api/session/otp', { body: { nik: nik16, phone } })
      if (asked.status !== 200) throw new Error(asked.text)
      const [{ code }] = identity.demoCodes()
      return cookieOf(await call('POST', '/api/session/otp/verify', { body: { challenge: asked.json.challenge, code } }))
    },
    async signInOfficer(): Promise<string> {
      const officer = await identity.bootstrap()
      if (officer === null) throw new Error('the store has its officers already')
      return cookieOf(await call('POST', '/api/officer/session', { body: officer }))
    },
    take(cookie: string, group = 'ktp', key = `key-${group}-${Math.random().toString(36).slice(2)}`) {
      return call('POST', '/api/tickets', { cookie, body: { region: 'kukar', group, service: null }, headers: { 'idempotency-key': key } })
    },
    async close() {
      await app.close()
      contact.close()
      queue.close()
    },
  }
}
export type TestServer = Awaited<ReturnType<typeof testServer>>

export const niks = ['6402011503900001', '6402011503900002', '6402011503900003', '6402011503900004'] as const
