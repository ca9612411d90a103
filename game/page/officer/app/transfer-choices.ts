import type { CatalogueResponse, Localized, OfficerCounter, OfficerTicket } from '../../../api/index.ts'
import type { TransferTarget } from '../../../queue/index.ts'
import { subjectOf } from './service-of.ts'

/** `service`: another service of this line. `colleague`: a counter or an officer. `line`: another line of this agency. `agency`: of another. */
export type TransferKind = 'service' | 'colleague' | 'line' | 'agency'
export type TransferChoice = {
  readonly kind: TransferKind
  readonly to: TransferTarget
  readonly name: Localized
  /** The agency's short name, where it is another. */
  readonly agency: string | null
}

/** Everywhere a ticket in hand can go on, nearest first. Without a catalogue only colleagues are known. */
export function transferChoices(
  counter: OfficerCounter,
  ticket: Pick<OfficerTicket, 'group' | 'service'>,
  catalogue: CatalogueResponse | null,
): readonly TransferChoice[] {
  const own = subjectOf(catalogue, ticket)
  const services = (own?.group.services ?? [])
    .filter(({ slug }) => slug !== ticket.service)
    .map(({ slug, name }) => choice('service', { type: 'service', service: slug }, name))
  const colleagues = counter.colleagues.flatMap(({ counter: id, label, officer, name }) => [
    choice('colleague', { type: 'counter', counter: id }, { id: `Loket ${label} (${name})`, en: `Counter ${label} (${name})` }),
    choice('colleague', { type: 'officer', officer }, { id: `${name}, di loket mana pun`, en: `${name}, at whichever counter` }),
  ])
  const lines: TransferChoice[] = []
  const others: TransferChoice[] = []
  for (const agency of catalogue?.agencies ?? []) {
    const isOwn = agency.slug === counter.counter.agency
    for (const group of agency.groups) {
      if (group.slug === ticket.group) continue
      const to: TransferTarget = { type: 'group', group: group.slug, service: null }
      if (isOwn) lines.push(choice('line', to, group.name))
      else others.push({ ...choice('agency', to, group.name), agency: agency.shortName })
    }
  }
  return [...services, ...colleagues, ...lines, ...others]
}

/** Those in which every word of the query is found, in any order and case. */
export function findChoices(choices: readonly TransferChoice[], query: string): readonly TransferChoice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return choices.filter(({ name, agency }) => {
    const text = `${name.id} ${name.en} ${agency ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function choice(kind: TransferKind, to: TransferTarget, name: Localized): TransferChoice {
  return { kind, to, name, agency: null }
}
