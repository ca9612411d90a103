export type CookieOptions = { readonly name: string; readonly value: string; readonly maxAgeSeconds: number; readonly isSecure: boolean }

/** `__Host-` makes the browser refuse the cookie from a sub-domain or over http; plain http on localhost cannot carry it. */
export function cookieName(base: string, isSecure: boolean): string {
  return isSecure ? `__Host-${base}` : base
}

/** A `Set-Cookie` value that no script can read. Lax: a sign-in elsewhere may lead back here. */
export function setCookie({ name, value, maxAgeSeconds, isSecure }: CookieOptions): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}

/** Value of the first cookie of that name in a `Cookie` header, or null. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}
