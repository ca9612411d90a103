import type { AgencyStateView, Opening as OpeningView } from '../../game/api/index.ts'
import { givesNumbers, instantOf, nextOpenDays, openingAt, slotsOf, type OfficeHours, type Opening } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { Store } from '../store/index.ts'
import type { OfficeCalendar } from './office-calendar.ts'

/** What an officer says of an agency: whether its central server answers, and whether blanks are in stock. */
export type AgencyState = { readonly isCentralUp: boolean; readonly hasBlanks: boolean; readonly note: string; readonly atMs: number }

/** When each agency is there, and what keeps it from working. Kept in the store, held in memory. */
export type AgencyStates = {
  restore(): Promise<void>
  hoursOf(region: string, agency: string): OfficeHours
  stateOf(region: string, agency: string): AgencyState
  putHours(region: string, agency: string, hours: OfficeHours, by: string): Promise<void>
  putState(region: string, agency: string, state: Omit<AgencyState, 'atMs'>, by: string): Promise<void>
  /** Whether a number can be taken now. */
  givesNumbers(region: string, agency: string): boolean
  /** What people see before they set out. */
  viewOf(region: string, agency: string): AgencyStateView
  /** The instants at which bookable slots of a day begin, those still to come. */
  slotsOf(region: string, agency: string, day: string): number[]
}

const dayMinutes = 1440
const wholeDay = [{ from: 0, to: dayMinutes }]
const officeSpans = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 15 * 60 },
]
const plainSlots = { slotMinutes: 30, slotCapacity: 4, quota: null, exceptions: [] }

/** Office hours until an administrator says otherwise. */
export const usualHours: OfficeHours = {
  week: [[], officeSpans, officeSpans, officeSpans, officeSpans, officeSpans, []],
  lastNumberMinutes: 15,
  ...plainSlots,
}
/** A demonstration is open whenever somebody looks at it. */
export const demoHours: OfficeHours = { week: Array.from({ length: 7 }, () => wholeDay), lastNumberMinutes: 0, ...plainSlots }

const shownDays = 5
const noWord: AgencyState = { isCentralUp: true, hasBlanks: true, note: '', atMs: 0 }

export function createAgencyStates(options: {
  store: Pick<Store, 'putSetting' | 'settings'>
  malls: Malls
  calendar: OfficeCalendar
  clock: () => number
  isDemo: boolean
  onChanged: (region: string) => void
}): AgencyStates {
  const { store, malls, calendar, clock, isDemo, onChanged } = options
  const hours = new Map<string, OfficeHours>()
  const states = new Map<string, AgencyState>()
  const nameOf = (region: string, agency: string): string => `${region}/${agency}`

  function zoneOf(region: string): string {
    return malls.region(region)?.timeZone ?? 'UTC'
  }
  function now(region: string): { day: string; minute: number; offsetMinutes: number } {
    const atMs = clock()
    const offsetMinutes = calendar.offsetOf(zoneOf(region), atMs)
    const minute = Math.floor((((atMs / 60_000 + offsetMinutes) % dayMinutes) + dayMinutes) % dayMinutes)
    return { day: calendar.dayOf(zoneOf(region), atMs), minute, offsetMinutes }
  }
  const hoursOf: AgencyStates['hoursOf'] = (region, agency) => {
    const set = hours.get(nameOf(region, agency))
    if (set !== undefined) return set
    const days = malls.agency(region, agency)?.weekdays
    const usual = isDemo ? demoHours : usualHours
    return days === undefined ? usual : { ...usual, week: usual.week.map((spans, weekday) => (days.includes(weekday) ? spans : [])) }
  }
  const stateOf: AgencyStates['stateOf'] = (region, agency) => states.get(nameOf(region, agency)) ?? noWord

  return {
    hoursOf,
    stateOf,
    async restore() {
      for (const { key, value } of await store.settings('hours/')) hours.set(key.slice('hours/'.length), value as OfficeHours)
      for (const { key, value } of await store.settings('state/')) states.set(key.slice('state/'.length), value as AgencyState)
    },
    async putHours(region, agency, value, by) {
      await store.putSetting({ key: `hours/${nameOf(region, agency)}`, value, updatedAtMs: clock(), updatedBy: by })
      hours.set(nameOf(region, agency), value)
      onChanged(region)
    },
    async putState(region, agency, state, by) {
      const value = { ...state, atMs: clock() }
      await store.putSetting({ key: `state/${nameOf(region, agency)}`, value, updatedAtMs: value.atMs, updatedBy: by })
      states.set(nameOf(region, agency), value)
      onChanged(region)
    },
    givesNumbers(region, agency) {
      const { day, minute } = now(region)
      return givesNumbers(hoursOf(region, agency), day, minute)
    },
    viewOf(region, agency) {
      const { day, minute } = now(region)
      const set = hoursOf(region, agency)
      const { isCentralUp, hasBlanks, note, atMs } = stateOf(region, agency)
      return {
        agency,
        opening: openingView(openingAt(set, day, minute)),
        givesNumbers: givesNumbers(set, day, minute),
        nextDays: nextOpenDays(set, day, shownDays),
        isCentralUp,
        hasBlanks,
        note,
        saidAt: atMs === 0 ? null : new Date(atMs).toISOString(),
      }
    },
    slotsOf(region, agency, day) {
      const { offsetMinutes } = now(region)
      return slotsOf(hoursOf(region, agency), day)
        .map((minute) => instantOf(day, minute, offsetMinutes))
        .filter((atMs) => atMs > clock())
    },
  }
}

function openingView(opening: Opening): OpeningView {
  switch (opening.type) {
    case 'open':
    case 'break':
      return { type: opening.type, at: timeOf(opening.untilMinute), reason: null }
    case 'before':
      return { type: 'before', at: timeOf(opening.fromMinute), reason: null }
    case 'after':
      return { type: 'after', at: null, reason: null }
    case 'closed':
      return { type: 'closed', at: null, reason: opening.reason }
  }
}

/** `08:00`; midnight at the end of a day is `24:00`. */
function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
