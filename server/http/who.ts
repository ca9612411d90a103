import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Identity, Who } from '../identity/index.ts'
import type { CitizenRow, OfficerRow } from '../store/index.ts'
import { apiError } from './api-error.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who stands behind this request; the store is asked once. */
    who: () => Promise<Who>
  }
}

export function addWho(app: FastifyInstance, identity: Pick<Identity, 'whoIs'>): void {
  const known = new WeakMap<FastifyRequest, Promise<Who>>()
  app.decorateRequest('who', function who(this: FastifyRequest) {
    let answer = known.get(this)
    if (answer === undefined) {
      answer = identity.whoIs(this.headers.cookie)
      known.set(this, answer)
    }
    return answer
  })
}

/** @throws sign-in-required for a visitor, forbidden for an officer */
export async function requireCitizen(request: FastifyRequest): Promise<CitizenRow> {
  const who = await request.who()
  if (who.role === 'visitor') throw apiError('sign-in-required')
  if (who.role !== 'citizen') throw apiError('forbidden')
  return who.citizen
}

/** @throws sign-in-required for a visitor, forbidden for a citizen */
export async function requireOfficer(request: FastifyRequest): Promise<OfficerRow> {
  const who = await request.who()
  if (who.role === 'visitor') throw apiError('sign-in-required')
  if (who.role !== 'officer') throw apiError('forbidden')
  return who.officer
}
