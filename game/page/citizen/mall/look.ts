const storeKey = 'balai.look'

/**
 * How this visitor looks, 32 bits: drawn by lot at the first visit and kept on this device only.
 * Every number unpacks to a look that can be drawn.
 */
export function rememberedLook(store: Pick<Storage, 'getItem' | 'setItem'> | null): number {
  try {
    const kept = Number(store?.getItem(storeKey) || Number.NaN)
    if (Number.isInteger(kept) && kept >= 0 && kept <= 0xffffffff) return kept
    const fresh = crypto.getRandomValues(new Uint32Array(1))[0]
    store?.setItem(storeKey, String(fresh))
    return fresh
  } catch {
    return crypto.getRandomValues(new Uint32Array(1))[0]
  }
}
