/** What a kiosk is by its address and by what it was told before. */
export type Pairing = {
  /** Slug of the region; null when the address names none. */
  readonly region: string | null
  /** What proves to the server that this screen stands in the mall; null: an officer has to pair it. */
  readonly key: string | null
  /** `?cetak=1`: the browser prints without asking (Chromium's `--kiosk-printing`), so each number is printed by itself. */
  readonly printsAlone: boolean
  /** `?dokumen=1`: a printer with A4 paper stands here, so holders may print their documents. */
  readonly printsDocuments: boolean
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const storeKey = (region: string) => `balai.kiosk.key.${region}`

/**
 * Reads `/kiosk?wilayah=REGION#kunci=KEY`; a key that comes with the address is kept and from then on not needed in it.
 * @returns the pairing, and the address to show instead, without the key; null when it can stay as it is.
 */
export function readPairing(
  address: { readonly pathname: string; readonly search: string; readonly hash: string },
  store: Store | null,
): { readonly pairing: Pairing; readonly showInstead: string | null } {
  const asked = new URLSearchParams(address.search)
  const region = asked.get('wilayah') || null
  const brought = new URLSearchParams(address.hash.slice(1)).get('kunci') || null
  if (region !== null && brought !== null) keep(store, region, brought)
  const key = region === null ? null : (brought ?? read(store, region))
  return {
    pairing: { region, key, printsAlone: asked.get('cetak') === '1', printsDocuments: asked.get('dokumen') === '1' },
    showInstead: address.hash === '' ? null : address.pathname + address.search,
  }
}

/** The server does not know this key any more. */
export function forgetKey(region: string, store: Store | null): void {
  try {
    store?.removeItem(storeKey(region))
  } catch {
    // Forbidden: then it was not kept either.
  }
}

function keep(store: Store | null, region: string, key: string): void {
  try {
    store?.setItem(storeKey(region), key)
  } catch {
    // Full or forbidden: the key lives as long as the page.
  }
}

function read(store: Store | null, region: string): string | null {
  try {
    return store?.getItem(storeKey(region)) ?? null
  } catch {
    return null
  }
}
