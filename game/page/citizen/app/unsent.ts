import { openStorage } from '../../shared/index.ts'

/** Applications that only this device has: handed over but not arrived, and begun but not handed over. Numbers alone, for whoever is about to sign out. */
export type Unsent = { readonly sendings: number; readonly drafts: number }

const storeKeys = { sendings: 'balai.unsent', drafts: 'balai.drafts' } as const

export function noteUnsent(now: Partial<Unsent>): void {
  for (const part of ['sendings', 'drafts'] as const) {
    const count = now[part]
    if (count !== undefined) note(storeKeys[part], count)
  }
}

export function readUnsent(): Unsent {
  const read = (key: string) => Number(openStorage('localStorage')?.getItem(key) ?? 0)
  return { sendings: read(storeKeys.sendings), drafts: read(storeKeys.drafts) }
}

function note(key: string, count: number): void {
  try {
    if (count === 0) openStorage('localStorage')?.removeItem(key)
    else openStorage('localStorage')?.setItem(key, String(count))
  } catch {
    // Full: nobody is warned.
  }
}
