import { randomBytes } from 'node:crypto'
import type { SessionRow, Store } from '../store/index.ts'
import { cookieName, readCookie, setCookie } from './cookie.ts'
import type { Who } from './identity-port.ts'
import { sign } from './keys.ts'
import type { OfficerAccess } from './officer-access.ts'

const hourMs = 3_600_000
const lifetimeMs = { citizen: 12 * hourMs, officer: 10 * hourMs } as const

/** So long an answer of the store is believed: a phone that is busy asks for many things in one breath. In this process it ends sooner, by `forget`. */
const believedMs = 2000
const mostBelieved = 20_000

/** Sessions: an opaque id in a cookie; the store knows only its HMAC, so its rows open nothing. */
export type Sessions = {
  begin(role: SessionRow['role'], holder: string): Promise<{ readonly setCookie: string; readonly sessionHash: string }>
  whoIs(cookieHeader: string | undefined): Promise<Who>
  end(who: Who): Promise<{ readonly setCookie: string }>
  /** Rows of citizens or officers have changed: ask the store again. */
  forget(): void
}

export function createSessions(options: {
  store: Store
  clock: () => number
  key: Uint8Array
  isSecure: boolean
  access: Pick<OfficerAccess, 'isSessionGood'>
}): Sessions {
  const { store, clock, key, isSecure, access } = options
  const name = cookieName('balai', isSecure)
  const visitor: Who = { role: 'visitor' }
  const nobody = { who: visitor, expiresAtMs: 0 }
  const believed = new Map<string, { readonly who: Who; readonly untilMs: number }>()

  async function find(hash: string): Promise<{ readonly who: Who; readonly expiresAtMs: number }> {
    const session = await store.findSession(hash)
    if (session === null || session.expiresAtMs <= clock()) return nobody
    const { expiresAtMs } = session
    const sessionHash = session.hash
    if (session.role === 'officer') {
      if (!(await access.isSessionGood(session.holder, session.createdAtMs))) return nobody
      const officer = await store.findOfficer(session.holder)
      return officer === null ? nobody : { who: { role: 'officer', officer, sessionHash }, expiresAtMs }
    }
    const citizen = await store.findCitizen(session.holder)
    if (citizen === null) return nobody
    // A session can begin in the moment in which an officer verifies another pair: it must count for nothing.
    const isEnded = !citizen.isVerified && !(await store.findCitizens(citizen.nikHash)).some((row) => row.id === citizen.id)
    return isEnded ? nobody : { who: { role: 'citizen', citizen, sessionHash }, expiresAtMs }
  }

  let changes = 0
  function forget(): void {
    changes++
    believed.clear()
  }

  return {
    async begin(role, holder) {
      const secret = randomBytes(32).toString('base64url')
      const hash = sign(key, secret)
      const now = clock()
      await store.putSession({ hash, role, holder, createdAtMs: now, expiresAtMs: now + lifetimeMs[role] })
      return { setCookie: setCookie({ name, value: secret, maxAgeSeconds: lifetimeMs[role] / 1000, isSecure }), sessionHash: hash }
    },

    async whoIs(cookieHeader) {
      const secret = readCookie(cookieHeader, name)
      if (secret === null || !/^[A-Za-z0-9_-]{43}$/.test(secret)) return visitor
      const hash = sign(key, secret)
      const known = believed.get(hash)
      if (known !== undefined && known.untilMs > clock()) return known.who
      const asked = changes
      const { who, expiresAtMs } = await find(hash)
      // What changed while the store was asked may not be in its answer.
      if (asked === changes && who.role !== 'visitor') {
        if (believed.size >= mostBelieved) believed.clear()
        believed.set(hash, { who, untilMs: Math.min(clock() + believedMs, expiresAtMs) })
      }
      return who
    },
    forget,

    async end(who) {
      if (who.role !== 'visitor') await store.deleteSession(who.sessionHash)
      forget()
      return { setCookie: setCookie({ name, value: '', maxAgeSeconds: 0, isSecure }) }
    },
  }
}
