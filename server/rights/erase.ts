import { decideErasure, isPastRetention, retentionClasses, type Erasure, type RetentionSlug } from '../../game/case/index.ts'
import type { PaperVault } from '../papers/index.ts'
import type { Store } from '../store/index.ts'
import type { Holding, Holdings } from './holdings.ts'

export type Kept = {
  readonly class: RetentionSlug
  readonly count: number
  readonly why: 'open' | 'needed' | 'law'
  readonly untilMs: number | null
}

export type Eraser = {
  /** Erases what may be: all of it, or one class. @returns how many, and what stays and why */
  erase(citizen: string, only: RetentionSlug | null): Promise<{ readonly erased: number; readonly kept: readonly Kept[] }>
  /** Erases what is past its time, oldest first. @returns how many */
  retire(regions: readonly string[]): Promise<number>
}

/** Kinds whose rows are looked through for their age, with those of nobody in particular. */
const retired = [
  'notice',
  'data-request',
  'consent',
  'access',
  'complaint',
  'case',
  'payment',
  'document',
  'paper',
  'push',
  'notice-wishes',
] as const
const lookedAtOnce = 500

export function createEraser(options: {
  store: Pick<Store, 'deleteRecord' | 'recordsAt'>
  holdings: Holdings
  vault: Pick<PaperVault, 'erase'>
  clock: () => number
}): Eraser {
  const { store, holdings, vault, clock } = options

  async function remove({ kind, id }: Holding): Promise<boolean> {
    if (kind === 'ticket' || kind === 'account') return false
    if (kind === 'paper') await vault.erase(id)
    else await store.deleteRecord(kind, id)
    return true
  }
  return {
    async erase(citizen, only) {
      let erased = 0
      const kept = new Map<string, Kept>()
      for (const holding of await holdings.all(citizen)) {
        if (only !== null && holding.class !== only) continue
        const decision = decideErasure(holding, clock())
        if (decision.erase && (await remove(holding))) erased++
        else if (!decision.erase) keep(kept, holding.class, decision)
      }
      return { erased, kept: [...kept.values()] }
    },
    async retire(regions) {
      let gone = 0
      const owners = new Set<string>()
      for (const region of ['', '-', ...regions]) {
        for (const kind of retired) {
          const rows = await store.recordsAt(kind, region, null, null, lookedAtOnce)
          // Nothing can be over that is younger than the shortest of all times.
          for (const { owner, createdAtMs } of rows) if (owner !== '' && clock() - createdAtMs > shortestMs) owners.add(owner)
        }
      }
      for (const owner of owners) {
        for (const holding of await holdings.all(owner)) {
          if (isPastRetention(holding, clock()) && (await remove(holding))) gone++
        }
      }
      return gone
    },
  }
}

const shortestMs = Math.min(...Object.values(retentionClasses).map(({ days }) => days ?? Number.POSITIVE_INFINITY)) * 86_400_000

function keep(kept: Map<string, Kept>, slug: RetentionSlug, { why, untilMs }: Extract<Erasure, { erase: false }>): void {
  const key = `${slug}/${why}`
  const before = kept.get(key)
  const latest = Math.max(before?.untilMs ?? 0, untilMs ?? 0)
  kept.set(key, { class: slug, why, count: (before?.count ?? 0) + 1, untilMs: latest === 0 ? null : latest })
}
