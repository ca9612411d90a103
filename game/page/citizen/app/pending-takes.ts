import type { TicketRequest } from '../../../api/index.ts'

/** A wish for a ticket that the server may or may not have heard. */
export type PendingTake = { readonly key: string; readonly request: TicketRequest }

/**
 * Wishes for tickets that have no answer yet, kept with their keys over a reload: asked again with the same key they give the same number.
 * A store that is full or forbidden only costs the reload.
 */
export type PendingTakes = {
  /** The wish for this line: the one that is kept, or a new one with a new key. */
  begin(request: TicketRequest): PendingTake
  /** It was answered. */
  settle(pending: PendingTake): void
  /** The first that has no answer. */
  first(): PendingTake | null
}

const storeKey = 'balai.takes'

export function createPendingTakes(store: Pick<Storage, 'getItem' | 'setItem'> | null, newKey: () => string): PendingTakes {
  let rows = read(store)
  const write = (next: PendingTake[]) => {
    rows = next
    try {
      store?.setItem(storeKey, JSON.stringify(rows))
    } catch {
      // Full or forbidden.
    }
  }
  return {
    begin(request) {
      const kept = rows.find((row) => row.request.region === request.region && row.request.group === request.group)
      if (kept && isSame(kept.request, request)) return kept
      const row = { key: newKey(), request }
      write([...rows.filter((other) => other !== kept), row])
      return row
    },
    settle(pending) {
      write(rows.filter((row) => row.key !== pending.key))
    },
    first: () => rows[0] ?? null,
  }
}

/** Another service, priority, time or further service is another request: the server refuses an old key for it. */
function isSame(a: TicketRequest, b: TicketRequest): boolean {
  const told = ({ service, priority = null, slotAt = null, route = [] }: TicketRequest) =>
    JSON.stringify([service, priority, slotAt, route])
  return told(a) === told(b)
}

function read(store: Pick<Storage, 'getItem'> | null): PendingTake[] {
  try {
    const rows: unknown = JSON.parse(store?.getItem(storeKey) ?? '[]')
    return Array.isArray(rows)
      ? rows.filter((row): row is PendingTake => typeof row?.key === 'string' && typeof row?.request?.group === 'string')
      : []
  } catch {
    return []
  }
}
