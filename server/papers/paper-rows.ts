import type { RecordRow, Store } from '../store/index.ts'
import type { Paper } from './paper-port.ts'
import type { WrappedKey } from './key-ring.ts'

/*
 * A paper in the store: a row `paper` with what is known of it, a row `paper-key` with its wrapped key, and a row `paper-use` for each case that uses it.
 * They are apart so that each is written by one action only: a use cannot undo an erasure, and a new wrapping cannot undo a use.
 */

/** `kept`: nobody has used it yet, and it ends when nobody does. `used`: by a case. `made`: by the server. */
export type PaperState = 'kept' | 'used' | 'made' | 'erased'
type PaperData = Omit<Paper, 'id' | 'owner' | 'region' | 'createdAtMs'>

export function paperRow(paper: Paper, state: PaperState, dueMs: number | null, nowMs: number): RecordRow {
  const { id, owner, region, createdAtMs, ...data } = paper
  return { kind: 'paper', id, region, owner, desk: '', state, dueMs, createdAtMs, updatedAtMs: nowMs, data: data satisfies PaperData }
}

export function paperOf({ id, owner, region, createdAtMs, data }: RecordRow): Paper {
  return { ...(data as PaperData), id, owner, region, createdAtMs }
}

export type PaperKeys = {
  put(paper: Paper, key: WrappedKey): Promise<void>
  /** null: destroyed, or never there. */
  find(id: string): Promise<WrappedKey | null>
  destroy(id: string): Promise<void>
}

export function createPaperKeys(store: Pick<Store, 'putRecord' | 'findRecord' | 'deleteRecord'>, clock: () => number): PaperKeys {
  return {
    async put({ id, region, createdAtMs }, key) {
      await store.putRecord({
        kind: 'paper-key',
        id,
        region,
        owner: '',
        desk: '',
        state: `v${key.version}`,
        dueMs: null,
        createdAtMs,
        updatedAtMs: clock(),
        data: key,
      })
    },
    find: async (id) => ((await store.findRecord('paper-key', id))?.data as WrappedKey | undefined) ?? null,
    async destroy(id) {
      await store.deleteRecord('paper-key', id)
    },
  }
}

/** Which cases use a paper: rows owned by the paper. */
export function useRow(paper: Paper, caseId: string, nowMs: number): RecordRow {
  return {
    kind: 'paper-use',
    id: `${paper.id}/${caseId}`,
    region: paper.region,
    owner: paper.id,
    desk: '',
    state: 'used',
    dueMs: null,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    data: { case: caseId },
  }
}
