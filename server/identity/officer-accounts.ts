import type { AdminOfficer, FirstPassword, NewOfficerRequest, PasswordRequest, PasswordState } from '../../game/api/index.ts'
import type { OfficerRow, Store } from '../store/index.ts'
import { newId } from './keys.ts'
import { createOfficerAccess } from './officer-access.ts'
import { hashPassword, isPassword, readablePassword } from './password.ts'
import { refusal } from './refusal.ts'

/**
 * Officers' accounts as an administrator keeps them. A first password opens one session; in it the officer chooses their own.
 * Refusals are CodedError with a code of `apiErrors`.
 */
export type OfficerAccounts = {
  /** Those of a region, and with null those of every region; by name. Whoever has never signed in since this install knew of lists is not in it. */
  list(region: string | null): Promise<AdminOfficer[]>
  shown(officer: OfficerRow): Promise<AdminOfficer>
  find(id: string): Promise<OfficerRow | null>
  /** @throws username-invalid, username-taken */
  add(request: NewOfficerRequest): Promise<FirstPassword>
  /** A new first password; the old one ends at once, sessions go on until they are over. @throws unknown-officer, password-elsewhere, officer-ended */
  giveFirstPassword(id: string): Promise<FirstPassword>
  /** Writes down that they are here, and spends a first password. @throws password-wrong when it has waited too long */
  signedIn(officer: OfficerRow): Promise<void>
  /** Asks the store: the row of a session may be a moment old. */
  passwordState(officer: string): Promise<PasswordState['state']>
  /** @throws password-wrong, password-short {least}, password-elsewhere */
  choosePassword(officer: string, request: PasswordRequest): Promise<void>
}

type Kept = { readonly untilMs: number } | null

const firstPasswordMs = 72 * 3_600_000
const leastLetters = 10
const most = 1000
const kind = 'officer'

export function createOfficerAccounts(options: { store: Store; clock: () => number }): OfficerAccounts {
  const { store, clock } = options
  const access = createOfficerAccess(options)
  const keyOf = (id: string): string => `first-password/${id}`

  async function firstOf(id: string): Promise<Kept> {
    const row = (await store.settings(keyOf(id))).find(({ key }) => key === keyOf(id))
    return (row?.value as Kept | undefined) ?? null
  }
  async function keepFirst(id: string, value: Kept): Promise<void> {
    await store.putSetting({ key: keyOf(id), value, updatedAtMs: clock(), updatedBy: id })
  }
  async function remember({ id, region, agency, createdAtMs }: OfficerRow): Promise<void> {
    const place = { region: region ?? '', owner: '', desk: agency ?? '', state: 'active', dueMs: null }
    await store.putRecord({ kind, id, ...place, createdAtMs, updatedAtMs: clock(), data: null })
  }
  async function shown(officer: OfficerRow): Promise<AdminOfficer> {
    const { id, name, username, region, agency } = officer
    const isPasswordFirst = (await firstOf(id)) !== null || stateOf(officer) === 'first'
    return { id, name, username, region, agency, isPasswordFirst, isEnded: await access.isEnded(id) }
  }
  async function demand(id: string): Promise<OfficerRow> {
    const officer = await store.findOfficer(id)
    if (officer === null) throw refusal('unknown-officer')
    return officer
  }
  async function give(officer: OfficerRow): Promise<FirstPassword> {
    const password = readablePassword()
    const untilMs = clock() + firstPasswordMs
    const row = { ...officer, passwordHash: await hashPassword(password) }
    await store.putOfficer(row)
    await keepFirst(officer.id, { untilMs })
    await remember(row)
    return { officer: await shown(row), password, until: new Date(untilMs).toISOString() }
  }
  const stateOf = ({ username, passwordHash, issuer }: OfficerRow): PasswordState['state'] => {
    if (username === null || issuer !== null) return 'elsewhere'
    return passwordHash === null ? 'first' : 'own'
  }

  return {
    shown,
    passwordState: async (id) => stateOf(await demand(id)),
    find: (id) => store.findOfficer(id),
    async list(region) {
      const rows = await store.recordsAt(kind, region ?? '', null, null, most)
      const officers = await Promise.all(rows.map(({ id }) => store.findOfficer(id)))
      const known = await Promise.all(officers.filter((officer) => officer !== null).map(shown))
      return known.sort((a, b) => a.name.localeCompare(b.name))
    },
    async add({ name, username, region, agency }) {
      const login = username.trim().toLowerCase()
      if (!/^[a-z][a-z0-9.-]{2,31}$/.test(login)) throw refusal('username-invalid')
      if ((await store.findOfficerByUsername(login)) !== null) throw refusal('username-taken', { username: login })
      const nowMs = clock()
      const account = { username: login, passwordHash: null, issuer: null, subject: null }
      try {
        return await give({ id: newId(nowMs), ...account, name: name.trim(), region, agency, createdAtMs: nowMs })
      } catch (error) {
        // Somebody else took the name in the moment between.
        if ((error as { code?: string }).code === 'duplicate-key') throw refusal('username-taken', { username: login })
        throw error
      }
    },
    async giveFirstPassword(id) {
      const officer = await demand(id)
      if (stateOf(officer) === 'elsewhere') throw refusal('password-elsewhere')
      if (await access.isEnded(id)) throw refusal('officer-ended')
      return give(officer)
    },
    async signedIn(officer) {
      await remember(officer)
      const first = await firstOf(officer.id)
      if (first === null) return
      await store.putOfficer({ ...officer, passwordHash: null })
      await keepFirst(officer.id, null)
      if (first.untilMs <= clock()) throw refusal('password-wrong')
    },
    async choosePassword(id, { current, next }) {
      const officer = await demand(id)
      const state = stateOf(officer)
      if (state === 'elsewhere') throw refusal('password-elsewhere')
      if (state === 'own' && !(await isPassword(current ?? '', officer.passwordHash))) throw refusal('password-wrong')
      if ([...next].length < leastLetters) throw refusal('password-short', { least: leastLetters })
      await store.putOfficer({ ...officer, passwordHash: await hashPassword(next) })
    },
  }
}
