import { Readable } from 'node:stream'
import { createHash, randomUUID } from 'node:crypto'
import type { Audit } from '../../../server/audit/index.ts'
import type { Paper, PaperVault } from '../../../server/papers/index.ts'

/** Papers in memory, in clear: for tests of what uses a vault. Bytes can be altered as a thief of the disk would. */
export function memoryVault(audit: Pick<Audit, 'write'>, clock: () => number) {
  const papers = new Map<string, { paper: Paper; bytes: Uint8Array }>()
  const vault: Pick<PaperVault, 'put' | 'find' | 'of' | 'open' | 'erase'> = {
    async put({ owner, region, kind, type, pages, bytes }) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const facts = { bytes: bytes.length, pages, sentSha256: sha256, sha256, scan: 'not-scanned', expiresOn: null } as const
      const paper: Paper = { id: randomUUID(), owner, region, kind, type, ...facts, createdAtMs: clock() }
      papers.set(paper.id, { paper, bytes })
      return paper
    },
    find: async (id) => papers.get(id)?.paper ?? null,
    of: async (owner) => [...papers.values()].map(({ paper }) => paper).filter((paper) => paper.owner === owner),
    async open(id, by, why) {
      const found = papers.get(id)
      if (found === undefined) throw new Error(`no paper ${id}`)
      const { owner, region } = found.paper
      await audit.write({ atMs: clock(), region, act: 'paper.opened', by, citizen: owner, about: { kind: 'paper', id }, why })
      return { paper: found.paper, body: Readable.from([Buffer.from(found.bytes)]) }
    },
    erase: async (id) => void papers.delete(id),
  }
  return { vault, papers }
}
