import type { OfficerSignInRequest, OtpRequest, OtpResponse, OtpVerifyRequest } from '../../game/api/index.ts'
import type { CitizenRow, OfficerRow } from '../store/index.ts'

/** Who stands behind a request. `sessionHash` is the key of the session's row, never the cookie's secret. */
export type Who =
  | { readonly role: 'visitor' }
  | { readonly role: 'citizen'; readonly citizen: CitizenRow; readonly sessionHash: string }
  | { readonly role: 'officer'; readonly officer: OfficerRow; readonly sessionHash: string }

/** A session that has just begun: the `Set-Cookie` value, and whose it is. */
export type SignedIn = { readonly setCookie: string; readonly who: Who }

/**
 * Who is who. The rules are numbered in `SPEC.md`. Refusals are `CodedError` with a code of `apiErrors`.
 * `details` of a refusal may hold what the caller typed (a number, digits of a NIK): answer it, never log it.
 */
export type Identity = {
  /** Who a `Cookie` header stands for; the visitor when there is none, or it has ended. Asks the store each time. */
  whoIs(cookieHeader: string | undefined): Promise<Who>
  /**
   * Sends a code.
   * @throws nik-*, phone-invalid, phone-not-bound, otp-too-soon {seconds}, otp-locked {time}; internal when it cannot be sent
   */
  requestOtp(request: OtpRequest): Promise<OtpResponse>
  /** @throws otp-wrong {left}, otp-expired, otp-locked {time}, phone-not-bound */
  verifyOtp(request: OtpVerifyRequest): Promise<SignedIn>
  /** @throws password-wrong; officer-ended for who knows the password of an ended account; too-many {seconds} after ten wrong passwords for one user name. */
  signInOfficer(request: OfficerSignInRequest): Promise<SignedIn>
  /** Ends the session at once. @returns the cookie that clears the browser's. */
  signOut(who: Who): Promise<{ readonly setCookie: string }>
  /**
   * Ends an officer's access: sign-in is refused, and sessions count for nothing any more, at once here and within two seconds in other processes.
   * @throws unknown-officer, officer-self
   */
  endOfficer(officer: string, by: string): Promise<OfficerRow>
  /** They may sign in again; sessions from before stay ended. @throws unknown-officer */
  giveOfficerBack(officer: string, by: string): Promise<OfficerRow>
  /** Marks the citizen's pair as seen with the card; every other pair of the NIK ends. @throws not-found */
  verifyCitizen(citizen: string, officer: string): Promise<void>
  /** An officer who has seen the card moves the NIK to another number, which is verified from then on. @throws nik-*, phone-invalid */
  rebindCitizen(request: OtpRequest, officer: string): Promise<CitizenRow>
  /** First start: makes the bootstrap officer and returns the password, once; otherwise null. */
  bootstrap(): Promise<{ readonly username: string; readonly password: string } | null>
  readonly oidc: OidcSignIn | null
  /** Newest first; empty outside demonstration mode. */
  demoCodes(): readonly DemoCode[]
}

export type DemoCode = { readonly nikMasked: string; readonly phoneMasked: string; readonly code: string; readonly atMs: number }

export type OidcSignIn = {
  /** Where to send the officer's browser, and the cookie that ties the answer to this browser. */
  start(): Promise<{ readonly location: string; readonly setCookie: string }>
  /**
   * `currentUrl` is the address the provider sent the browser to, with its query.
   * @throws bad-request {reason} when the answer does not belong to this browser or was used; forbidden without the role; officer-ended.
   */
  finish(currentUrl: string, cookieHeader: string | undefined): Promise<{ readonly setCookie: string[]; readonly who: Who }>
}

export type OidcSettings = {
  /** The provider's issuer URL. */
  readonly issuer: string
  readonly clientId: string
  /** null: a public client, kept by PKCE alone. */
  readonly clientSecret: string | null
  /** Where the provider sends the browser back to; registered there. */
  readonly redirectUri: string
  /** Claim of the ID token that lists roles or groups, `roles` by default. Dots go into objects: `realm_access.roles`. */
  readonly roleClaim?: string
  /** Who carries this role or group is an officer, made one at the first sign-in; null or absent: only officers known already. */
  readonly role?: string | null
  /** Claim with the region's slug; an ID token without it is refused. null or absent: every region. */
  readonly regionClaim?: string | null
  /** Claim with the agency's slug. */
  readonly agencyClaim?: string | null
  readonly scope?: string
  /** Allows http, for a provider on loopback. */
  readonly allowHttp: boolean
}

/** Writes one line to the server's log. */
export type Log = (fields: Readonly<Record<string, unknown>>, message: string) => void
