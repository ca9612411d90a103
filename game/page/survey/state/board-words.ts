import type { CatalogueResponse, SurveyBoard } from '../../../api/index.ts'
import { pick, type Language, type Translate } from '../../shared/index.ts'

/** "93,11" (id) or "93.11" (en). */
export function formatIndex(value: number, digits: number, language: Language): string {
  const text = value.toFixed(digits)
  return language === 'id' ? text.replace('.', ',') : text
}

/** "1.000" (id) or "1,000" (en). */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(count)
}

/** "Triwulan 4, 2026". */
export function periodName(period: string, t: Translate): string {
  return t('skm.period', { quarter: period.slice(-1), year: period.slice(0, 4) })
}

/** "1 Okt – 31 Des 2026". */
export function periodDays(board: Pick<SurveyBoard, 'from' | 'until'>, language: Language): string {
  const format = (day: string, more: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', ...more }).format(
      Date.parse(`${day}T12:00:00Z`),
    )
  return `${format(board.from, {})} – ${format(board.until, { year: 'numeric' })}`
}

/** Of a region's board an agency, of an agency's a service; what the catalogue no longer has keeps its key. */
export function partName(
  board: SurveyBoard,
  key: string,
  catalogue: CatalogueResponse,
  text: { language: Language; t: Translate },
): string {
  if (board.agency === null) return catalogue.agencies.find(({ slug }) => slug === key)?.shortName ?? key
  if (key === '') return text.t('skm.no-service')
  const services = catalogue.agencies.flatMap(({ groups }) => groups.flatMap((group) => group.services))
  const service = services.find(({ slug }) => slug === key)
  return service === undefined ? key : pick(service.name, text.language)
}
