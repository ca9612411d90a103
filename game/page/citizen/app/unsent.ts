import { openStorage } from '../../shared/index.ts'

const storeKey = 'balai.unsent'

/** How many applications this device has not sent yet: a number, for whoever is about to sign out. */
export function noteUnsent(count: number): void {
  try {
    if (count === 0) openStorage('localStorage')?.removeItem(storeKey)
    else openStorage('localStorage')?.setItem(storeKey, String(count))
  } catch {
    // Full: nobody is warned.
  }
}

export function readUnsent(): number {
  return Number(openStorage('localStorage')?.getItem(storeKey) ?? 0)
}
