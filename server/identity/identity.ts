import type { OfficerSignInRequest } from '../../game/api/index.ts'
import type { Store } from '../store/index.ts'
import { bootstrapOfficer } from './bootstrap.ts'
import type { OtpGateway } from './gateway.ts'
import type { DemoCode, Identity, Log, OidcSettings, SignedIn } from './identity-port.ts'
import { deriveKeys, newId } from './keys.ts'
import { createThrottle } from './limits.ts'
import { createOfficerAccess } from './officer-access.ts'
import { createOidcSignIn } from './oidc.ts'
import { createOtp, readPair } from './otp.ts'
import { isPassword } from './password.ts'
import { maskPhone } from './phone.ts'
import { refusal } from './refusal.ts'
import { createSessions } from './session.ts'

export type IdentityOptions = {
  readonly store: Store
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** At least 32 bytes, kept for ever: with another secret nobody's NIK is recognised. */
  readonly secret: Uint8Array
  /** `__Host-` cookies; false only for http on localhost. */
  readonly isSecure: boolean
  readonly isDemo: boolean
  readonly gateway: OtpGateway
  readonly oidc: OidcSettings | null
  readonly log: Log
  /** Where demonstration codes are shown. */
  readonly demoPage?: string
}

const wrongPasswords = { limit: 10, windowMs: 5 * 60_000 } as const
const shownDemoCodes = 50

export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { store, clock, isDemo, log } = options
  const keys = deriveKeys(options.secret)
  const access = createOfficerAccess({ store, clock })
  const sessions = createSessions({ store, clock, key: keys.session, isSecure: options.isSecure, access })
  const passwords = createThrottle(wrongPasswords)
  let demoCodes: (DemoCode & { readonly expiresAtMs: number })[] = []
  const otp = createOtp({
    store,
    clock,
    keys,
    gateway: options.gateway,
    isDemo,
    demoPage: options.demoPage ?? '/demo/kode',
    log,
    onDemoCode({ nikMasked, phone, createdAtMs, expiresAtMs }, code) {
      const shown = { nikMasked, phoneMasked: maskPhone(phone), code, atMs: createdAtMs, expiresAtMs }
      demoCodes = [shown, ...demoCodes].slice(0, shownDemoCodes)
    },
  })

  async function signInOfficer({ username, password }: OfficerSignInRequest): Promise<SignedIn> {
    const name = username.trim().toLowerCase()
    const waitMs = passwords.waitMs(name, clock())
    if (waitMs > 0) throw refusal('too-many', { seconds: Math.ceil(waitMs / 1000) })
    passwords.count(name, clock())
    const officer = await store.findOfficerByUsername(name)
    if (!(await isPassword(password, officer?.passwordHash ?? null)) || officer === null) throw refusal('password-wrong')
    passwords.forget(name)
    // Only who knows the password is told.
    if (await access.isEnded(officer.id)) throw refusal('officer-ended')
    const begun = await sessions.begin('officer', officer.id)
    return { setCookie: begun.setCookie, who: { role: 'officer', officer, sessionHash: begun.sessionHash } }
  }

  return {
    whoIs: sessions.whoIs,
    requestOtp: otp.request,
    async verifyOtp(request) {
      const citizen = await otp.verify(request)
      const begun = await sessions.begin('citizen', citizen.id)
      return { setCookie: begun.setCookie, who: { role: 'citizen', citizen, sessionHash: begun.sessionHash } }
    },
    signInOfficer,
    signOut: sessions.end,
    async endOfficer(id, by) {
      const officer = await access.end(id, by)
      sessions.forget()
      log({ officer: id, by }, "an officer's access was ended")
      return officer
    },
    async giveOfficerBack(id, by) {
      const officer = await access.giveBack(id, by)
      sessions.forget()
      log({ officer: id, by }, "an officer's access was given back")
      return officer
    },
    async verifyCitizen(id, officer) {
      if ((await store.findCitizen(id)) === null) throw refusal('not-found')
      await store.verifyCitizen(id, officer, clock())
      sessions.forget()
      log({ citizen: id, officer }, 'a pair was verified')
    },
    async rebindCitizen(request, officer) {
      const { nikHash, nikMasked, phone } = readPair(request, keys.nik)
      const now = clock()
      const unverified = { isVerified: false, verifiedBy: null, verifiedAtMs: null }
      const citizen = await store.bindCitizen({ id: newId(now), nikHash, nikMasked, phone, ...unverified, createdAtMs: now })
      await store.verifyCitizen(citizen.id, officer, now)
      sessions.forget()
      log({ citizen: citizen.id, officer }, 'a NIK was moved to another number')
      return { ...citizen, isVerified: true, verifiedBy: officer, verifiedAtMs: now }
    },
    bootstrap: () => bootstrapOfficer(store, clock()),
    oidc:
      options.oidc === null
        ? null
        : createOidcSignIn({ settings: options.oidc, store, clock, key: keys.oidc, sessions, access, isSecure: options.isSecure, log }),
    demoCodes() {
      demoCodes = demoCodes.filter((shown) => shown.expiresAtMs > clock())
      return demoCodes.map(({ nikMasked, phoneMasked, code, atMs }) => ({ nikMasked, phoneMasked, code, atMs }))
    },
  }
}
