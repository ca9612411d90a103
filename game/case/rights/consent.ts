import type { PurposeSlug } from './purposes.ts'
import { threeDaysMs } from './three-days.ts'

/** One agreement of one citizen: for a purpose, and for one thing where it is about one. */
export type Consent = {
  readonly id: string
  readonly purpose: PurposeSlug
  readonly textVersion: string
  /** SHA-256 of `consentText`, hexadecimal: which words these were can be proved. */
  readonly textSha256: string
  /** Where it was given: `submission`, `settings`, `browser`. */
  readonly how: string
  /** null: about nothing in particular. */
  readonly about: { readonly kind: string; readonly id: string } | null
  readonly givenAtMs: number
  readonly withdrawnAtMs: number | null
  /** When what was done under it had stopped. */
  readonly stoppedAtMs: number | null
}
export type ConsentEvent = { readonly atMs: number; readonly consent: string } & (
  | ({ readonly type: 'given' } & Pick<Consent, 'purpose' | 'textVersion' | 'textSha256' | 'how' | 'about'>)
  | { readonly type: 'withdrawn' }
  | { readonly type: 'stopped' }
)
export type ConsentBook = ReadonlyMap<string, Consent>

export function applyConsentEvent(book: ConsentBook, event: ConsentEvent): ConsentBook {
  const next = new Map(book)
  if (event.type === 'given') {
    const { consent: id, atMs, purpose, textVersion, textSha256, how, about } = event
    return next.set(id, { id, purpose, textVersion, textSha256, how, about, givenAtMs: atMs, withdrawnAtMs: null, stoppedAtMs: null })
  }
  const before = book.get(event.consent)
  if (before === undefined) return book
  return next.set(before.id, { ...before, ...(event.type === 'withdrawn' ? { withdrawnAtMs: event.atMs } : { stoppedAtMs: event.atMs }) })
}

/** Whether something may be done under it. From the moment of its withdrawal not, whatever has stopped by then. */
export function mayUse(consent: Consent): boolean {
  return consent.withdrawnAtMs === null
}

/** The one in force for a purpose and a thing. */
export function findConsent(book: ConsentBook, purpose: PurposeSlug, about: Consent['about']): Consent | null {
  const isSame = (one: Consent): boolean => one.about?.kind === about?.kind && one.about?.id === about?.id
  return [...book.values()].find((one) => one.purpose === purpose && mayUse(one) && isSame(one)) ?? null
}

/** Gives: nothing happens when the same is in force with the same words. */
export function giveConsent(book: ConsentBook, given: Extract<ConsentEvent, { type: 'given' }>): ConsentEvent[] {
  const before = findConsent(book, given.purpose, given.about)
  if (before === null) return [given]
  if (before.textSha256 === given.textSha256) return []
  // Other words are another agreement: the old one ends with it.
  return [{ type: 'withdrawn', consent: before.id, atMs: given.atMs }, { type: 'stopped', consent: before.id, atMs: given.atMs }, given]
}

/** Withdraws; of one that is not in force nothing happens. */
export function withdrawConsent(book: ConsentBook, id: string, atMs: number): ConsentEvent[] {
  const consent = book.get(id)
  return consent !== undefined && mayUse(consent) ? [{ type: 'withdrawn', consent: id, atMs }] : []
}

/** Tells that everything done under it has stopped; once, and only after a withdrawal. */
export function stopConsent(book: ConsentBook, id: string, atMs: number): ConsentEvent[] {
  const consent = book.get(id)
  if (consent === undefined || consent.withdrawnAtMs === null || consent.stoppedAtMs !== null) return []
  return [{ type: 'stopped', consent: id, atMs }]
}

/** By when it has to have stopped; null: it is in force, or has. UU 27/2022 article 40. */
export function stopByMs(consent: Consent): number | null {
  return consent.withdrawnAtMs === null || consent.stoppedAtMs !== null ? null : consent.withdrawnAtMs + threeDaysMs
}
