import type { OfficerRow, Store } from '../store/index.ts'
import { refusal } from './refusal.ts'

/** Whether an officer may come in. Who never lost their access has no row. */
export type OfficerAccess = {
  isEnded(id: string): Promise<boolean>
  /** Whether a session of this officer that began then still counts: one from before an end never does again. */
  isSessionGood(id: string, beganAtMs: number): Promise<boolean>
  /** Ended twice is ended. @throws unknown-officer, officer-self */
  end(id: string, by: string): Promise<OfficerRow>
  /** They come in again as they did, with the roles they had. @throws unknown-officer */
  giveBack(id: string, by: string): Promise<OfficerRow>
}

type Kept = { readonly isEnded: boolean; readonly sessionsAfterMs: number }

export function createOfficerAccess(options: {
  store: Pick<Store, 'settings' | 'putSetting' | 'findOfficer'>
  clock: () => number
}): OfficerAccess {
  const { store, clock } = options

  async function keptOf(id: string): Promise<Kept | null> {
    const key = `ended/${id}`
    const row = (await store.settings(key)).find((one) => one.key === key)
    return (row?.value as Kept | undefined) ?? null
  }
  async function keep(id: string, by: string, isEnded: boolean): Promise<OfficerRow> {
    const officer = await store.findOfficer(id)
    if (officer === null) throw refusal('unknown-officer')
    const before = await keptOf(id)
    if ((before?.isEnded ?? false) !== isEnded) {
      const nowMs = clock()
      const value: Kept = { isEnded, sessionsAfterMs: nowMs }
      await store.putSetting({ key: `ended/${id}`, value, updatedAtMs: nowMs, updatedBy: by })
    }
    return officer
  }
  return {
    isEnded: async (id) => (await keptOf(id))?.isEnded ?? false,
    async isSessionGood(id, beganAtMs) {
      const kept = await keptOf(id)
      return kept === null || (!kept.isEnded && beganAtMs > kept.sessionsAfterMs)
    },
    async end(id, by) {
      // Whoever ends their own access could leave nobody who gives it back.
      if (id === by) throw refusal('officer-self')
      return keep(id, by, true)
    },
    giveBack: (id, by) => keep(id, by, false),
  }
}
