import type { WingSlug } from '../../../api/index.ts'
import type { LineState } from './line-state.ts'

/** How often each line was taken at this kiosk, by its slug. */
export type Uses = Readonly<Record<string, number>>

/** The order of the wings from the door, for those that are used alike. */
const doorOrder: readonly WingSlug[] = ['kependudukan', 'pajak', 'kesehatan', 'usaha', 'sosial', 'perbankan']
/** From here on all counts are halved: what was used last year should not stand before what is used now. */
const mostUses = 200

const storeKey = (region: string) => `balai.kiosk.uses.${region}`

/** Lines that give numbers, the most used first; alike, where most wait; else in the order of the catalogue. */
export function mostUsedLines(lines: readonly LineState[], uses: Uses, count: number): readonly LineState[] {
  return lines
    .filter(({ bar }) => bar === null)
    .sort((a, b) => usesOf(uses, b) - usesOf(uses, a) || b.waiting - a.waiting)
    .slice(0, count)
}

/** The wings that this mall has, the most used first. */
export function wingsByUse(lines: readonly LineState[], uses: Uses): readonly WingSlug[] {
  const sum = (wing: WingSlug): number => linesOfWing(lines, wing).reduce((total, line) => total + usesOf(uses, line), 0)
  return doorOrder.filter((wing) => linesOfWing(lines, wing).length > 0).sort((a, b) => sum(b) - sum(a))
}

/** The lines of one wing, the most used first. */
export function linesOfWing(lines: readonly LineState[], wing: WingSlug, uses: Uses = {}): readonly LineState[] {
  return lines.filter(({ agency }) => agency.wing === wing).sort((a, b) => usesOf(uses, b) - usesOf(uses, a))
}

/** One more number in that line. */
export function addUse(uses: Uses, group: string): Uses {
  const next = { ...uses, [group]: (uses[group] ?? 0) + 1 }
  if (next[group] < mostUses) return next
  return Object.fromEntries(Object.entries(next).map(([slug, count]) => [slug, Math.floor(count / 2)]))
}

export function loadUses(region: string, store: Pick<Storage, 'getItem'> | null): Uses {
  try {
    const kept = JSON.parse(store?.getItem(storeKey(region)) ?? '{}') as Record<string, unknown>
    return Object.fromEntries(Object.entries(kept).filter((row): row is [string, number] => typeof row[1] === 'number'))
  } catch {
    return {}
  }
}

export function saveUses(region: string, uses: Uses, store: Pick<Storage, 'setItem'> | null): void {
  try {
    store?.setItem(storeKey(region), JSON.stringify(uses))
  } catch {
    // Full or forbidden: the order of the catalogue will do.
  }
}

function usesOf(uses: Uses, { group }: LineState): number {
  return uses[group.slug] ?? 0
}
