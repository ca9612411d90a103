/** What the page's address asks for; null where it says nothing. */
export type ProofAddress = {
  /** YYYY-MM-DD; null: today. */
  readonly day: string | null
  readonly region: string | null
  /** The line to check at once. */
  readonly group: string | null
  /** What stands behind `#`: a receipt, as it was written. */
  readonly receipt: string | null
}

/** Reads `/antrean/bukti/2026-11-22?wilayah=kukar&antrean=dukcapil#HASH`. */
export function readAddress(place: { readonly pathname: string; readonly search: string; readonly hash: string }): ProofAddress {
  const query = new URLSearchParams(place.search)
  return {
    day: /^\/antrean\/bukti\/(\d{4}-\d{2}-\d{2})\/?$/.exec(place.pathname)?.[1] ?? null,
    region: query.get('wilayah') || null,
    group: query.get('antrean') || null,
    receipt: place.hash.length > 1 ? place.hash.slice(1) : null,
  }
}

/** The page of a region and day. */
export function proofPath(region: string, day: string | null): string {
  return `/antrean/bukti${day === null ? '' : `/${day}`}?wilayah=${encodeURIComponent(region)}`
}

/** Where the record of a line is fetched, as JSON lines. */
export function exportPath(region: string, day: string, group: string): string {
  return `/api/regions/${encodeURIComponent(region)}/proof/${day}/${encodeURIComponent(group)}`
}
