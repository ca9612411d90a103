import type { Agency } from '../../../../api/index.ts'
import type { CounterSpot, Mall, MallSpot } from '../../../../mall/index.ts'
import { pick, type Text } from '../../../shared/index.ts'

/** "Lantai 2"; empty in a mall of one storey. */
export function storeyWords(mall: Mall, storey: number, { t }: Text): string {
  const label = mall.storeys.find(({ number }) => number === storey)?.label ?? ''
  return mall.storeys.length > 1 && label !== '' ? t('mall.storey', { label }) : ''
}

/** "Loket 3", "Musala". */
export function spotName(spot: MallSpot, { t, language }: Text): string {
  if (spot.kind === 'counter') return t('counter.name', { label: spot.counter.label })
  return spot.kind === 'room' ? pick(spot.name, language) : t('mall.other')
}

export function agencyOfSpot(mall: Mall, spot: CounterSpot): Agency | null {
  return mall.catalogue.agencies.find(({ slug }) => slug === spot.counter.agency) ?? null
}

/** Words with a dot between, empty ones left out. */
export function dotted(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' · ')
}
