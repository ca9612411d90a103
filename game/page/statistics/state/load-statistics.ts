import { CodedError } from '@balai/engine/core'
import type { CatalogueResponse, Region, RegionsResponse, SessionResponse, StatisticsResponse } from '../../../api/index.ts'
import type { ApiCall } from '../../shared/index.ts'
import { figuresPath, type StatisticsAddress } from './statistics-address.ts'

/** What the page shows. */
export type Loaded = { readonly state: 'signed-out' | 'forbidden' } | ({ readonly state: 'ready' } & DayFigures)
export type DayFigures = {
  readonly figures: StatisticsResponse
  readonly catalogue: CatalogueResponse
  readonly today: string
  /** The regions that this officer may choose from; empty for who belongs to one. */
  readonly choices: readonly Region[]
  /** The agency whose figures these are; null: of every one. */
  readonly agency: string | null
}

/**
 * Who asks, then the figures of the day that is asked for: today where the address says none.
 * @param dayIn tells the day in a zone. @throws CodedError of the API, but for who is not an officer
 */
export async function loadStatistics(call: ApiCall, address: StatisticsAddress, dayIn: (timeZone: string) => string): Promise<Loaded> {
  try {
    const [{ session }, { regions }] = await Promise.all([
      call<SessionResponse>('GET', '/api/session'),
      call<RegionsResponse>('GET', '/api/regions'),
    ])
    if (session?.role !== 'officer') return { state: 'signed-out' }
    const wanted = session.region ?? address.region
    const region = regions.find(({ slug }) => slug === wanted) ?? regions[0]
    const today = dayIn(region.timeZone)
    const [catalogue, figures] = await Promise.all([
      call<CatalogueResponse>('GET', `/api/regions/${encodeURIComponent(region.slug)}/catalogue`),
      call<StatisticsResponse>('GET', figuresPath(address.day ?? today, region.slug, 'json')),
    ])
    return { state: 'ready', figures, catalogue, today, choices: session.region === null ? regions : [], agency: session.agency }
  } catch (error) {
    if (error instanceof CodedError && error.code === 'sign-in-required') return { state: 'signed-out' }
    if (error instanceof CodedError && error.code === 'forbidden') return { state: 'forbidden' }
    throw error
  }
}
