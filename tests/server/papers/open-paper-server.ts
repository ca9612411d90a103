import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { registerPaperRoutes, registerPaperUploadRoutes } from '../../../server/http/index.ts'
import type { AuditEntry } from '../../../server/audit/index.ts'
import { openPapers, type PaperConfig } from '../../../server/papers/index.ts'
import { openMemoryStore, type OfficerRow, type Store } from '../../../server/store/index.ts'
import { testClock, type TestClock, testSecret, testServer } from '../http/harness.ts'

const config: PaperConfig = { mostMb: 60, unusedDays: 90, clamd: null, s3: null }

/** The papers' routes of a real server that listens, over a folder of its own. */
export async function openPaperServer(options: { config?: Partial<PaperConfig>; store?: Store; dataDir?: string; clock?: TestClock } = {}) {
  const { store = openMemoryStore(), clock = testClock() } = options
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'balai-papers-')))
  const audited: AuditEntry[] = []
  /** Cases that the officer has in hand. */
  const inHand = new Set<string>()
  const papers = await openPapers({
    config: { ...config, ...options.config },
    store,
    clock,
    dataDir,
    secret: testSecret,
    audit: { write: async (entry) => void audited.push(entry) },
  })
  const mayWork = async (_officer: OfficerRow, caseId: string): Promise<boolean> => inHand.has(caseId)
  const server = await testServer({
    store,
    clock,
    async extend(app, { malls }) {
      registerPaperRoutes(app.withTypeProvider<ZodTypeProvider>(), { malls, papers: { ...papers, mayWork } })
      await app.register(async (scope) => registerPaperUploadRoutes(scope, papers.uploads))
    },
  })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  return {
    ...server,
    ...papers,
    origin,
    dataDir,
    audited,
    inHand,
    async close() {
      await server.close()
      await papers.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
export type PaperServer = Awaited<ReturnType<typeof openPaperServer>>
