/** YYYY-MM-DD of an instant in a time zone. */
export function dayAt(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(atMs))
}

/** The day that lies so many working days later; holidays are the server's matter, this is for looking ahead. */
export function roughWorkingDay(day: string, workingDays: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  for (let left = workingDays; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1)
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6) left -= 1
  }
  return at.toISOString().slice(0, 10)
}
