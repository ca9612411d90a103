import type { CatalogueResponse, Service, TicketView } from '../../api/index.ts'
import { pick, type ApiCall, type Language } from '../shared/index.ts'

/** What the catalogue adds to a ticket: names, and the look of the region. */
export type PlaceNames = {
  readonly region: string
  /** IANA name of the zone that its times are told in. */
  readonly timeZone: string
  readonly theme: CatalogueResponse['region']['theme']
  readonly agency: string
  readonly wing: string
  readonly service: string
  /** The official fee with its regulation; null where the ticket names no service. */
  readonly fee: Pick<Service, 'feeRupiah' | 'feeNote' | 'feeBasis'> | null
}

/** Fetches the catalogue of the ticket's region. @throws CodedError with a CallErrorCode */
export async function fetchPlaceNames(call: ApiCall, ticket: TicketView, language: Language): Promise<PlaceNames> {
  const { region, agencies } = await call<CatalogueResponse>('GET', `/api/regions/${ticket.region}/catalogue`)
  const agency = agencies.find((row) => row.slug === ticket.agency)
  const group = agency?.groups.find((row) => row.slug === ticket.group)
  const service = group?.services.find((row) => row.slug === ticket.service)
  const name = service?.name ?? group?.name
  return {
    region: region.name,
    timeZone: region.timeZone,
    theme: region.theme,
    agency: agency?.name ?? '',
    wing: agency?.wing ?? '',
    service: name ? pick(name, language) : '',
    fee: service ?? null,
  }
}
