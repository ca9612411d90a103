/** Hours of the day in which nobody is woken: from `from` until before `until`, 0 to 23; the same twice: none. */
export type QuietHours = { readonly from: number; readonly until: number }

/** Unless a citizen says otherwise. */
export const usualQuietHours: QuietHours = { from: 21, until: 6 }

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * When something may be sent that came up at `atMs`: at once, or when the quiet hours end.
 * @param utcOffsetMinutes of the citizen's region
 */
export function sendAtMs(atMs: number, utcOffsetMinutes: number, quiet: QuietHours): number {
  const localMs = atMs + utcOffsetMinutes * 60_000
  const midnightMs = Math.floor(localMs / dayMs) * dayMs
  const hour = (localMs - midnightMs) / hourMs
  const { from, until } = quiet
  const isQuiet = from <= until ? hour >= from && hour < until : hour >= from || hour < until
  if (!isQuiet) return atMs
  const endMs = midnightMs + until * hourMs
  return (endMs > localMs ? endMs : endMs + dayMs) - utcOffsetMinutes * 60_000
}
