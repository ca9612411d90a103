/** The wall clock of a place, as `<input type="datetime-local">` writes it: YYYY-MM-DDTHH:MM. @param timeZone IANA name */
export function localTime(atMs: number, timeZone: string): string {
  return new Date(atMs + offsetMs(atMs, timeZone)).toISOString().slice(0, 16)
}

/** The instant (ISO 8601) that a wall clock of the place means; null: no time. Indonesia's zones have no summer time. */
export function instantOf(local: string, timeZone: string): string | null {
  const asUtcMs = Date.parse(`${local}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local) || Number.isNaN(asUtcMs)) return null
  return new Date(asUtcMs - offsetMs(asUtcMs, timeZone)).toISOString()
}

function offsetMs(atMs: number, timeZone: string): number {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const parts = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone }).formatToParts(atMs)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wallMs = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
  return wallMs - Math.floor(atMs / 60_000) * 60_000
}
