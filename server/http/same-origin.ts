import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a state-changing request comes from our own pages. Browsers say where a request comes from (Origin, Sec-Fetch-Site);
 * what says nothing at all is no browser, so nobody's cookie came along unasked (a script that sends one did it on purpose).
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const from = headers.origin ?? headers.referer
  return from === undefined || hostOf(from) === headers.host?.toLowerCase()
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).host
  } catch {
    return null
  }
}
