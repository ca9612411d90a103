import { officerRoles, type OfficerRole } from '../../game/api/index.ts'
import type { CaseRole } from '../../game/case/index.ts'
import type { OfficerRow, Store } from '../store/index.ts'

/** Who may do what: a setting of the administrator, `roles/OFFICER`. */
export type OfficerRoles = {
  of(officer: OfficerRow): Promise<readonly OfficerRole[]>
  /** Those of the desk among them. */
  deskOf(officer: OfficerRow): Promise<readonly CaseRole[]>
  isSet(officer: string): Promise<boolean>
  put(officer: string, roles: readonly OfficerRole[], by: string): Promise<void>
  /** Officers of an agency whom an administrator has given a role; others take work themselves, and no lot knows of them. */
  namedAt(region: string, agency: string): Promise<readonly { readonly officer: string; readonly roles: readonly CaseRole[] }[]>
}

const prefix = 'roles/'
const desk: readonly CaseRole[] = ['front', 'verifier', 'approver']

export function createOfficerRoles(options: {
  store: Pick<Store, 'settings' | 'putSetting' | 'findOfficer'>
  clock: () => number
}): OfficerRoles {
  const { store, clock } = options

  async function settingOf(officer: string): Promise<readonly OfficerRole[] | null> {
    const key = `${prefix}${officer}`
    const row = (await store.settings(key)).find((one) => one.key === key)
    return row === undefined ? null : rolesIn(row.value)
  }
  async function rolesOf(officer: OfficerRow): Promise<readonly OfficerRole[]> {
    const set = await settingOf(officer.id)
    if (set !== null) return set
    // The first account: somebody has to begin.
    if (officer.region === null) return officerRoles
    return officer.agency === null ? [] : desk
  }
  return {
    of: rolesOf,
    deskOf: async (officer) => deskRoles(await rolesOf(officer)),
    isSet: async (officer) => (await settingOf(officer)) !== null,
    async put(officer, roles, by) {
      await store.putSetting({ key: `${prefix}${officer}`, value: { roles }, updatedAtMs: clock(), updatedBy: by })
    },
    async namedAt(region, agency) {
      const named: { officer: string; roles: readonly CaseRole[] }[] = []
      for (const { key, value } of await store.settings(prefix)) {
        const roles = deskRoles(rolesIn(value))
        if (roles.length === 0) continue
        const officer = await store.findOfficer(key.slice(prefix.length))
        if (officer?.region === region && officer.agency === agency) named.push({ officer: officer.id, roles })
      }
      return named
    },
  }
}

const deskRoles = (roles: readonly OfficerRole[]): readonly CaseRole[] => desk.filter((role) => roles.includes(role))

function rolesIn(value: unknown): readonly OfficerRole[] {
  const roles = (value as { roles?: unknown } | null)?.roles
  return Array.isArray(roles) ? officerRoles.filter((role) => roles.includes(role)) : []
}
