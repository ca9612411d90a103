import type { WorkCalendarView } from '../../game/api/index.ts'
import { isWorkingDay, type WorkCalendar } from '../../game/case/index.ts'
import type { Store } from '../store/index.ts'
import { nationalHolidays } from './national-holidays.ts'

/** When the offices of each region work: a setting of its administrator, `holidays/REGION`. */
export type WorkCalendars = {
  /** @throws TypeError when the region is unknown */
  of(region: string): Promise<WorkCalendar>
  viewOf(region: string): Promise<WorkCalendarView>
  /** @throws TypeError when a time or day is none, or nobody would work */
  put(region: string, view: WorkCalendarView, by: string): Promise<void>
}

type Setting = Omit<WorkCalendar, 'utcOffsetMinutes'>
const dayMinutes = 24 * 60
const usual: Setting = { weekdays: [1, 2, 3, 4, 5], opensMinute: 8 * 60, closesMinute: 16 * 60, holidays: nationalHolidays }

/** @param options.offsetOf minutes that a region is ahead of UTC at an instant */
export function createWorkCalendars(options: {
  store: Pick<Store, 'settings' | 'putSetting'>
  clock: () => number
  offsetOf: (region: string, atMs: number) => number
}): WorkCalendars {
  const { store, clock, offsetOf } = options
  const keyOf = (region: string): string => `holidays/${region}`

  async function settingOf(region: string): Promise<Setting> {
    const key = keyOf(region)
    const row = (await store.settings(key)).find((one) => one.key === key)
    return row === undefined ? usual : (row.value as Setting)
  }
  return {
    async of(region) {
      return { ...(await settingOf(region)), utcOffsetMinutes: offsetOf(region, clock()) }
    },
    async viewOf(region) {
      const { weekdays, opensMinute, closesMinute, holidays } = await settingOf(region)
      return { weekdays, opens: timeOf(opensMinute), closes: timeOf(closesMinute), holidays }
    },
    async put(region, view, by) {
      const setting: Setting = {
        weekdays: [...new Set(view.weekdays)].sort((a, b) => a - b),
        opensMinute: minuteOf(view.opens),
        closesMinute: minuteOf(view.closes),
        holidays: view.holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      }
      check(setting)
      await store.putSetting({ key: keyOf(region), value: setting, updatedAtMs: clock(), updatedBy: by })
    },
  }
}

function check(setting: Setting): void {
  const { weekdays, opensMinute, closesMinute, holidays } = setting
  if (weekdays.length === 0) throw new TypeError('weekdays must name at least one day: without one nothing is ever due')
  if (opensMinute >= closesMinute) throw new TypeError('opens must be before closes')
  // Throws for what is no day of the calendar.
  for (const { day } of holidays) isWorkingDay({ ...setting, utcOffsetMinutes: 0 }, day)
}

const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  if (Number.isNaN(minute) || Number(minutes) > 59 || minute > dayMinutes) throw new TypeError(`a time must be HH:MM, got ${time}`)
  return minute
}
