import { civilDay } from '../calendar/index.ts'
import { liveLimits, listedSegments, nextPlace, segmentDurationS, type LiveSegment, type LiveWindow } from './live-window.ts'

const dayMs = 86_400_000

/**
 * The media playlist as text (draft-pantos-hls-rfc8216bis, low latency). Addresses are relative to the playlist.
 * An ended window closes with EXT-X-ENDLIST and promises no further part.
 */
export function writePlaylist(window: LiveWindow, isEnded: boolean): string {
  const segments = listedSegments(window)
  const first = segments[0]
  const next = nextPlace(window)
  const { targetDurationS, partTargetS, partHoldBackS } = liveLimits
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-TARGETDURATION:${targetDurationS}`,
    `#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=${partHoldBackS}`,
    `#EXT-X-PART-INF:PART-TARGET=${partTargetS}`,
    `#EXT-X-MEDIA-SEQUENCE:${first?.number ?? window.nextNumber}`,
    // RFC 8216, 6.2.2: counts the breaks that have left the list; the first segment's own tag, while it stands there, is none of them.
    `#EXT-X-DISCONTINUITY-SEQUENCE:${first ? first.discontinuity - (first.isDiscontinuity ? 1 : 0) : window.nextDiscontinuity}`,
  ]
  const complete = segments.filter((segment) => segment.isComplete).length
  let init = -1
  segments.forEach((segment, i) => {
    if (segment.isDiscontinuity) lines.push('#EXT-X-DISCONTINUITY')
    if (segment.init.number !== init) lines.push(`#EXT-X-MAP:URI="init-${segment.init.number}.mp4"`)
    init = segment.init.number
    if (i === 0 || segment.isDiscontinuity) lines.push(`#EXT-X-PROGRAM-DATE-TIME:${isoTime(segment.wallMs)}`)
    if (i >= complete - liveLimits.segmentsWithParts) pushParts(lines, segment)
    if (segment.isComplete) lines.push(`#EXTINF:${seconds(segmentDurationS(segment))},`, `seg-${segment.number}.m4s`)
  })
  lines.push(isEnded ? '#EXT-X-ENDLIST' : `#EXT-X-PRELOAD-HINT:TYPE=PART,URI="part-${next.segment}-${next.part}.m4s"`)
  return `${lines.join('\n')}\n`
}

function pushParts(lines: string[], segment: LiveSegment): void {
  segment.parts.forEach((part, index) => {
    const independent = part.isIndependent ? ',INDEPENDENT=YES' : ''
    lines.push(`#EXT-X-PART:DURATION=${seconds(part.durationS)},URI="part-${segment.number}-${index}.m4s"${independent}`)
  })
}

function seconds(value: number): string {
  return value.toFixed(5)
}

/** ISO 8601 in UTC, from milliseconds since 1970: this folder has no Date. */
function isoTime(wallMs: number): string {
  const ms = Math.floor(wallMs - Math.floor(wallMs / dayMs) * dayMs)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const time = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`
  return `${civilDay(wallMs, 0)}T${time}Z`
}
