import type { IncomingMessage, ServerResponse } from 'node:http'
import { CodedError } from '@balai/engine/core'
import { paperErrors, type PaperLimits } from '../../game/case/index.ts'
import { newId } from '../identity/index.ts'
import type { RecordRow, Store } from '../store/index.ts'
import type { Paper } from './paper-port.ts'
import { paperRefusal, type PaperRefusalCode } from './paper-refusal.ts'
import type { OwnVault } from './paper-vault.ts'
import type { TusServer } from './tus-server.ts'
import { createTurns } from './turns.ts'
import type { UploadFiles } from './upload-files.ts'

/** Uploads of citizens, and what becomes of them. */
export type Uploads = {
  /** Reserves a new upload for this citizen. @throws paper-too-large, upload-quota, paper-quota */
  reserve(owner: string, bytes: number): Promise<string>
  /** @throws unknown-upload: also when it is somebody else's */
  demand(id: string, owner: string): Promise<void>
  /** Answers a request of the tus protocol that was let through. @param id a reserved upload's, for the request that makes it; null for the others */
  handle(request: IncomingMessage, response: ServerResponse, id: string | null): Promise<void>
  /** Makes a paper of a whole upload; asked again, the same answer. @throws unknown-upload, upload-unfinished, the refusals of papers */
  accept(id: string, owner: string, as: { kind: string; region: string; expiresOn: string | null }): Promise<Paper>
  /** Removes the upload of a request that failed, or of whoever gave it up. */
  discard(id: string): Promise<void>
  /** Ends what has not come to an end in time. @returns how many */
  expire(): Promise<number>
}
export type UploadOptions = {
  readonly store: Pick<Store, 'putRecord' | 'findRecord' | 'deleteRecord' | 'recordsOf' | 'recordsDue'>
  readonly vault: Pick<OwnVault, 'acceptBytes' | 'find' | 'of'>
  readonly files: UploadFiles
  readonly limits: PaperLimits
  readonly clock: () => number
  /** Unfinished uploads of one citizen. */
  readonly mostOpen?: number
  /** Bytes of kept papers of one citizen. */
  readonly mostKeptBytes?: number
  /** An upload that was not finished by then is over; a finished one's answer is remembered as long. */
  readonly openMs?: number
}
/** `open`: it arrives, or waits to be accepted. */
type UploadData =
  | { readonly bytes: number; readonly paper: string }
  | { readonly code: PaperRefusalCode; readonly details: Readonly<Record<string, unknown>> }

const dayMs = 86_400_000
const sweepLimit = 500
const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`

export function createUploads(options: UploadOptions): Uploads {
  const { store, vault, files, limits, clock } = options
  const { mostOpen = 20, mostKeptBytes = 500 * 1024 * 1024, openMs = 2 * dayMs } = options
  const turns = createTurns()
  let tus: Promise<TusServer> | null = null

  const rowOf = (id: string, owner: string, state: string, data: UploadData, nowMs: number): RecordRow => ({
    kind: 'upload',
    id,
    region: '',
    owner,
    desk: '',
    state,
    dueMs: nowMs + openMs,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    data,
  })
  async function own(id: string, owner: string): Promise<RecordRow> {
    const row = await store.findRecord('upload', id)
    if (row === null || row.owner !== owner) throw paperRefusal('unknown-upload')
    return row
  }
  async function discard(id: string): Promise<void> {
    await files.discard(id)
    await store.deleteRecord('upload', id)
  }

  async function accept(row: RecordRow, as: { kind: string; region: string; expiresOn: string | null }): Promise<Paper> {
    const data = row.data as UploadData
    if ('code' in data) throw paperRefusal(data.code, data.details)
    const before = await vault.find(data.paper)
    if (before !== null) return before
    // The paper was erased since.
    if (row.state !== 'open') throw paperRefusal('unknown-upload')
    const received = await files.received(row.id)
    if (received !== data.bytes) throw paperRefusal('upload-unfinished', { received, expected: data.bytes })
    try {
      const paper = await vault.acceptBytes({ ...as, owner: row.owner, id: data.paper, bytes: await files.readWhole(row.id) })
      await store.putRecord({ ...row, state: 'done', updatedAtMs: clock() })
      await files.discard(row.id)
      return paper
    } catch (error) {
      if (error instanceof CodedError && isFinal(error.code)) {
        const refused: UploadData = { code: error.code, details: error.details }
        await store.putRecord({ ...row, state: 'refused', updatedAtMs: clock(), data: refused })
        await files.discard(row.id)
        throw paperRefusal(error.code, error.details)
      }
      throw error
    }
  }

  return {
    discard,
    reserve: (owner, bytes) =>
      turns(owner, async () => {
        if (bytes > limits.mostBytes) throw paperRefusal('paper-too-large', { limit: megabytes(limits.mostBytes) })
        const open = (await store.recordsOf('upload', owner)).filter(({ state }) => state === 'open')
        if (open.length >= mostOpen) throw paperRefusal('upload-quota', { limit: mostOpen })
        const kept = (await vault.of(owner)).reduce((sum, paper) => sum + paper.bytes, 0)
        if (kept + bytes > mostKeptBytes) throw paperRefusal('paper-quota', { limit: megabytes(mostKeptBytes) })
        const nowMs = clock()
        const id = newId(nowMs)
        await store.putRecord(rowOf(id, owner, 'open', { bytes, paper: newId(nowMs) }, nowMs))
        return id
      }),
    async demand(id, owner) {
      await own(id, owner)
    },
    async handle(request, response, id) {
      tus ??= import('./tus-server.ts').then(({ createTusServer }) => createTusServer(files, limits.mostBytes))
      await (await tus).handle(request, response, id)
    },
    // One citizen's papers are looked at one after the other: nobody fills the queue of all.
    accept: (id, owner, as) => turns(`papers of ${owner}`, () => turns(id, async () => accept(await own(id, owner), as))),
    async expire() {
      let count = 0
      for (const state of ['open', 'done', 'refused']) {
        for (const { id } of await store.recordsDue('upload', state, clock(), sweepLimit)) {
          await turns(id, () => discard(id))
          count++
        }
      }
      return count
    },
  }
}

/** A refusal that another try would only repeat. What depends on us (a scanner, a full machine) is not. */
function isFinal(code: string): code is PaperRefusalCode {
  return Object.hasOwn(paperErrors, code) || code === 'paper-virus' || code === 'paper-slow'
}
