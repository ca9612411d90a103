import type { Agency, AgencyStateView, CatalogueResponse, CounterPlace, QueueSummary, ServiceGroup, WaitRange } from '../../../api/index.ts'

/** What stands between a person and a number in a line; null when nothing does. */
export type LineBar =
  | { readonly type: 'closed'; readonly reason: string }
  /** The agency is not there: opens today at `at` ("08:00"), or on `day` (YYYY-MM-DD); null where nobody knows. */
  | { readonly type: 'hours'; readonly at: string | null; readonly day: string | null }

/** One line of people, as somebody in front of a kiosk has to know it. */
export type LineState = {
  readonly agency: Agency
  readonly group: ServiceGroup
  readonly waiting: number
  /** null while no counter is open. */
  readonly wait: WaitRange | null
  readonly bar: LineBar | null
  /** Where it is called: the open counters of the agency, or all while none is. */
  readonly counters: readonly CounterPlace[]
  /** What an officer says about the agency today; null when there is nothing to say. */
  readonly state: AgencyStateView | null
}

/** What a kiosk knows of its mall. `agencies` is null until it came: numbers are asked for all the same, the server has the last word. */
export type MallState = {
  readonly catalogue: CatalogueResponse
  readonly queue: QueueSummary
  readonly agencies: readonly AgencyStateView[] | null
}

/** Every line of the mall, in the order of the catalogue. */
export function lineStates({ catalogue, queue, agencies }: MallState): readonly LineState[] {
  const groups = new Map(queue.groups.map((row) => [row.group, row]))
  const open = new Set(queue.counters.filter(({ isOpen }) => isOpen).map(({ counter }) => counter))
  return catalogue.agencies.flatMap((agency) => {
    const places = catalogue.counters.filter((place) => place.agency === agency.slug)
    const openPlaces = places.filter(({ id }) => open.has(id))
    const state = agencies?.find((row) => row.agency === agency.slug) ?? null
    return agency.groups.map((group): LineState => {
      const row = groups.get(group.slug)
      return {
        agency,
        group,
        waiting: row?.waiting ?? 0,
        wait: row?.wait ?? null,
        bar: barOf(row?.closed ?? null, state, queue.day),
        counters: openPlaces.length > 0 ? openPlaces : places,
        state,
      }
    })
  })
}

function barOf(closed: string | null, state: AgencyStateView | null, today: string): LineBar | null {
  if (closed !== null) return { type: 'closed', reason: closed }
  if (state === null || state.givesNumbers) return null
  const { opening, nextDays } = state
  if (opening.type === 'before') return { type: 'hours', at: opening.at, day: null }
  return { type: 'hours', at: null, day: nextDays.find((day) => day > today) ?? null }
}
