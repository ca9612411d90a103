import { concat } from './boxes.ts'
import {
  beginSegment,
  closeSegment,
  createLiveWindow,
  emptyWindow,
  liveLimits,
  newestComplete,
  nextPlace,
  openSegment,
  segmentBytes,
  segmentDurationS,
  trimWindow,
  type LiveInit,
  type LiveWindow,
} from './live-window.ts'
import { readInit, readPart } from './read-boxes.ts'
import { refuse } from './refusals.ts'

/** A stream without a part for this long is over, ms. */
export const silenceMs = 10_000
/** An ended window is still served for this long, so that every player sees its end, ms. */
const afterlifeMs = 30_000

/** One counter's origin: what it holds and what it will take next. Made by `createOrigin`, changed only by the functions here. */
export type Origin = {
  readonly window: LiveWindow
  stream: LiveStream | null
  /** Rises with every change that a player can see. */
  version: number
  /** When the last stream ended, on the caller's clock; null while one runs or none ever did. */
  endedAtMs: number | null
}

type LiveStream = {
  readonly id: string
  init: LiveInit | null
  /** There is something to see: a picture of its own, or those of the stream that it took over from. */
  hasPicture: boolean
  isSlate: boolean
  lastHeardMs: number
  /** Place of the newest part in the sender's own count. */
  segment: number
  part: number
  /** The newest part closed its segment. */
  isClosed: boolean
  /** Milliseconds since 1970 of the first picture after the last break, and what has played since, seconds. */
  anchorWallMs: number
  sinceAnchorS: number
}

/** A time in two clocks: `nowMs` never goes back, `wallMs` is since 1970. */
export type Instant = { readonly nowMs: number; readonly wallMs: number }

/** An uploaded part with the place its sender gives it. */
export type PartUpload = {
  readonly segment: number
  readonly part: number
  readonly durationS: number
  readonly isIndependent: boolean
  readonly isLast: boolean
  readonly bytes: Uint8Array
}

/** `at.wallMs` seeds the media sequence, so that it rises over a restart of the server. */
export function createOrigin(at: Instant): Origin {
  return { window: createLiveWindow(Math.floor(at.wallMs / 1000)), stream: null, version: 0, endedAtMs: null }
}

/**
 * A new stream takes the counter over; one that ran before is cut off where it stands.
 * Its slate stays until the new one says otherwise.
 */
export function startStream(origin: Origin, id: string, at: Instant): void {
  closeSegment(origin.window)
  // After an end everybody starts afresh: nobody may be shown what was over.
  if (!origin.stream) emptyWindow(origin.window)
  const hasPicture = origin.stream?.hasPicture ?? false
  const isSlate = origin.stream?.isSlate ?? false
  const place = { segment: -1, part: -1, isClosed: true }
  origin.endedAtMs = null
  origin.stream = { id, init: null, hasPicture, isSlate, lastHeardMs: at.nowMs, ...place, anchorWallMs: at.wallMs, sinceAnchorS: 0 }
  origin.version++
}

/** @throws CodedError `stream-unknown`, `stream-replaced`, `init-malformed` */
export function putInit(origin: Origin, id: string, bytes: Uint8Array, at: Instant): void {
  const stream = streamOf(origin, id)
  const read = bytes.length <= liveLimits.maxInitBytes ? readInit(bytes) : null
  if (!read) throw refuse('init-malformed', `${bytes.length} bytes`)
  const tracks = read.map(({ handler, format }) => `${handler} ${format}`).join()
  const newest = origin.window.segments.at(-1)
  if (newest && newest.init.tracks !== tracks) {
    emptyWindow(origin.window)
    origin.version++
  }
  stream.lastHeardMs = at.nowMs
  // The number of the segment that will use it first: unique, because a segment follows before the next init counts.
  stream.init = { number: origin.window.nextNumber, bytes, tracks }
}

/**
 * Takes a part. The same part sent twice (its answer was lost) is taken once: `repeated`.
 * @throws CodedError from `streamRefusals`; nothing has changed then
 */
export function putPart(origin: Origin, id: string, upload: PartUpload, at: Instant): 'added' | 'repeated' {
  const stream = streamOf(origin, id)
  if (!stream.init) throw refuse('init-missing', place(upload))
  if (upload.segment === stream.segment && upload.part === stream.part) return 'repeated'
  const open = stream.isClosed ? null : openSegment(origin.window)
  const isNext = open !== null && upload.segment === stream.segment && upload.part === stream.part + 1
  const isNewSegment = upload.segment > stream.segment && upload.part === 0
  if (!isNext && !isNewSegment) throw refuse('part-order', `${place(upload)} after ${stream.segment}.${stream.part}`)
  if (!(upload.durationS > 0 && upload.durationS <= liveLimits.maxPartS)) throw refuse('part-duration', `${upload.durationS} s`)
  if (isNewSegment && !upload.isIndependent) throw refuse('part-not-independent', place(upload))
  const before = isNext ? open : null
  const bytesAfter = (before ? segmentBytes(before) : 0) + upload.bytes.length
  if (bytesAfter > liveLimits.maxSegmentBytes) throw refuse('segment-too-large', `${bytesAfter} bytes`)
  const secondsAfter = (before ? segmentDurationS(before) : 0) + upload.durationS
  if (secondsAfter > liveLimits.maxSegmentS) throw refuse('segment-too-long', `${secondsAfter} s`)
  const runs = readPart(upload.bytes)
  if (!runs || (upload.isIndependent && !runs[0].isKeyFirst)) throw refuse('part-malformed', `${upload.bytes.length} bytes`)

  let segment = before
  if (!segment) {
    const isSameInit = origin.window.segments.at(-1)?.init === stream.init
    const isSeamless = stream.isClosed && stream.segment >= 0 && upload.segment === stream.segment + 1 && isSameInit
    closeSegment(origin.window)
    if (!isSeamless) {
      stream.anchorWallMs = at.wallMs - upload.durationS * 1000
      stream.sinceAnchorS = 0
    }
    const wallMs = stream.anchorWallMs + stream.sinceAnchorS * 1000
    segment = beginSegment(origin.window, stream.init, { isDiscontinuity: !isSeamless, wallMs })
  }
  segment.parts.push({ durationS: upload.durationS, isIndependent: upload.isIndependent, bytes: upload.bytes })
  stream.sinceAnchorS += upload.durationS
  stream.segment = upload.segment
  stream.part = upload.part
  stream.isClosed = upload.isLast
  stream.lastHeardMs = at.nowMs
  if (upload.isLast) closeSegment(origin.window)
  if (newestComplete(origin.window) !== null) stream.hasPicture = true
  trimWindow(origin.window)
  origin.version++
  return 'added'
}

/**
 * The officer talks to somebody, or no longer. The picture itself is changed at its source; this only says so.
 * @throws CodedError `stream-unknown`, `stream-replaced`
 */
export function setSlate(origin: Origin, id: string, isSlate: boolean): void {
  streamOf(origin, id).isSlate = isSlate
}

/** @throws CodedError `stream-unknown`, `stream-replaced` */
export function endStream(origin: Origin, id: string, at: Instant): void {
  streamOf(origin, id)
  finish(origin, at)
}

/** Time passes: a silent stream ends. To be called about once a second. */
export function tickOrigin(origin: Origin, at: Instant): void {
  if (origin.stream && at.nowMs - origin.stream.lastHeardMs > silenceMs) finish(origin, at)
}

/** True when nothing is left to serve: the caller may forget the origin. */
export function isOriginSpent(origin: Origin, at: Instant): boolean {
  return origin.stream === null && (origin.endedAtMs === null || at.nowMs - origin.endedAtMs > afterlifeMs)
}

/** What the counter shows. `live` and `slate` only once there is a whole segment to be seen. */
export function originState(origin: Origin): 'off' | 'live' | 'slate' {
  const { stream } = origin
  if (!stream?.hasPicture) return 'off'
  return stream.isSlate ? 'slate' : 'live'
}

/**
 * Blocking reload (rfc8216bis 6.2.5.2): may the playlist be sent now, is it to wait, was the question absurd,
 * is there nothing any more?
 */
export function askPlaylist(origin: Origin, question: { msn: number; part: number | null } | null): 'ready' | 'wait' | 'bad' | 'gone' {
  const { window } = origin
  const complete = newestComplete(window)
  if (!origin.stream) return complete === null ? 'gone' : 'ready'
  const edge = nextPlace(window)
  if (question && question.msn > edge.segment + 1) return 'bad'
  if (complete === null) return 'wait'
  if (!question) return 'ready'
  if (question.part === null) return question.msn <= complete ? 'ready' : 'wait'
  return hasPart(window, { msn: question.msn, part: question.part }) ? 'ready' : 'wait'
}

export type FileAnswer = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'wait' } | { readonly kind: 'gone' }

/** A file of the playlist by its name: `init-N.mp4`, `seg-N.m4s`, `part-N-M.m4s`. What was hinted but is not there yet is to wait. */
export function askFile(origin: Origin, name: string): FileAnswer {
  const match = /^(init|seg|part)-(\d{1,15})(?:-(\d{1,3}))?\.(mp4|m4s)$/.exec(name)
  if (!match || (match[1] === 'init') !== (match[4] === 'mp4') || (match[1] === 'part') !== (match[3] !== undefined))
    return { kind: 'gone' }
  const number = Number(match[2])
  const { window } = origin
  if (match[1] === 'init') {
    const used = window.segments.find((segment) => segment.init.number === number)?.init
    return used ? { kind: 'bytes', bytes: used.bytes } : { kind: 'gone' }
  }
  const segment = window.segments.find((candidate) => candidate.number === number)
  const edge = nextPlace(window)
  if (match[1] === 'seg') {
    if (segment?.isComplete) return { kind: 'bytes', bytes: concat(segment.parts.map((part) => part.bytes)) }
    return { kind: origin.stream && number === edge.segment ? 'wait' : 'gone' }
  }
  const part = segment?.parts[Number(match[3])]
  if (part) return { kind: 'bytes', bytes: part.bytes }
  return { kind: origin.stream && number === edge.segment && Number(match[3]) === edge.part ? 'wait' : 'gone' }
}

/** A part number past its segment's end means the first part of the next segment. */
function hasPart(window: LiveWindow, asked: { msn: number; part: number }): boolean {
  const segment = window.segments.find((candidate) => candidate.number === asked.msn)
  if (!segment) return asked.msn < window.nextNumber
  if (asked.part < segment.parts.length) return true
  return segment.isComplete && window.nextNumber > segment.number + 1
}

function finish(origin: Origin, at: Instant): void {
  closeSegment(origin.window)
  origin.stream = null
  origin.endedAtMs = at.nowMs
  origin.version++
}

function streamOf(origin: Origin, id: string): LiveStream {
  if (!origin.stream) throw refuse('stream-unknown', id)
  if (origin.stream.id !== id) throw refuse('stream-replaced', id)
  return origin.stream
}

function place(upload: PartUpload): string {
  return `part ${upload.segment}.${upload.part}`
}
