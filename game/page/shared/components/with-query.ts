/** The same path and query with one name set, or taken out when the value is null. */
export function withQuery(url: string, name: string, value: string | null): string {
  const at = url.indexOf('?')
  const path = at < 0 ? url : url.slice(0, at)
  const query = new URLSearchParams(at < 0 ? '' : url.slice(at + 1))
  if (value === null) query.delete(name)
  else query.set(name, value)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
