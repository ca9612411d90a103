import { deriveKeys, isSame, sign } from '../identity/index.ts'

/** Pairs the kiosks of a region's mall: whoever stands at one needs no account, so nobody at home may pass for one. */
export type KioskKeys = {
  /** The address that pairs a kiosk; its key is in the part that no server sees. */
  pathOf(region: string): string
  isPaired(region: string, key: string | undefined): boolean
}

export function createKioskKeys(secret: Uint8Array): KioskKeys {
  const key = deriveKeys(secret).kiosk
  const keyOf = (region: string): string => sign(key, `kiosk/${region}`, 'base64url')
  return {
    pathOf: (region) => `/kiosk?wilayah=${encodeURIComponent(region)}#kunci=${keyOf(region)}`,
    isPaired: (region, given) => given !== undefined && isSame(given, keyOf(region)),
  }
}
