import type { CatalogueResponse, VisitFigures } from '../../../api/index.ts'
import { pick, type Language, type Translate } from '../../shared/index.ts'

/** Minutes for people: `6,4` (id) or `6.4` (en) below ten, whole ones above; null without a value. */
export function formatMinutes(ms: number | null, language: Language): string | null {
  if (ms === null) return null
  const minutes = ms / 60_000
  if (minutes >= 9.95) return String(Math.round(minutes))
  const text = minutes.toFixed(1)
  return language === 'id' ? text.replace('.', ',') : text
}

/** `45 %` (id) or `45%` (en); null of nothing. */
export function formatShare(part: number, whole: number, language: Language): string | null {
  if (whole <= 0) return null
  return `${Math.round((part * 100) / whole)}${language === 'id' ? ' %' : '%'}`
}

/** A service's name by the key `group/service`, or its line's by `group`; the key itself for what the catalogue no longer has. */
export function serviceName(key: string, catalogue: CatalogueResponse, language: Language): string {
  const [groupSlug, serviceSlug] = key.split('/')
  const group = catalogue.agencies.flatMap(({ groups }) => groups).find(({ slug }) => slug === groupSlug)
  if (group === undefined) return key
  if (serviceSlug === undefined) return pick(group.name, language)
  const service = group.services.find(({ slug }) => slug === serviceSlug)
  return service === undefined ? key : pick(service.name, language)
}

/** "Loket 1, Disdukcapil"; an empty key is of those who were never called. */
export function counterName(key: string, catalogue: CatalogueResponse, t: Translate): string {
  if (key === '') return t('statistics.nobody-called')
  const place = catalogue.counters.find(({ id }) => id === key)
  const agency = catalogue.agencies.find(({ slug }) => slug === place?.agency)
  return place === undefined ? key : t('statistics.counter', { counter: place.label, agency: agency?.shortName ?? '' })
}

/** "08.00–09.00"; an empty key is of bookings that never came into the order. */
export function hourName(key: string, language: Language, t: Translate): string {
  if (key === '') return t('statistics.never-entered')
  const colon = language === 'id' ? '.' : ':'
  return `${key}${colon}00–${String(Number(key) + 1).padStart(2, '0')}${colon}00`
}

const channels: ReadonlySet<string> = new Set(['home', 'kiosk', 'hall', 'operator', 'booking'])

export function channelName(key: string, t: Translate): string {
  return channels.has(key) ? t(`statistics.channel.${key}`) : key
}

/** Every hour from the first to the last in which somebody came, also those in which nobody did. */
export function wholeHours(byHour: readonly VisitFigures[]): readonly VisitFigures[] {
  const known = new Map(byHour.filter(({ key }) => key !== '').map((row) => [Number(row.key), row]))
  const hours = [...known.keys()]
  if (hours.length === 0) return []
  const first = Math.min(...hours)
  const count = Math.max(...hours) - first + 1
  return Array.from({ length: count }, (_, index) => known.get(first + index) ?? emptyHour(first + index))
}

function emptyHour(hour: number): VisitFigures {
  const none = { waitMedianMs: null, waitP90Ms: null, serviceMedianMs: null, serviceP90Ms: null }
  return { key: String(hour).padStart(2, '0'), count: 0, served: 0, noShow: 0, ...none }
}
