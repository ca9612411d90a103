import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createDocuments, openDocumentKeys, type Documents } from '../../../server/documents/index.ts'
import { openPapers } from '../../../server/papers/index.ts'
import { noLog, testSecret, testServer, type TestServer } from '../http/harness.ts'

export type DocumentServer = TestServer & { readonly documents: Documents; end(): Promise<void> }

/** A server with a paper vault on disk and documents, as `startServer` puts them together. */
export async function documentServer(
  extend: (app: FastifyInstance, parts: { documents: Documents; malls: TestServer['malls'] }) => Promise<void> = async () => undefined,
  origin = 'https://mpp.test',
): Promise<DocumentServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balai-document-http-'))
  const kept: { documents?: Documents; close?: () => Promise<void> } = {}
  const server = await testServer({
    async more({ store, clock, audit }) {
      const config = { mostMb: 8, unusedDays: 30, clamd: null, s3: null }
      const papers = await openPapers({ config, store, audit, secret: testSecret, dataDir, clock })
      const documents = createDocuments({
        store,
        papers: papers.vault,
        audit,
        keys: await openDocumentKeys({ dataDir, store, clock }),
        secret: testSecret,
        clock,
        origin,
        signer: null,
        placeOf: () => ({
          region: 'Kutai Kartanegara',
          province: 'Kalimantan Timur',
          agency: 'Dinas Kependudukan dan Pencatatan Sipil',
          utcOffsetMinutes: 480,
          isDemo: true,
        }),
        log: noLog,
      })
      kept.documents = documents
      kept.close = papers.close
      return { documents, papers: { ...papers, mayWork: async () => false } }
    },
    async extend(app, { malls }) {
      if (kept.documents !== undefined) await extend(app, { documents: kept.documents, malls })
    },
  })
  const { documents } = kept
  if (documents === undefined) throw new Error('the server has no documents')
  return {
    ...server,
    documents,
    async end() {
      await server.close()
      await kept.close?.()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A document of a case of its own for this citizen. */
export function issueFor(documents: Documents, citizen: string, atMs: number, caseId = 'case-1') {
  const lines = [
    { label: 'Nama', text: 'Budi Santoso' },
    { label: 'Alamat', text: 'Jalan Mawar 5, Tenggarong' },
  ]
  const text = { title: 'Surat Keterangan Pindah', lines }
  return documents.issue({ case: caseId, citizen, region: 'kukar', agency: 'disdukcapil', service: 'ktp-1', text, atMs })
}
