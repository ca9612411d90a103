import { CodedError } from '@balai/engine/core'
import type { LevyFacts } from '../../game/case/index.ts'
import type { CaseDirectory } from '../case/index.ts'
import type { Malls } from '../mall/index.ts'
import type { PaymentService } from '../payment/index.ts'
import type { QueueService } from '../queue/index.ts'
import type { LevyOccasion } from './voice-port.ts'

/** Who served whom, as the server knows it. */
export type Served = { readonly officer: string | null; readonly agency: string; readonly citizen: string }

/** What tickets and cases tell of an occasion: nobody has to name an officer, and nobody can name a wrong one. */
export type Occasions = {
  servedBy(what: 'ticket' | 'case', id: string): Promise<Served | null>
  /** @throws unknown-ticket, unknown-case */
  factsOf(occasion: LevyOccasion, atMs: number): Promise<LevyFacts>
}

export function createOccasions(options: {
  readonly queue: Pick<QueueService, 'find'>
  readonly malls: Pick<Malls, 'group' | 'service' | 'counter'>
  readonly cases: Pick<CaseDirectory, 'find'> | null
  readonly payments: Pick<PaymentService, 'ofCase'>
}): Occasions {
  const { queue, malls, cases, payments } = options
  const unknown = {
    agency: null,
    service: null,
    counter: null,
    officer: null,
    ticket: null,
    label: null,
    case: null,
    rupiah: null,
    basis: null,
  }

  async function ofTicket(id: string, atMs: number): Promise<LevyFacts> {
    const placed = await queue.find(id)
    if (placed === null) throw new CodedError('unknown-ticket', `no ticket ${id}`)
    const { region, group, ticket } = placed
    const service = ticket.service === null ? null : malls.service(region, ticket.service)
    return {
      ...unknown,
      region,
      atMs,
      agency: malls.group(region, group)?.agency.slug ?? null,
      service: ticket.service,
      counter: ticket.counter === null ? null : (malls.counter(ticket.counter)?.label ?? ticket.counter),
      officer: ticket.officer,
      ticket: id,
      label: ticket.label,
      rupiah: service?.feeRupiah ?? null,
      basis: service?.feeBasis ?? null,
    }
  }
  async function ofCase(id: string, atMs: number): Promise<LevyFacts> {
    const found = (await cases?.find(id)) ?? null
    if (found === null) throw new CodedError('unknown-case', `no case ${id}`)
    const { region, agency, service, holder, number } = found
    const fee = await payments.ofCase(id)
    const listed = malls.service(region, service)
    const official =
      fee === null ? { rupiah: listed?.feeRupiah ?? null, basis: listed?.feeBasis ?? null } : { rupiah: fee.rupiah, basis: fee.basis }
    return { ...unknown, region, atMs, agency, service, officer: holder, case: id, label: number, ...official }
  }

  return {
    async servedBy(what, id) {
      if (what === 'case') {
        const found = (await cases?.find(id)) ?? null
        return found === null ? null : { officer: found.holder, agency: found.agency, citizen: found.citizen }
      }
      const placed = await queue.find(id)
      if (placed === null) return null
      const agency = malls.group(placed.region, placed.group)?.agency.slug ?? ''
      return { officer: placed.ticket.officer, agency, citizen: placed.ticket.citizen }
    },
    async factsOf({ region, agency, ticket, case: caseId }, atMs) {
      if (ticket !== null) return ofTicket(ticket, atMs)
      if (caseId !== null) return ofCase(caseId, atMs)
      return { ...unknown, region, atMs, agency }
    },
  }
}
