import { randomBytes } from 'node:crypto'
import type { SessionRow, Store } from '../store/index.ts'
import { cookieName, readCookie, setCookie } from './cookie.ts'
import type { Who } from './identity-port.ts'
import { sign } from './keys.ts'

const hourMs = 3_600_000
const lifetimeMs = { citizen: 12 * hourMs, officer: 10 * hourMs } as const

/** Sessions: an opaque id in a cookie; the store knows only its HMAC, so its rows open nothing. */
export type Sessions = {
  begin(role: SessionRow['role'], holder: string): Promise<{ readonly setCookie: string; readonly sessionHash: string }>
  whoIs(cookieHeader: string | undefined): Promise<Who>
  end(who: Who): Promise<{ readonly setCookie: string }>
}

export function createSessions(options: { store: Store; clock: () => number; key: Uint8Array; isSecure: boolean }): Sessions {
  const { store, clock, key, isSecure } = options
  const name = cookieName('balai', isSecure)
  const visitor: Who = { role: 'visitor' }

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
      const session = await store.findSession(sign(key, secret))
      if (session === null || session.expiresAtMs <= clock()) return visitor
      const sessionHash = session.hash
      if (session.role === 'officer') {
        const officer = await store.findOfficer(session.holder)
        return officer === null ? visitor : { role: 'officer', officer, sessionHash }
      }
      const citizen = await store.findCitizen(session.holder)
      if (citizen === null) return visitor
      // A session can begin in the moment in which an officer verifies another pair: it must count for nothing.
      const isEnded = !citizen.isVerified && !(await store.findCitizens(citizen.nikHash)).some((row) => row.id === citizen.id)
      return isEnded ? visitor : { role: 'citizen', citizen, sessionHash }
    },

    async end(who) {
      if (who.role !== 'visitor') await store.deleteSession(who.sessionHash)
      return { setCookie: setCookie({ name, value: '', maxAgeSeconds: 0, isSecure }) }
    },
  }
}
