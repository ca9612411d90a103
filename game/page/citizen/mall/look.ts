const storeKey = 'balai.look'

type Store = Pick<Storage, 'getItem' | 'setItem'> | null

/** People of every day (`assets/art/ready-made.ts`), of whom a newcomer is one by lot: skin and the colour of the top are drawn too. */
const everyday = [2957201657, 2954631683, 2953316058, 2955972784, 2953852445]

/** How this visitor looks, 32 bits as `assets/art/look.ts` packs them: drawn by lot at the first visit and kept on this device only. */
export function rememberedLook(store: Store): number {
  try {
    const kept = Number(store?.getItem(storeKey) || Number.NaN)
    if (Number.isInteger(kept) && kept >= 0 && kept <= 0xffffffff) return kept
  } catch {
    // Forbidden: it holds for this visit.
  }
  const fresh = lookByLot(crypto.getRandomValues(new Uint32Array(1))[0])
  keepLook(store, fresh)
  return fresh
}

/** Keeps it for the next visit, where the browser allows that. */
export function keepLook(store: Store, look: number): void {
  try {
    store?.setItem(storeKey, String(look))
  } catch {
    // Full or forbidden: it holds for this visit.
  }
}

/** A look of every day for each number of 32 bits. */
export function lookByLot(lot: number): number {
  const [skin, top] = [(lot >>> 8) % 6, (lot >>> 16) % 16]
  return ((everyday[lot % everyday.length] & ~0x7f) | skin | (top << 3)) >>> 0
}
