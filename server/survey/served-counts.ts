import { randomUUID } from 'node:crypto'
import type { Store } from '../store/index.ts'

export type ServedOne = { readonly region: string; readonly agency: string; readonly day: string }
type Served = { readonly day: string; readonly agency: string; readonly count: number }

/** More rows than a region has agencies and days in ten years. */
const mostRows = 500_000

/** How many services were finished, by region, agency and day. Each process counts into rows of its own, so that two never write the same one. */
export type ServedCounts = {
  add(one: ServedOne): Promise<void>
  /** By agency, from the first to the last day. */
  between(region: string, from: string, until: string): Promise<Map<string, number>>
}

export function createServedCounts(options: { store: Pick<Store, 'putRecord' | 'recordsAt'> }): ServedCounts {
  const { store } = options
  const process = randomUUID()
  const counted = new Map<string, number>()
  return {
    async add({ region, agency, day }) {
      const id = `${region}/${agency}/${day}/${process}`
      const count = (counted.get(id) ?? 0) + 1
      counted.set(id, count)
      const atMs = Date.parse(`${day}T00:00:00Z`)
      const data: Served = { day, agency, count }
      await store.putRecord({
        kind: 'served',
        id,
        region,
        owner: '',
        desk: agency,
        state: day.slice(0, 7),
        dueMs: null,
        createdAtMs: atMs,
        updatedAtMs: atMs,
        data,
      })
    },
    async between(region, from, until) {
      const sums = new Map<string, number>()
      for (const month of monthsBetween(from, until)) {
        for (const { data } of await store.recordsAt('served', region, null, month, mostRows)) {
          const { agency, count } = data as Served
          sums.set(agency, (sums.get(agency) ?? 0) + count)
        }
      }
      return sums
    },
  }
}

/** A quarter is three whole months. */
function monthsBetween(from: string, until: string): string[] {
  const months: string[] = []
  for (let month = Number(from.slice(5, 7)); month <= Number(until.slice(5, 7)); month++) {
    months.push(`${from.slice(0, 4)}-${String(month).padStart(2, '0')}`)
  }
  return months
}
