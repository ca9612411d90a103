import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { CodedError } from '@balai/engine/core'
import type { Actor } from '../../../server/audit/index.ts'
import type { Paper, PaperVault } from '../../../server/papers/index.ts'

/** A vault in memory that tells who opened what. */
export function memoryVault(clock: () => number): PaperVault & { readonly opened: { id: string; by: Actor }[] } {
  const papers = new Map<string, { paper: Paper; bytes: Uint8Array }>()
  const opened: { id: string; by: Actor }[] = []
  return {
    opened,
    find: async (id) => papers.get(id)?.paper ?? null,
    of: async (owner) => [...papers.values()].map(({ paper }) => paper).filter((paper) => paper.owner === owner),
    accept: () => Promise.reject(new Error('nothing comes from outside here')),
    async put({ owner, region, kind, type, pages, bytes }) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const known = {
        id: randomUUID(),
        createdAtMs: clock(),
        bytes: bytes.length,
        sentSha256: sha256,
        sha256,
        scan: 'clean',
        expiresOn: null,
      } as const
      const paper: Paper = { ...known, owner, region, kind, type, pages }
      papers.set(paper.id, { paper, bytes })
      return paper
    },
    async open(id, by) {
      const found = papers.get(id)
      if (found === undefined) throw new CodedError('unknown-paper', 'no such paper')
      opened.push({ id, by })
      return { paper: found.paper, body: Readable.from([Buffer.from(found.bytes)]) }
    },
    use: async () => undefined,
    usesOf: async () => [],
    async erase(id) {
      papers.delete(id)
    },
  }
}
