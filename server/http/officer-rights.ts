import type { OfficerRole } from '../../game/api/index.ts'
import { createOfficerRoles } from '../case/index.ts'
import type { OfficerRow, Store } from '../store/index.ts'

/** The roles that an officer has now. Nothing is written, so no clock is needed. */
export async function rolesOfOfficer(
  store: Pick<Store, 'settings' | 'putSetting' | 'findOfficer'>,
  officer: OfficerRow,
): Promise<ReadonlySet<OfficerRole>> {
  return new Set(await createOfficerRoles({ store, clock: () => 0 }).of(officer))
}
