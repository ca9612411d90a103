import { Readable } from 'node:stream'
import type { Audit } from '../../../server/audit/index.ts'
import type { PaperVault } from '../../../server/papers/index.ts'

/** A vault in memory: what was put in is written to the audit before it comes out, as the real one does. */
export function memoryVault(audit: Pick<Audit, 'write'>, clock: () => number) {
  const kept = new Map<string, { owner: string; region: string; kind: string; bytes: Uint8Array }>()
  const vault: Pick<PaperVault, 'put' | 'open'> = {
    async put({ owner, region, kind, type, pages, bytes }) {
      const id = `w${kept.size + 1}`
      kept.set(id, { owner, region, kind, bytes })
      const sizes = { bytes: bytes.length, sentSha256: '', sha256: '' }
      return { id, owner, region, kind, type, pages, ...sizes, scan: 'not-scanned', expiresOn: null, createdAtMs: clock() }
    },
    async open(id, by, why) {
      const found = kept.get(id)
      if (found === undefined) throw new Error(`no paper ${id}`)
      const { owner, region, kind, bytes } = found
      await audit.write({ atMs: clock(), region, act: 'paper.opened', by, citizen: owner, about: { kind: 'paper', id }, why })
      const known = {
        id,
        owner,
        region,
        kind,
        type: 'application/json',
        bytes: bytes.length,
        pages: 1,
        sentSha256: '',
        sha256: '',
      } as const
      return { paper: { ...known, scan: 'not-scanned', expiresOn: null, createdAtMs: 0 }, body: Readable.from([Buffer.from(bytes)]) }
    },
  }
  return { vault, kept }
}
