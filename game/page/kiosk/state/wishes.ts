import type { KioskRequest } from '../../../api/index.ts'

/** A wish for a number that the server may or may not have heard, with the key under which it counts once. */
export type Wish = { readonly key: string; readonly request: KioskRequest; readonly atMs: number }

/** The one wish that has no answer yet, kept over a reload. */
export type Wishes = {
  /** The wish that is kept when it asks for the same, so that it can give one number only; else a new one. */
  begin(request: KioskRequest): Wish
  settle(): void
  /** A wish so fresh that whoever had it is still there; null when there is none. */
  fresh(): Wish | null
}

const storeKey = 'balai.kiosk.wish'
/** After this the number it may have got is somebody else's turn: a new one is asked for. */
const forgottenAfterMs = 10 * 60_000
const leftAfterMs = 2 * 60_000

/** @param options.clock ms since 1970 */
export function createWishes(options: {
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  newKey: () => string
  clock: () => number
}): Wishes {
  const { store, newKey, clock } = options
  let kept = read(store)
  const isYounger = (wish: Wish, ms: number): boolean => clock() - wish.atMs < ms
  return {
    begin(request) {
      if (kept && isYounger(kept, forgottenAfterMs) && JSON.stringify(kept.request) === JSON.stringify(request)) return kept
      kept = { key: newKey(), request, atMs: clock() }
      write(store, kept)
      return kept
    },
    settle() {
      kept = null
      write(store, null)
    },
    fresh: () => (kept && isYounger(kept, leftAfterMs) ? kept : null),
  }
}

function read(store: Pick<Storage, 'getItem'> | null): Wish | null {
  try {
    const wish = JSON.parse(store?.getItem(storeKey) ?? 'null') as Partial<Wish> | null
    const isWhole = typeof wish?.key === 'string' && typeof wish.atMs === 'number' && typeof wish.request?.group === 'string'
    return isWhole ? (wish as Wish) : null
  } catch {
    return null
  }
}

function write(store: Pick<Storage, 'setItem' | 'removeItem'> | null, wish: Wish | null): void {
  try {
    if (wish) store?.setItem(storeKey, JSON.stringify(wish))
    else store?.removeItem(storeKey)
  } catch {
    // Full or forbidden: it only costs the reload.
  }
}
