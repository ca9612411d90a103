import type { FastifyRequest } from 'fastify'
import type { VoiceOfficer } from '../../game/case/index.ts'
import type { OfficerRow, Store } from '../store/index.ts'
import { rolesOfOfficer } from './officer-rights.ts'
import { requireOfficer } from './who.ts'

/** The officer behind a request, with the roles that they have now. @throws sign-in-required, forbidden */
export async function requireVoiceOfficer(
  request: FastifyRequest,
  store: Pick<Store, 'settings' | 'putSetting' | 'findOfficer'>,
): Promise<{ readonly officer: VoiceOfficer; readonly row: OfficerRow }> {
  const row = await requireOfficer(request)
  const { id, region, agency } = row
  return { row, officer: { id, region, agency, roles: await rolesOfOfficer(store, row) } }
}
