import { isIPv4 } from 'node:net'
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretPost,
  discovery,
  None,
  ResponseBodyError,
  type Configuration,
  type IDToken,
} from 'openid-client'
import type { OfficerRow, Store } from '../store/index.ts'
import type { Log, OidcSettings, OidcSignIn } from './identity-port.ts'
import { newId } from './keys.ts'
import type { OfficerAccess } from './officer-access.ts'
import { createOidcFlows } from './oidc-flow.ts'
import { refusal } from './refusal.ts'
import type { Sessions } from './session.ts'

export type OidcOptions = {
  readonly settings: OidcSettings
  readonly store: Store
  readonly clock: () => number
  readonly key: Uint8Array
  readonly sessions: Sessions
  readonly access: Pick<OfficerAccess, 'isEnded'>
  readonly isSecure: boolean
  readonly log: Log
}

/** Officers sign in at the government's own provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1). */
export function createOidcSignIn(options: OidcOptions): OidcSignIn {
  const { settings, store, clock, sessions, access, log } = options
  const { role = null, roleClaim = 'roles', regionClaim = null, agencyClaim = null } = settings
  checkSettings(settings)
  const flows = createOidcFlows(options)
  let discovered: Promise<Configuration> | null = null

  /** Asked at the first sign-in, not at the start: the mall opens while the provider is down. */
  function provider(): Promise<Configuration> {
    discovered ??= discovery(
      new URL(settings.issuer),
      settings.clientId,
      undefined,
      settings.clientSecret === null ? None() : ClientSecretPost(settings.clientSecret),
      { timeout: 10, execute: settings.allowHttp ? [allowInsecureRequests] : [] },
    )
    discovered.catch(() => {
      discovered = null
    })
    return discovered
  }

  async function officerOf(claims: IDToken): Promise<OfficerRow> {
    const { iss: issuer, sub: subject } = claims
    const known = await store.findOfficerBySubject(issuer, subject)
    if (role !== null) {
      // Asked again at every sign-in: who loses the role there loses the counter here.
      if (!listOf(claimAt(claims, roleClaim)).includes(role)) throw refusal('forbidden')
    } else if (known === null) throw refusal('forbidden')
    // Whatever the provider says of them now.
    if (known !== null && (await access.isEnded(known.id))) throw refusal('officer-ended')
    const name = textOf(claims.name) ?? textOf(claims.preferred_username) ?? textOf(claims.email) ?? subject
    const region = regionClaim === null ? (known?.region ?? null) : textOf(claimAt(claims, regionClaim))
    // Without its region an officer would have every region.
    if (regionClaim !== null && region === null) throw refusal('forbidden')
    const agency = agencyClaim === null ? (known?.agency ?? null) : textOf(claimAt(claims, agencyClaim))
    const now = clock()
    const fresh: OfficerRow = {
      id: newId(now),
      username: null,
      passwordHash: null,
      issuer,
      subject,
      name,
      region,
      agency,
      createdAtMs: now,
    }
    const officer = known === null ? fresh : { ...known, name, region, agency }
    try {
      await store.putOfficer(officer)
    } catch (error) {
      // Two first sign-ins at once: the other one made the officer.
      const other = (error as { code?: string }).code === 'duplicate-key' ? await store.findOfficerBySubject(issuer, subject) : null
      if (other === null) throw error
      return other
    }
    if (known === null) log({ officer: officer.id }, 'an officer was made at the first sign-in with the provider')
    return officer
  }

  return {
    async start() {
      const { flow, setCookie } = flows.begin()
      const location = buildAuthorizationUrl(
        await provider().catch((error: unknown) => {
          throw unreachable(error, log)
        }),
        {
          redirect_uri: settings.redirectUri,
          scope: settings.scope ?? 'openid profile email',
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await calculatePKCECodeChallenge(flow.verifier),
          code_challenge_method: 'S256',
        },
      )
      return { location: location.href, setCookie }
    },

    async finish(currentUrl, cookieHeader) {
      const flow = flows.take(cookieHeader)
      if (flow === null) {
        throw refusal('bad-request', { reason: 'the sign-in is too old, was used, or began in another browser; begin again' })
      }
      // Behind a proxy the server sees another origin than the provider sent the browser to.
      const answered = new URL(settings.redirectUri)
      answered.search = new URL(currentUrl, settings.redirectUri).search
      let claims: IDToken | undefined
      try {
        const tokens = await authorizationCodeGrant(await provider(), answered, {
          pkceCodeVerifier: flow.verifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        })
        claims = tokens.claims()
      } catch (error) {
        throw refusedByProvider(error, log)
      }
      if (claims === undefined) throw refusal('bad-request', { reason: 'the provider sent no ID token' })
      const officer = await officerOf(claims)
      const begun = await sessions.begin('officer', officer.id)
      return { setCookie: [begun.setCookie, flows.clearCookie], who: { role: 'officer', officer, sessionHash: begun.sessionHash } }
    },
  }
}

function checkSettings({ issuer, redirectUri, allowHttp }: OidcSettings): void {
  for (const [field, address] of Object.entries({ issuer, redirectUri })) {
    if (!URL.canParse(address)) throw new TypeError(`settings.${field} must be an address, got ${address}`)
  }
  const { protocol, hostname } = new URL(issuer)
  if (protocol === 'https:') return
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
  if (allowHttp && isLoopback) return
  throw new TypeError(`settings.issuer must be https, got ${issuer}: over http anybody on the way could name himself an officer`)
}

function refusedByProvider(error: unknown, log: Log) {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return refusal('bad-request', { reason: `the provider refused: ${error.error}` })
  }
  if (error instanceof ClientError && error.code !== 'OAUTH_TIMEOUT') {
    return refusal('bad-request', { reason: `the provider's answer does not fit: ${error.message}` })
  }
  return unreachable(error, log)
}

function unreachable(error: unknown, log: Log) {
  const { message, cause, code } = error as Error & { code?: string }
  const detail = cause instanceof Error ? cause.message : undefined
  log({ reason: message, code, cause: detail }, 'the sign-in provider cannot be used; check OIDC_ISSUER')
  return refusal('internal')
}

function claimAt(claims: IDToken, path: string): unknown {
  // A claim's own name may hold dots (`https://example.go.id/roles`): the whole name first.
  if (Object.hasOwn(claims, path)) return claims[path]
  let value: unknown = claims
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

function listOf(claim: unknown): readonly unknown[] {
  if (Array.isArray(claim)) return claim
  return typeof claim === 'string' ? claim.split(/[\s,]+/) : []
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null
}
