import { openStorage } from '../../shared/index.ts'

const prefix = 'siap/'

/** Which papers somebody has ticked as lying ready, for each service: slugs alone, kept on this device. */
export function readTicked(service: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(openStorage('localStorage')?.getItem(prefix + service) ?? '[]')
    return Array.isArray(kept) ? kept.filter((slug) => typeof slug === 'string') : []
  } catch {
    return []
  }
}

export function keepTicked(service: string, slugs: readonly string[]): void {
  try {
    const storage = openStorage('localStorage')
    if (slugs.length === 0) storage?.removeItem(prefix + service)
    else storage?.setItem(prefix + service, JSON.stringify(slugs))
  } catch {
    // A full or closed storage: the ticks live as long as the sheet.
  }
}
