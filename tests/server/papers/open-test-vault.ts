import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paperLimits } from '../../../game/case/index.ts'
import type { AuditEntry } from '../../../server/audit/index.ts'
import { createDiskBlobs, createInspector, createKeyRing, createPaperVault } from '../../../server/papers/index.ts'
import type { Scanner } from '../../../server/papers/clamd.ts'
import { endPapers } from '../../../server/papers/end-papers.ts'
import { openMemoryStore, type Store } from '../../../server/store/index.ts'
import { testClock, testSecret } from '../http/harness.ts'

export const dayMs = 86_400_000
export const owner = { owner: 'budi', region: 'kukar' } as const

/** A vault over a folder of its own; `audit.isBroken` makes the audit refuse. */
export async function openTestVault(options: { store?: Store; folder?: string; scanner?: Scanner; secret?: Uint8Array } = {}) {
  const { store = openMemoryStore(), scanner = null, secret = testSecret } = options
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'balai-vault-')))
  // Bytes are dated by the disk: so is everything else.
  const clock = testClock(Date.now())
  const audit = { entries: [] as AuditEntry[], isBroken: false }
  const blobs = createDiskBlobs(join(folder, 'papers'))
  const inspector = createInspector({ limits: paperLimits })
  const keys = await createKeyRing({ store, secret, clock })
  const vault = createPaperVault({
    store,
    blobs,
    keys,
    inspector,
    scanner,
    clock,
    unusedMs: 90 * dayMs,
    audit: {
      async write(entry) {
        if (audit.isBroken) throw new Error('the audit cannot write')
        audit.entries.push(entry)
      },
    },
  })
  return {
    vault,
    store,
    blobs,
    keys,
    clock,
    audit,
    folder,
    tidy: () => endPapers({ store, vault, blobs, clock }),
    async close() {
      await inspector.close()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
