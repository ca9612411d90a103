/** What the page's address asks for; null where it says nothing. */
export type VoiceAddress = {
  readonly region: string | null
  /** A ticket or case that a complaint is about. */
  readonly ticket: string | null
  readonly case: string | null
  /** To begin with "I was asked for money". */
  readonly isLevy: boolean
  /** Behind `#`, which no server sees: opens a complaint or report. */
  readonly code: string | null
}

/** Reads `/pengaduan?wilayah=kukar&tiket=ID&uang=1#kode=K7M2-9QXA-3TVB`. */
export function readVoiceAddress(place: { readonly search: string; readonly hash: string }): VoiceAddress {
  const query = new URLSearchParams(place.search)
  return {
    region: query.get('wilayah') || null,
    ticket: query.get('tiket') || null,
    case: query.get('perkara') || null,
    isLevy: query.has('uang'),
    code: new URLSearchParams(place.hash.slice(1)).get('kode') || null,
  }
}
