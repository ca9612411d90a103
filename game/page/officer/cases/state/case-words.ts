import type { CatalogueResponse, OfficerCaseView, OfficerCaseRow } from '../../../../api/index.ts'
import type { CaseAction } from '../../../../case/index.ts'
import { pick, type Language } from '../../../shared/index.ts'

/** The step that usually comes now, shown as the main button: taking it in hand, then the way forward. */
export function usualAction({ actions }: Pick<OfficerCaseView, 'actions'>): CaseAction | null {
  const order = ['take', 'check', 'accept', 'step', 'decide'] as const
  return order.find((action) => actions.includes(action)) ?? null
}

/** The name of a service, its slug where the catalogue does not know it. */
export function serviceName(catalogue: CatalogueResponse | null, service: string, language: Language): string {
  for (const agency of catalogue?.agencies ?? []) {
    for (const group of agency.groups) {
      const found = group.services.find(({ slug }) => slug === service)
      if (found !== undefined) return pick(found.name, language)
    }
  }
  return service
}

export function agencyName(catalogue: CatalogueResponse | null, agency: string): string {
  return catalogue?.agencies.find(({ slug }) => slug === agency)?.shortName ?? agency
}

export type Urgency = 'late' | 'today' | 'soon' | 'later' | 'resting'

/** How near the promised day is. @param today YYYY-MM-DD in the region's zone */
export function urgencyOf({ promisedOn, isLate }: Pick<OfficerCaseRow, 'promisedOn' | 'isLate'>, today: string, soon: string): Urgency {
  if (isLate) return 'late'
  if (promisedOn === null) return 'resting'
  if (promisedOn < today) return 'late'
  if (promisedOn === today) return 'today'
  return promisedOn <= soon ? 'soon' : 'later'
}

/** The calendar day in a zone, YYYY-MM-DD. @param timeZone IANA name; left out: the zone of this device */
export function dayIn(timeZone: string | undefined, atMs: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(atMs)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
