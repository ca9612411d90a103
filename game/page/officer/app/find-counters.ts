import type { OfficerStart } from '../../../api/index.ts'

export type CounterRow = OfficerStart['counters'][number]
export type CounterGroup = { readonly region: string; readonly regionName: string; readonly counters: readonly CounterRow[] }

/**
 * The counters whose region, sign or agency hold every word of the query, by region, in the order they came.
 * @param region slug; null searches all.
 */
export function findCounters(counters: readonly CounterRow[], by: { query: string; region: string | null }): readonly CounterGroup[] {
  const words = fold(by.query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const groups = new Map<string, { region: string; regionName: string; counters: CounterRow[] }>()
  for (const counter of counters) {
    if (by.region !== null && counter.region !== by.region) continue
    const text = fold(`${counter.regionName} loket ${counter.label} counter ${counter.label} ${counter.agencyName} ${counter.agency}`)
    if (!words.every((word) => holdsWord(text, word))) continue
    const group = groups.get(counter.region) ?? { region: counter.region, regionName: counter.regionName, counters: [] }
    groups.set(counter.region, group)
    group.counters.push(counter)
  }
  return [...groups.values()]
}

/** Letters may stand anywhere; a number is a whole word, so that "loket 1" is not every counter from 10 to 19. */
function holdsWord(text: string, word: string): boolean {
  return /^\d+$/.test(word) ? text.split(' ').includes(word) : text.includes(word)
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/** Regions of the list, each once, in its order. */
export function regionsOf(counters: readonly CounterRow[]): readonly { readonly slug: string; readonly name: string }[] {
  const names = new Map(counters.map((counter) => [counter.region, counter.regionName]))
  return [...names].map(([slug, name]) => ({ slug, name }))
}
