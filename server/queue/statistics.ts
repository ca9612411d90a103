import type { StatisticsResponse, VisitFigures } from '../../game/api/index.ts'
import { hoursOf, summarizeVisits, visitsOf, type Visit } from '../../game/queue/index.ts'
import type { Malls } from '../mall/index.ts'
import type { AgencyStates } from './agency-states.ts'
import type { QueueActor } from './queue-actor.ts'
import { loadTogether } from './queue-actors.ts'
import type { OfficeCalendar } from './office-calendar.ts'

/** What a day came to, of the lines that somebody may see. */
export async function dayStatistics(options: {
  linesOf: (region: string, day: string) => Promise<QueueActor[]>
  malls: Malls
  states: AgencyStates
  calendar: OfficeCalendar
  region: string
  /** null: of every agency. */
  agency: string | null
  day: string
}): Promise<StatisticsResponse> {
  const { day } = options
  const visits = await visitsOfDay(options)
  const by = (keyOf: (visit: Visit) => string): VisitFigures[] =>
    summarizeVisits(visits, keyOf).map(({ key, summary }) => ({ key, ...summary }))
  const usedMs = visits.reduce((sum, { serviceMs }) => sum + (serviceMs ?? 0), 0)
  return {
    day,
    whole: by(() => '')[0] ?? { key: '', ...nothing },
    byService: by(({ group, service }) => (service === null ? group : `${group}/${service}`)),
    byCounter: by(({ counter }) => counter ?? ''),
    byHour: by(({ hour }) => (hour === null ? '' : String(hour).padStart(2, '0'))).sort((a, b) => (a.key < b.key ? -1 : 1)),
    byChannel: by(({ channel, isBooking }) => (isBooking ? 'booking' : channel)),
    plannedMinutes: plannedMinutes(options),
    usedMinutes: Math.round(usedMs / 60_000),
  }
}

const nothing = { count: 0, served: 0, noShow: 0, waitMedianMs: null, waitP90Ms: null, serviceMedianMs: null, serviceP90Ms: null }

/** One line a ticket, for a spreadsheet: no person. Text fields are slugs, so nothing needs quoting. */
export async function dayCsv(options: Parameters<typeof dayStatistics>[0]): Promise<string> {
  const head = 'group,service,counter,channel,booking,priority,hour,outcome,wait_seconds,service_seconds'
  const seconds = (ms: number | null): string => (ms === null ? '' : String(Math.round(ms / 1000)))
  const rows = (await visitsOfDay(options)).map((visit) =>
    [
      visit.group,
      visit.service ?? '',
      visit.counter ?? '',
      visit.channel,
      visit.isBooking ? '1' : '0',
      visit.priority ?? '',
      visit.hour ?? '',
      visit.outcome,
      seconds(visit.waitMs),
      seconds(visit.serviceMs),
    ].join(','),
  )
  return `${[head, ...rows].join('\r\n')}\r\n`
}

async function visitsOfDay({ linesOf, malls, calendar, region, agency, day }: Parameters<typeof dayStatistics>[0]): Promise<Visit[]> {
  const lines = (await linesOf(region, day)).filter((line) => agency === null || malls.group(region, line.group)?.agency.slug === agency)
  const offset = calendar.offsetOf(malls.region(region)?.timeZone ?? 'UTC', Date.parse(`${day}T12:00:00Z`))
  return (await loadTogether(lines)).flatMap((line) => visitsOf(line, offset))
}

/** Minutes for which the counters were to be open by the calendar. */
function plannedMinutes({ malls, states, region, agency, day }: Parameters<typeof dayStatistics>[0]): number {
  return malls
    .counters(region)
    .filter((counter) => agency === null || counter.agency === agency)
    .flatMap((counter) => hoursOf(states.hoursOf(region, counter.agency), day).spans)
    .reduce((sum, { from, to }) => sum + to - from, 0)
}
