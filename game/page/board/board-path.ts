/** The region that `/papan/kukar` names; null for `/papan`, where one is chosen. */
export function regionOfPath(path: string): string | null {
  const slug = /^\/papan\/([^/]+)\/?$/.exec(path)?.[1]
  if (!slug) return null
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}
