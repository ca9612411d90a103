import { createHash, randomUUID } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import type { Malls } from '../mall/index.ts'
import type { IdempotentRow, Store } from '../store/index.ts'
import { commandTicket } from './command-ticket.ts'
import type { PlacedTicket, QueueActors } from './queue-actors.ts'

export type IssueRequest = {
  /** The citizen's id. */
  readonly citizen: string
  readonly region: string
  readonly group: string
  readonly service: string | null
  /** The Idempotency-Key, scoped by the citizen. */
  readonly key: string
}

/**
 * Taking a ticket, once for each key however often and however quickly it is asked for.
 * @returns a function that throws CodedError: unknown-region, unknown-group, bad-request, idempotency-mismatch, or the queue's refusals
 */
export function createTicketIssue(options: {
  store: Store
  malls: Malls
  clock: () => number
  actors: QueueActors
}): (request: IssueRequest) => Promise<PlacedTicket> {
  const { store, malls, clock, actors } = options
  /** Requests under way: a second one with the same key waits for the first instead of racing it. */
  const underWay = new Map<string, Promise<unknown>>()

  async function issueOnce(request: IssueRequest, scope: string): Promise<PlacedTicket> {
    const { citizen, region, group, service, key } = request
    const fingerprint = fingerprintOf(request)
    const earlier = await store.findIdempotent(scope, key)
    if (earlier !== null) return repeat(earlier, fingerprint)
    checkPlace(malls, request)
    const ticket = randomUUID()
    const atMs = clock()
    try {
      return await commandTicket({
        actors,
        actor: actors.today(region, group),
        command: { type: 'issue', ticket, citizen, service, atMs },
        idempotencyOf: () => ({ scope, key, fingerprint, result: ticket, atMs }),
      })
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'duplicate-key') throw error
      const other = await store.findIdempotent(scope, key)
      if (other === null) throw error
      return repeat(other, fingerprint)
    }
  }

  async function repeat(row: IdempotentRow, fingerprint: string): Promise<PlacedTicket> {
    if (row.fingerprint !== fingerprint) throw new CodedError('idempotency-mismatch', 'this key was used for another request')
    const found = await actors.find(row.result)
    if (found === null) throw new CodedError('unknown-ticket', `ticket ${row.result} of this key is not in any line`)
    return found.placed
  }

  return async (request) => {
    const scope = `tickets/${request.citizen}`
    const name = `${scope}/${request.key}`
    const before = underWay.get(name)
    const run = (async () => {
      await before?.catch(() => undefined)
      return issueOnce(request, scope)
    })()
    underWay.set(name, run)
    try {
      return await run
    } finally {
      if (underWay.get(name) === run) underWay.delete(name)
    }
  }
}

function checkPlace(malls: Malls, request: IssueRequest): void {
  const { region, group, service } = request
  if (malls.region(region) === null) throw new CodedError('unknown-region', `no region ${region}`, { region })
  const place = malls.group(region, group)
  if (place === null) throw new CodedError('unknown-group', `no group ${group} in ${region}`, { group })
  if (service !== null && !place.group.services.some(({ slug }) => slug === service)) {
    throw new CodedError('bad-request', `group ${group} has no service ${service}`, { reason: `service ${service}` })
  }
}

function fingerprintOf(request: IssueRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([request.region, request.group, request.service]))
    .digest('base64url')
}
