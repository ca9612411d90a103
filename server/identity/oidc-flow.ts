import { randomBytes } from 'node:crypto'
import { cookieName, readCookie, setCookie } from './cookie.ts'
import { isSame, sign } from './keys.ts'

const lifetimeMs = 10 * 60_000

/**
 * What ties the provider's answer to the browser that asked. The cookie holds a seed and its signature; state, nonce and
 * PKCE verifier are derived from the seed with the server's key, so none of them can be read from the cookie.
 */
export type OidcFlow = { readonly seed: string; readonly state: string; readonly nonce: string; readonly verifier: string }

export type OidcFlows = {
  begin(): { readonly flow: OidcFlow; readonly setCookie: string }
  /** The flow of this browser, once; null when there is none, it is too old, forged, or was taken before. */
  take(cookieHeader: string | undefined): OidcFlow | null
  readonly clearCookie: string
}

export function createOidcFlows(options: { key: Uint8Array; clock: () => number; isSecure: boolean }): OidcFlows {
  const { key, clock, isSecure } = options
  const name = cookieName('balai-oidc', isSecure)
  // Seeds that were used, until their cookie would have ended anyway.
  const taken = new Map<string, number>()

  function derive(seed: string): OidcFlow {
    const part = (use: string): string => sign(key, `${use}/${seed}`, 'base64url')
    return { seed, state: part('state'), nonce: part('nonce'), verifier: part('verifier') }
  }

  return {
    begin() {
      const seed = randomBytes(32).toString('base64url')
      const payload = `${seed}.${clock() + lifetimeMs}`
      const value = `${payload}.${sign(key, `cookie/${payload}`, 'base64url')}`
      return { flow: derive(seed), setCookie: setCookie({ name, value, maxAgeSeconds: lifetimeMs / 1000, isSecure }) }
    },
    take(cookieHeader) {
      const [seed = '', expiresAt = '', signature = ''] = (readCookie(cookieHeader, name) ?? '').split('.')
      if (!isSame(sign(key, `cookie/${seed}.${expiresAt}`, 'base64url'), signature)) return null
      const now = clock()
      for (const [old, until] of taken) if (until <= now) taken.delete(old)
      if (Number(expiresAt) <= now || taken.has(seed)) return null
      taken.set(seed, Number(expiresAt))
      return derive(seed)
    },
    clearCookie: setCookie({ name, value: '', maxAgeSeconds: 0, isSecure }),
  }
}
