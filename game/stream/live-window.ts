/** Limits of one counter's live window. */
export const liveLimits = {
  /** Complete segments in the playlist, about one second each. */
  listedSegments: 6,
  /** Complete segments that are still served after they left the playlist. */
  retiredSegments: 3,
  /** Complete segments whose parts are still listed. */
  segmentsWithParts: 2,
  /** Seconds; EXT-X-TARGETDURATION and EXT-X-PART-INF. */
  targetDurationS: 1,
  partTargetS: 0.29,
  partHoldBackS: 0.9,
  maxPartS: 1.2,
  /** A longer one would round to more than the target duration. */
  maxSegmentS: 1.49,
  maxInitBytes: 16 * 1024,
  maxPartBytes: 512 * 1024,
  maxSegmentBytes: 2 * 1024 * 1024,
  /** Everything a counter may hold: the oldest segments go first. */
  maxWindowBytes: 4 * 1024 * 1024,
} as const

export type LivePart = { readonly durationS: number; readonly isIndependent: boolean; readonly bytes: Uint8Array }

export type LiveSegment = {
  /** Media sequence number. */
  readonly number: number
  readonly init: LiveInit
  /** The timeline breaks before this segment. */
  readonly isDiscontinuity: boolean
  /** How many breaks there were up to and with this segment, on the window's own count. */
  readonly discontinuity: number
  /** Milliseconds since 1970: when its first picture was taken, as far as the origin can know. */
  readonly wallMs: number
  readonly parts: LivePart[]
  isComplete: boolean
}

export type LiveInit = {
  readonly number: number
  readonly bytes: Uint8Array
  /** `vide avc1,soun Opus`: a player cannot go over from one set of tracks to another. */
  readonly tracks: string
}

/** The segments of one counter, oldest first; only the last may be incomplete. */
export type LiveWindow = {
  segments: LiveSegment[]
  /** Number of the next segment; never goes back. */
  nextNumber: number
  nextDiscontinuity: number
}

/**
 * `first` seeds the media sequence: with seconds since 1970 it goes on rising after the server started anew. The breaks are counted
 * from 0 all the same: hls.js walks an array as long as that number at each reload (seen: a page that hung).
 */
export function createLiveWindow(first: number): LiveWindow {
  return { segments: [], nextNumber: first, nextDiscontinuity: 0 }
}

/** The segment that still grows, or null. */
export function openSegment(window: LiveWindow): LiveSegment | null {
  const last = window.segments.at(-1)
  return last && !last.isComplete ? last : null
}

/** Starts a segment; the caller has closed the one before. */
export function beginSegment(window: LiveWindow, init: LiveInit, start: { isDiscontinuity: boolean; wallMs: number }): LiveSegment {
  const isDiscontinuity = start.isDiscontinuity && window.segments.length > 0
  if (isDiscontinuity) window.nextDiscontinuity++
  const number = window.nextNumber++
  const segment = {
    number,
    init,
    isDiscontinuity,
    discontinuity: window.nextDiscontinuity,
    wallMs: start.wallMs,
    parts: [],
    isComplete: false,
  }
  window.segments.push(segment)
  return segment
}

/** Closes the open segment, if there is one, and lets go of what is too old. */
export function closeSegment(window: LiveWindow): void {
  const open = openSegment(window)
  if (open) open.isComplete = true
  const most = liveLimits.listedSegments + liveLimits.retiredSegments
  if (window.segments.length > most) window.segments.splice(0, window.segments.length - most)
}

/** Forgets every segment; the numbers go on. */
export function emptyWindow(window: LiveWindow): void {
  if (window.segments.length > 0) window.nextDiscontinuity++
  window.segments = []
}

/** Keeps the byte bound: the oldest complete segments go. */
export function trimWindow(window: LiveWindow): void {
  let bytes = 0
  for (const segment of window.segments) bytes += segmentBytes(segment)
  while (bytes > liveLimits.maxWindowBytes && window.segments.length > 1) bytes -= segmentBytes(window.segments.shift() as LiveSegment)
}

/** What the playlist lists: the newest complete segments, and the open one. */
export function listedSegments(window: LiveWindow): readonly LiveSegment[] {
  const complete = window.segments.length - (openSegment(window) ? 1 : 0)
  return window.segments.slice(Math.max(0, complete - liveLimits.listedSegments))
}

/** Number of the newest complete segment; null while there is none. */
export function newestComplete(window: LiveWindow): number | null {
  return window.segments.findLast((segment) => segment.isComplete)?.number ?? null
}

export function segmentBytes(segment: LiveSegment): number {
  let bytes = 0
  for (const part of segment.parts) bytes += part.bytes.length
  return bytes
}

export function segmentDurationS(segment: LiveSegment): number {
  let seconds = 0
  for (const part of segment.parts) seconds += part.durationS
  return seconds
}

/** Where the next part will stand: the open segment, or the first place of the next one. */
export function nextPlace(window: LiveWindow): { segment: number; part: number } {
  const open = openSegment(window)
  return open ? { segment: open.number, part: open.parts.length } : { segment: window.nextNumber, part: 0 }
}
