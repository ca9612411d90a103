import { CodedError, createRng, type Rng } from '@balai/engine/core'
import { expect, test } from 'vitest'
import {
  askFile,
  askPlaylist,
  createOrigin,
  endStream,
  liveLimits,
  putInit,
  putPart,
  readPart,
  setSlate,
  startStream,
  streamRefusals,
  tickOrigin,
  writePlaylist,
  type Origin,
  type PartUpload,
} from '../../../game/stream/index.ts'
import { sampleStream } from './stream-samples.ts'

const { init, parts } = sampleStream(30)
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 20_261_121, 987_654_321]

for (const seed of seeds) {
  test(`O1 O3 O4 O7 whatever arrives, in whatever order, the list stays whole (seed ${seed})`, () => {
    const rng = createRng(seed)
    const origin = createOrigin({ nowMs: 0, wallMs: 1_800_000_000_000 })
    const seen = { sequence: 0, discontinuity: 0, added: 0, refused: 0 }
    let nowMs = 0
    let cursor = 0
    let id = 'none'
    for (let step = 0; step < 600; step++) {
      nowMs += rng() < 0.002 ? 15_000 : rng() * 300
      const at = { nowMs, wallMs: 1_800_000_000_000 + nowMs }
      const before = snapshot(origin)
      try {
        const dice = rng()
        if (dice < 0.01 || id === 'none') startStream(origin, (id = `s${step}`), at)
        else if (dice < 0.02 || (origin.stream?.init === null && dice < 0.5))
          putInit(origin, id, rng() < 0.7 ? init : damage(init, rng), at)
        else if (dice < 0.022) {
          endStream(origin, id, at)
          id = 'none'
        } else if (dice < 0.03) setSlate(origin, id, rng() < 0.5)
        else if (dice < 0.05) tickOrigin(origin, at)
        else {
          // The sender knows where a new segment must begin, most of the time.
          const isLost = origin.stream?.segment === -1 && cursor % 4 !== 0 && rng() < 0.5
          cursor = isLost ? Math.ceil(cursor / 4) * 4 : nextCursor(cursor, rng)
          if (putPart(origin, id, upload(cursor, rng), at) === 'added') seen.added++
        }
      } catch (error) {
        if (!(error instanceof CodedError)) throw error
        expect(Object.keys(streamRefusals)).toContain(error.code)
        expect(snapshot(origin)).toBe(before)
        seen.refused++
      }
      check(origin, seen)
    }
    // A run in which nothing was taken, or nothing refused, would prove nothing.
    expect(seen.added).toBeGreaterThan(150)
    expect(seen.refused).toBeGreaterThan(30)
  })
}

function snapshot(origin: Origin): string {
  const { window, stream, version } = origin
  return JSON.stringify([writePlaylist(window, stream === null), stream && { ...stream, init: stream.init?.number }, version])
}

/** Mostly the next part; now and then a step back, a jump, or the same again. */
function nextCursor(cursor: number, rng: Rng): number {
  const dice = rng()
  const next =
    dice < 0.85 ? cursor + 1 : dice < 0.9 ? cursor : dice < 0.95 ? cursor - Math.floor(rng() * 6) : Math.ceil((cursor + rng() * 12) / 4) * 4
  return Math.max(0, next)
}

function upload(cursor: number, rng: Rng): PartUpload {
  const part = parts[cursor % parts.length]
  const good = {
    segment: Math.floor(cursor / 4),
    part: cursor % 4,
    durationS: part.durationS,
    isIndependent: part.isIndependent,
    isLast: part.isLast,
    bytes: part.bytes,
  }
  const dice = rng()
  if (dice < 0.03) return { ...good, bytes: damage(part.bytes, rng) }
  if (dice < 0.04) return { ...good, durationS: [Number.NaN, -1, 0, 9, Number.POSITIVE_INFINITY][Math.floor(rng() * 5)] }
  if (dice < 0.05) return { ...good, isIndependent: !good.isIndependent }
  if (dice < 0.06) return { ...good, isLast: !good.isLast }
  return good
}

function damage(bytes: Uint8Array, rng: Rng): Uint8Array {
  if (rng() < 0.4) return bytes.slice(0, Math.floor(rng() * bytes.length))
  const broken = bytes.slice()
  for (let i = 0; i < 4; i++) broken[Math.floor(rng() * broken.length)] = Math.floor(rng() * 256)
  return broken
}

function check(origin: Origin, seen: { sequence: number; discontinuity: number }): void {
  const { segments } = origin.window
  segments.forEach((segment, i) => {
    if (i > 0) expect(segment.number).toBe(segments[i - 1].number + 1)
    expect(segment.isComplete || i === segments.length - 1).toBe(true)
    expect(segment.parts[0].isIndependent).toBe(true)
  })
  const newest = segments.at(-1)?.parts.at(-1)
  if (newest) expect(readPart(newest.bytes)).not.toBe(null)
  expect(segments.length).toBeLessThanOrEqual(liveLimits.listedSegments + liveLimits.retiredSegments + 1)
  const text = writePlaylist(origin.window, origin.stream === null)
  const sequence = Number(/MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1])
  const discontinuity = Number(/DISCONTINUITY-SEQUENCE:(\d+)/.exec(text)?.[1])
  expect(sequence).toBeGreaterThanOrEqual(seen.sequence)
  expect(discontinuity).toBeGreaterThanOrEqual(seen.discontinuity)
  Object.assign(seen, { sequence, discontinuity })
  for (const [, name] of text.matchAll(/(?:URI="|^)((?:seg|init|part)-[\d-]+\.m\w+)/gm)) {
    const isHint = text.includes(`PRELOAD-HINT:TYPE=PART,URI="${name}"`)
    expect([name, askFile(origin, name).kind]).toEqual([name, isHint ? 'wait' : 'bytes'])
  }
  for (const segment of segments) if (segment.isComplete) expect(askPlaylist(origin, { msn: segment.number, part: null })).toBe('ready')
  for (const duration of text.matchAll(/EXTINF:([\d.]+)/g))
    expect(Math.round(Number(duration[1]))).toBeLessThanOrEqual(liveLimits.targetDurationS)
}
