import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a state-changing request comes from our own pages. Browsers say where a request comes from (Origin, Sec-Fetch-Site);
 * what says nothing at all is no browser, so nobody's cookie came along unasked (a script that sends one did it on purpose).
 * @param publicOrigin what people have in their address line when a proxy in front changes Host; null: Host says it
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const from = headers.origin ?? headers.referer
  if (from === undefined) return true
  const host = hostOf(from)
  return host !== null && (host === headers.host?.toLowerCase() || (publicOrigin !== null && host === hostOf(publicOrigin)))
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}
