import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseReceipt, CaseRequest } from '../../../game/api/index.ts'
import { caseManifestText } from '../../../game/case/index.ts'
import { createAudit } from '../../../server/audit/index.ts'
import { createCaseService, type CaseService } from '../../../server/case/index.ts'
import { createDocuments, openDocumentKeys, type Documents } from '../../../server/documents/index.ts'
import { cookieName, deriveKeys, sign } from '../../../server/identity/index.ts'
import { createPaymentService, createPaymentSimulator, type PaymentDesk } from '../../../server/payment/index.ts'
import { openPapers } from '../../../server/papers/index.ts'
import { openStore } from '../../../server/store/index.ts'
import { noLog, testClock, testSecret, testServer, type TestClock } from '../http/harness.ts'
import { answers, malls as caseMalls } from './standards.ts'

export type CaseServerOptions = {
  /** A folder that a server before has left. */
  dataDir?: string
  clock?: TestClock
  random?: () => number
  malls?: ReturnType<typeof caseMalls>
}

/** The whole server over a real store, vault, payments, documents and audit in a folder of its own. */
export async function caseServer(options: CaseServerOptions = {}) {
  const { dataDir = mkdtempSync(join(tmpdir(), 'balai-case-')), clock = testClock(), malls = caseMalls() } = options
  const store = await openStore({ databaseUrl: null, file: join(dataDir, 'balai.sqlite') })
  const offsetOf = (): number => 480
  const audit = createAudit({ store, offsetOf })
  const papers = await openPapers({
    config: { mostMb: 1, unusedDays: 30, clamd: null, s3: null },
    store,
    audit,
    secret: testSecret,
    dataDir,
    clock,
  })
  const documents: Documents = createDocuments({
    store,
    papers: papers.vault,
    audit,
    keys: await openDocumentKeys({ dataDir, store, clock }),
    secret: testSecret,
    clock,
    log: noLog,
    origin: 'http://balai.test',
    signer: null,
    placeOf: (region, agency) => ({ region, province: 'Kalimantan Timur', agency, utcOffsetMinutes: 480, isDemo: false }),
  })
  const simulator = createPaymentSimulator(testSecret)
  const payments: PaymentDesk = createPaymentService({ store, audit, clock, provider: simulator, dayOf: () => '2025-03-03' })
  const logged: string[] = []
  const cases: CaseService = createCaseService({
    store,
    clock,
    secret: testSecret,
    log: (_fields, message) => logged.push(message),
    malls,
    papers: papers.vault,
    documents,
    payments,
    audit,
    offsetOf,
    regions: () => malls.regions.map(({ slug }) => slug),
    random: options.random,
  })
  documents.pickup.onCollected((id, how) => cases.collected(id, how))
  await cases.start()
  const server = await testServer({
    store,
    clock,
    more: async () => ({ malls, audit, cases, payments, documents, papers: { ...papers, mayWork: cases.mayWork }, simulator }),
  })
  const citizenOf = async (cookie: string): Promise<string> => {
    const who = await server.identity.whoIs(cookie)
    if (who.role !== 'citizen') throw new Error('not a citizen')
    return who.citizen.id
  }

  const rig = {
    ...server,
    cases,
    papers,
    payments,
    simulator,
    documents,
    audit,
    dataDir,
    logged,
    citizenOf,
    /** An officer of an agency who has signed in; roles as an administrator sets them, or the account's own. */
    async officer(
      name: string,
      agency = 'disdukcapil',
      roles?: readonly ('front' | 'verifier' | 'approver' | 'admin')[],
      region = 'kukar',
    ) {
      const passwordHash = null
      const row = { id: name, username: name, passwordHash, issuer: 'i', subject: name, name, region, agency, createdAtMs: clock() }
      if ((await store.findOfficer(name)) === null) await store.putOfficer(row)
      if (roles !== undefined) await cases.roles.put(name, roles, 'test')
      return { id: name, cookie: await session('officer', name) }
    },
    /** A citizen who stays signed in over the days of a test. */
    async citizen(nik: string, phone?: string) {
      const id = await citizenOf(await server.signInCitizen(nik, phone))
      return { id, cookie: await session('citizen', id) }
    },
    /** Puts a paper of a kind into a citizen's vault. */
    async paper(cookie: string, kind: string): Promise<string> {
      const owner = await citizenOf(cookie)
      const bytes = randomBytes(64)
      return (await papers.vault.put({ owner, region: 'kukar', kind, type: 'image/png', pages: 1, bytes })).id
    },
    /** A submission with everything in it. */
    async filled(cookie: string, change: Partial<CaseRequest> = {}): Promise<CaseRequest> {
      const papers = change.papers ?? { kk: await rig.paper(cookie, 'kk'), 'surat-lahir': await rig.paper(cookie, 'surat-lahir') }
      return {
        case: newCaseId(),
        region: 'kukar',
        service: 'ktp-1',
        version: 2,
        answers,
        claim: null,
        consent: { text: 'kasus-1', papers: Object.values(papers) },
        ...change,
        papers,
      }
    },
    submit(cookie: string, request: CaseRequest, key = `key-${request.case}`.slice(0, 64)) {
      return server.call('POST', '/api/cases', { cookie, body: request, headers: { 'idempotency-key': key } })
    },
    async claim(cookie: string, request: CaseRequest, deviceAt = new Date(clock()).toISOString()) {
      const hashes: Record<string, string> = {}
      for (const [slug, id] of Object.entries(request.papers)) hashes[slug] = (await papers.vault.find(id))?.sentSha256 ?? ''
      const { case: id, region, service, version, answers } = request
      const text = caseManifestText({ case: id, region, service, version, answers, papers: hashes })
      const manifest = createHash('sha256').update(text).digest('hex')
      const answer = await server.call('POST', '/api/cases/claims', { cookie, body: { case: id, manifest, deviceAt } })
      return { answer, claim: { receipt: answer.json as CaseReceipt, papers: hashes } }
    },
    act(cookie: string, id: string, action: string, body: Record<string, unknown> = {}) {
      return server.call('POST', `/api/officer/cases/${id}/${action}`, { cookie, body })
    },
    /** Ends this server as a fault would: nothing is told to end, and what was promised lies on the disk. */
    async kill() {
      cases.close()
      await server.close()
      await papers.close()
      await store.close()
    },
    async close() {
      await rig.kill()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  async function session(role: 'citizen' | 'officer', holder: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url')
    const hash = sign(deriveKeys(testSecret).session, secret)
    await store.putSession({ hash, role, holder, createdAtMs: clock(), expiresAtMs: clock() + 90 * 86_400_000 })
    return `${cookieName('balai', false)}=${secret}`
  }
  return rig
}
export type CaseServer = Awaited<ReturnType<typeof caseServer>>

export const newCaseId = (): string => randomBytes(16).toString('base64url')
