import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Audit } from '../audit/index.ts'
import { newId } from '../identity/index.ts'
import type { Store } from '../store/index.ts'
import type { BlobStore } from './blob-store.ts'
import type { Scanner } from './clamd.ts'
import type { Inspector } from './inspector.ts'
import type { KeyRing } from './key-ring.ts'
import type { Paper, PaperVault } from './paper-port.ts'
import { paperRefusal } from './paper-refusal.ts'
import { createPaperKeys, paperOf, paperRow, useRow, type PaperState } from './paper-rows.ts'
import { openSealed, sealBytes } from './seal.ts'
import { createTurns } from './turns.ts'

export type VaultOptions = {
  readonly store: Pick<Store, 'putRecord' | 'findRecord' | 'recordsOf' | 'recordsAt' | 'deleteRecord'>
  readonly blobs: BlobStore
  readonly keys: KeyRing
  readonly inspector: Inspector
  /** null: this install has none, and says so on each paper. */
  readonly scanner: Scanner | null
  readonly audit: Pick<Audit, 'write'>
  readonly clock: () => number
  /** A paper that no case has used ends after so long. */
  readonly unusedMs: number
}
/** What the composition needs beside the port. */
export type OwnVault = PaperVault & {
  /** Like `accept`, with the bytes instead of a file; they are given away. */
  acceptBytes(input: {
    owner: string
    region: string
    kind: string
    expiresOn: string | null
    bytes: Uint8Array<ArrayBuffer>
    id: string
  }): Promise<Paper>
  /** Wraps every key of these regions anew under a new version and forgets the older ones. @returns how many */
  rotateKeys(regions: readonly string[], by: string): Promise<number>
}
/** More than a region has; a list is read whole. */
const everything = 1_000_000_000

/** The papers of everybody: what is known of them in the store, their bytes encrypted among the blobs. */
export function createPaperVault(options: VaultOptions): OwnVault {
  const { store, blobs, keys, inspector, scanner, audit, clock, unusedMs } = options
  const wrapped = createPaperKeys(store, clock)
  const turns = createTurns()

  async function find(id: string): Promise<Paper | null> {
    const row = await store.findRecord('paper', id)
    return row === null || row.state === 'erased' ? null : paperOf(row)
  }
  async function demand(id: string): Promise<Paper> {
    const paper = await find(id)
    if (paper === null) throw paperRefusal('unknown-paper')
    return paper
  }
  /** The bytes first, then the key, then the word that there is a paper: what is cut off between leaves nothing that anybody was told of. */
  async function keep(paper: Paper, state: PaperState, bytes: Uint8Array): Promise<Paper> {
    const { key, wrapped: sealed } = keys.make(paper.id)
    await blobs.put(paper.id, await sealBytes(paper.id, key, bytes))
    await wrapped.put(paper, sealed)
    await store.putRecord(paperRow(paper, state, state === 'kept' ? paper.createdAtMs + unusedMs : null, clock()))
    return paper
  }
  const acceptBytes: OwnVault['acceptBytes'] = async ({ owner, region, kind, expiresOn, bytes, id }) => {
    await scanner?.scan(bytes)
    const { type, pages, kept, sentSha256, sha256 } = await inspector.inspect(bytes)
    const scan = scanner === null ? 'not-scanned' : 'clean'
    const paper = {
      id,
      owner,
      region,
      kind,
      type,
      bytes: kept.length,
      pages,
      sentSha256,
      sha256,
      scan,
      expiresOn,
      createdAtMs: clock(),
    } as const
    return turns(id, () => keep(paper, 'kept', kept))
  }
  async function usesOf(id: string): Promise<readonly string[]> {
    return (await store.recordsOf('paper-use', id)).map((row) => (row.data as { case: string }).case)
  }
  async function erase(id: string): Promise<void> {
    const row = await store.findRecord('paper', id)
    if (row === null) return
    await wrapped.destroy(id)
    await store.putRecord({ ...row, state: 'erased', dueMs: null, updatedAtMs: clock() })
    await blobs.remove(id)
  }

  return {
    find,
    usesOf,
    acceptBytes,
    async of(owner) {
      return (await store.recordsOf('paper', owner)).filter((row) => row.state !== 'erased').map(paperOf)
    },
    async accept({ file, id = newId(clock()), ...input }) {
      return acceptBytes({ ...input, id, bytes: new Uint8Array(await readFile(file)) })
    },
    async put({ owner, region, kind, type, pages, bytes }) {
      const nowMs = clock()
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const known = { owner, region, kind, type, pages, bytes: bytes.length, sentSha256: sha256, sha256 }
      return keep({ id: newId(nowMs), ...known, scan: 'not-scanned', expiresOn: null, createdAtMs: nowMs }, 'made', bytes)
    },
    async open(id, by, why) {
      const paper = await demand(id)
      const key = await wrapped.find(id)
      if (key === null) throw paperRefusal('unknown-paper')
      await audit.write({
        atMs: clock(),
        region: paper.region,
        act: 'paper.opened',
        by,
        citizen: paper.owner || null,
        about: { kind: 'paper', id },
        why,
      })
      const sealed = await blobs.get(id)
      if (sealed === null) throw new Error(`paper ${id} has a key but no bytes: restore the papers that belong to this database`)
      return { paper, body: openSealed(id, keys.unwrap(id, key), sealed) }
    },
    use: (id, caseId) =>
      turns(id, async () => {
        const paper = await demand(id)
        const nowMs = clock()
        await store.putRecord(useRow(paper, caseId, nowMs))
        const row = await store.findRecord('paper', id)
        if (row?.state === 'kept') await store.putRecord({ ...row, state: 'used', dueMs: null, updatedAtMs: nowMs })
      }),
    erase: (id) => turns(id, () => erase(id)),
    async rotateKeys(regions, by) {
      const version = await keys.advance(by)
      let count = 0
      for (const region of regions) {
        for (const row of await store.recordsAt('paper', region, null, null, everything)) {
          if (row.state === 'erased') continue
          await turns(row.id, async () => {
            const key = await wrapped.find(row.id)
            if (key === null || key.version === version) return
            await wrapped.put(paperOf(row), keys.wrap(row.id, keys.unwrap(row.id, key)))
            count++
          })
        }
      }
      await keys.forgetOlder()
      return count
    },
  }
}
