/** Which of the three pages an address is. */
export type PaymentPlace =
  | { readonly kind: 'fee'; readonly case: string }
  | { readonly kind: 'bank'; readonly reference: string }
  | { readonly kind: 'treasury' }
  | { readonly kind: 'none' }

/** Reads `/bayar/CASE`, `/demo/bayar/REFERENCE` and `/admin/rekonsiliasi`. */
export function placeOfPath(path: string): PaymentPlace {
  const [, kind, id] = /^\/(bayar|demo\/bayar)\/([^/]+)\/?$/.exec(path) ?? []
  if (/^\/admin\/rekonsiliasi\/?$/.test(path)) return { kind: 'treasury' }
  if (id === undefined) return { kind: 'none' }
  try {
    const name = decodeURIComponent(id)
    return kind === 'bayar' ? { kind: 'fee', case: name } : { kind: 'bank', reference: name }
  } catch {
    return { kind: 'none' }
  }
}

/** In groups of four, as people copy it: "SIMV 0123 4567 8901". */
export function shownReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ')
}
