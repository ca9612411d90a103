import { addWorkingDays, firstWorkingDay, promisedWorkingDays, type ServiceStandard, type WorkCalendar } from '../../../../case/index.ts'

/**
 * The promised day, YYYY-MM-DD, of a case that is sent at an instant: reckoned as the office does, while nothing waits for the citizen.
 * @throws TypeError when the calendar leaves no working day within a year
 */
export function promisedIfSent(
  { calendar, steps }: Pick<ServiceStandard, 'steps'> & { readonly calendar: WorkCalendar },
  atMs: number,
): string {
  return addWorkingDays(calendar, firstWorkingDay(calendar, atMs), promisedWorkingDays({ steps }))
}
