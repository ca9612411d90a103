import { CodedError } from '@balai/engine/core'
import { feeAt, type Answers, type Fee, type FeeOfCase, type ServiceStandard } from '../../game/case/index.ts'
import { commandStream, readEvents, type Store } from '../store/index.ts'

/** An exemption with a quota is given to as many cases as it has places, however many ask at once: a stream of the cases that took one. */
type Taken = { readonly type: 'exempted'; readonly case: string; readonly atMs: number }

/** Asked for again when the last place went to somebody else meanwhile. */
const mostTries = 5

/**
 * What a case costs on a day, by the tariff alone. A place of a quota is taken for the case, once; the same case asked again has it already.
 * @returns null when the tariff has no row
 */
export async function feeOfCase(
  store: Pick<Store, 'append' | 'readStream'>,
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
    if (await take(fee.exemption.slug, quota)) return plain(fee)
    if (tries === mostTries) throw new CodedError('store-unavailable', `exemption ${fee.exemption.slug} changed ${mostTries} times`)
  }

  /** False when the last place is gone. */
  async function take(slug: string, quota: number): Promise<boolean> {
    const { state } = await commandStream<readonly string[], Taken>(store, {
      stream: streamOf(of.region, standard.service, slug),
      fold: (events) => events.map((one) => one.case),
      decide: (cases) => (cases.includes(of.case) || cases.length >= quota ? [] : [{ type: 'exempted', case: of.case, atMs: of.atMs }]),
      records: () => [],
    })
    return state.includes(of.case)
  }
}

/** How many cases each exemption with a quota has lifted. @param of.case left out of the count: it may keep what it has */
export async function exemptionsUsed(
  store: Pick<Store, 'readStream'>,
  of: { readonly region: string; readonly standard: ServiceStandard; readonly case?: string },
): Promise<Record<string, number>> {
  const used: Record<string, number> = {}
  for (const { slug, quota } of of.standard.tariff.exemptions) {
    if (quota === null) continue
    const taken = await readEvents<Taken>(store, streamOf(of.region, of.standard.service, slug))
    used[slug] = taken.filter((one) => one.case !== of.case).length
  }
  return used
}

const streamOf = (region: string, service: string, slug: string): string => `exemption/${region}/${service}/${slug}`

function plain(fee: Fee | null): FeeOfCase | null {
  return fee === null ? null : { tariff: fee.exemption?.slug ?? fee.item.slug, rupiah: fee.rupiah, basis: fee.basis }
}
