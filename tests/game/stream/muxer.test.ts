import { describe, expect, test } from 'vitest'
import { readInit, readPart, videoTimescale, writeInitSegment, type MuxedPart, type ReadRun } from '../../../game/stream/index.ts'
import { avc, collect, feedPictures, opus, picture, sound } from './stream-samples.ts'

const runsOf = (part: MuxedPart): ReadRun[] => {
  const runs = readPart(part.bytes)
  if (!runs) throw new Error(`part ${part.segment} cannot be read back`)
  return runs
}
const places = (parts: readonly MuxedPart[]) =>
  parts.map((part) => `${part.segment}${part.isFirst ? ' first' : ''}${part.isLast ? ' last' : ''}`)

describe('muxer', () => {
  test('M1 the init segment names each track, and every codec of the ladder has its sample entry', () => {
    const aac = { codec: 'mp4a.40.2', sampleRate: 44_100, channels: 1, description: Uint8Array.of(0x12, 0x08) }
    const vp9 = { codec: 'vp09.00.30.08', width: 640, height: 480, description: null }
    for (const [video, audio, entries] of [
      [avc, opus, ['avc1', 'avcC', 'Opus', 'dOps']],
      [vp9, aac, ['vp09', 'vpcC', 'mp4a', 'esds']],
    ] as const) {
      const init = writeInitSegment({ video, audio })
      expect(readInit(init)).toEqual([
        { track: 1, handler: 'vide', format: entries[0], timescale: 90_000 },
        { track: 2, handler: 'soun', format: entries[2], timescale: audio === opus ? 48_000 : 44_100 },
      ])
      const text = Buffer.from(init).toString('latin1')
      for (const entry of entries) expect(text).toContain(entry)
    }
    expect(readInit(writeInitSegment({ video: null, audio: opus }))).toHaveLength(1)
    expect(() => writeInitSegment({ video: { ...avc, codec: 'vp8' }, audio: null })).toThrow(TypeError)
  })

  test('M1 M2 parts of a quarter second inside one-second segments, sounds beside the pictures', () => {
    const { muxer, parts, inits } = collect({ hasVideo: true, hasAudio: true })
    muxer.audio(sound(0), opus)
    let nextSound = 20
    for (let frame = 0; frame <= 41; frame++) {
      muxer.video(picture(frame, frame * 50, frame % 20 === 0), frame === 0 ? avc : null)
      while (nextSound <= frame * 50) muxer.audio(sound((nextSound += 20) - 20), null)
    }
    expect(inits).toHaveLength(1)
    expect(places(parts)).toEqual(['0 first', '0', '0', '0 last', '1 first', '1', '1', '1 last'])
    const times = { video: 0, audio: null as number | null }
    for (const part of parts) {
      expect(part.durationS).toBeCloseTo(0.25)
      expect(part.isIndependent).toBe(part.isFirst)
      const [video, audio] = runsOf(part)
      expect(video.baseTime).toBe(times.video)
      times.video += video.duration
      expect(audio.track).toBe(2)
      if (times.audio !== null) expect(audio.baseTime).toBe(times.audio)
      times.audio = audio.baseTime + audio.duration
    }
    // The very bytes of the fourth picture come back from where the table points.
    const { samples } = runsOf(parts[0])[0]
    expect([...parts[0].bytes.subarray(samples[3].start, samples[3].end)]).toEqual([...picture(3, 150, false).bytes])
  })

  test('M3 a dropped frame stretches the one before', () => {
    const { muxer, parts } = collect({ hasVideo: true, hasAudio: false })
    feedPictures(muxer, { fromMs: 0, count: 21, skip: (frame) => frame === 2 || frame === 3 })
    const first = runsOf(parts[0])[0]
    expect(first.samples.map((sample) => sample.duration / (videoTimescale / 1000))).toEqual([50, 150, 50])
    const whole = parts.map((part) => runsOf(part)[0])
    whole.slice(1).forEach((run, i) => expect(run.baseTime).toBe(whole[i].baseTime + whole[i].duration))
  })

  test('M4 a long hole ends the segment, leaves a number out and waits for a key frame', () => {
    const { muxer, parts, keyRequests } = collect({ hasVideo: true, hasAudio: false })
    feedPictures(muxer, { fromMs: 0, count: 7 })
    const asked = keyRequests()
    muxer.video(picture(50, 2000, false), null)
    expect(keyRequests()).toBe(asked + 1)
    muxer.video(picture(51, 2050, false), null)
    feedPictures(muxer, { fromMs: 2100, count: 21 })
    expect(places(parts)).toEqual(['0 first', '0 last', '2 first', '2', '2', '2 last'])
    expect(runsOf(parts[2])[0].baseTime).toBe(2.1 * videoTimescale)
    expect(runsOf(parts[2])[0].isKeyFirst).toBe(true)
  })

  test('M5 jitter is smoothed, a hole is stretched over, an overlap is left out', () => {
    const { muxer, parts } = collect({ hasVideo: false, hasAudio: true })
    const arrivals = [0, 21, 39, 62, 80, 100, 120, 320, 340, 180, 200, 360, 380, 400, 420, 440, 460, 480, 500, 520]
    arrivals.forEach((ms, i) => muxer.audio(sound(ms), i === 0 ? opus : null))
    muxer.finish()
    const runs = parts.map((part) => runsOf(part)[0])
    const durations = runs.flatMap((run) => run.samples.map((sample) => sample.duration / 48))
    expect(durations).toEqual([20, 20, 20, 20, 20, 20, 200, ...Array.from({ length: 11 }, () => 20)])
  })

  test('M7 another decoder config writes a new init segment', () => {
    const { muxer, inits, parts } = collect({ hasVideo: true, hasAudio: false })
    feedPictures(muxer, { fromMs: 0, count: 7 })
    muxer.video(picture(0, 350, true), { ...avc, width: 320 })
    muxer.video(picture(1, 400, false), null)
    expect(inits).toHaveLength(2)
    expect(parts.at(-1)?.isLast).toBe(true)
  })

  test('M8 without pictures, one-second segments of four parts', () => {
    const { muxer, parts } = collect({ hasVideo: false, hasAudio: true })
    for (let i = 0; i <= 101; i++) muxer.audio(sound(i * 20), i === 0 ? opus : null)
    expect(places(parts)).toEqual(['0 first', '0', '0', '0 last', '1 first', '1', '1', '1 last'])
  })

  test('before both encoders have spoken nothing is written', () => {
    const { muxer, inits, parts } = collect({ hasVideo: true, hasAudio: true })
    feedPictures(muxer, { fromMs: 0, count: 41 })
    expect([inits.length, parts.length]).toEqual([0, 0])
  })
})
