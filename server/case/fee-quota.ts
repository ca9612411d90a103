import { CodedError } from '@balai/engine/core'
import {
  feeAt,
  keepsPlace,
  placesTaken,
  settlePlace,
  takePlace,
  type Answers,
  type CaseState,
  type Fee,
  type FeeOfCase,
  type PlaceEvent,
  type ServiceStandard,
} from '../../game/case/index.ts'
import { commandStream, readEvents, type Store } from '../store/index.ts'

/** An exemption with a quota is given to as many cases as it has places, however many ask at once: a stream of who took one and gave it up. */
type PlaceStore = Pick<Store, 'append' | 'readStream'>

/** Asked for again when the last place went to somebody else meanwhile. */
const mostTries = 5

/**
 * What a case costs on a day, by the tariff alone. A place of a quota is taken for the case, once; the same case asked again has it already.
 * @returns null when the tariff has no row
 */
export async function feeOfCase(
  store: PlaceStore,
  of: {
    readonly case: string
    readonly region: string
    readonly standard: ServiceStandard
    readonly answers: Answers
    readonly day: string
    readonly atMs: number
  },
): Promise<FeeOfCase | null> {
  const { standard, answers, day } = of
  for (let tries = 1; ; tries++) {
    const fee = feeAt(standard.tariff, { day, answers, exemptionsUsed: await exemptionsUsed(store, of) })
    const quota = fee?.exemption?.quota ?? null
    if (fee === null || fee.exemption === null || quota === null) return plain(fee)
    const stream = streamOf(of.region, standard.service, fee.exemption.slug)
    // False when the last place is gone.
    const taken = await tellPlaces(store, stream, (cases) => takePlace(cases, quota, of))
    if (taken.includes(of.case)) return plain(fee)
    if (tries === mostTries) throw new CodedError('store-unavailable', `exemption ${fee.exemption.slug} changed ${mostTries} times`)
  }
}

/** Gives up the places that a case does not use (any more). May be done again: what is settled stays as it is. */
export async function settlePlaces(
  store: PlaceStore,
  { state, standard, atMs }: { readonly state: CaseState; readonly standard: ServiceStandard; readonly atMs: number },
): Promise<void> {
  for (const { slug, quota } of standard.tariff.exemptions) {
    if (quota === null) continue
    const stream = streamOf(state.region, state.service, slug)
    await tellPlaces(store, stream, (cases) => settlePlace(cases, keepsPlace(state, slug), { case: state.id, atMs }))
  }
}

/** The cases of a region that have a place of some quota. */
export async function casesWithPlaces(store: Pick<Store, 'readStream' | 'listStreams'>, region: string): Promise<string[]> {
  const taken = new Set<string>()
  for (const stream of await store.listStreams(`exemption/${region}/`)) {
    for (const id of placesTaken(await readEvents<PlaceEvent>(store, stream))) taken.add(id)
  }
  return [...taken]
}

/** How many cases each exemption with a quota lifts. @param of.case left out of the count: it may keep what it has */
export async function exemptionsUsed(
  store: Pick<Store, 'readStream'>,
  of: { readonly region: string; readonly standard: ServiceStandard; readonly case?: string },
): Promise<Record<string, number>> {
  const used: Record<string, number> = {}
  for (const { slug, quota } of of.standard.tariff.exemptions) {
    if (quota === null) continue
    const taken = placesTaken(await readEvents<PlaceEvent>(store, streamOf(of.region, of.standard.service, slug)))
    used[slug] = taken.filter((id) => id !== of.case).length
  }
  return used
}

/** @returns the cases that have a place afterwards */
async function tellPlaces(
  store: PlaceStore,
  stream: string,
  decide: (taken: readonly string[]) => PlaceEvent[],
): Promise<readonly string[]> {
  const { state } = await commandStream<readonly string[], PlaceEvent>(store, { stream, fold: placesTaken, decide, records: () => [] })
  return state
}

const streamOf = (region: string, service: string, slug: string): string => `exemption/${region}/${service}/${slug}`

function plain(fee: Fee | null): FeeOfCase | null {
  return fee === null ? null : { tariff: fee.exemption?.slug ?? fee.item.slug, rupiah: fee.rupiah, basis: fee.basis }
}
