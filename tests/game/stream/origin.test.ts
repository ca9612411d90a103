import { describe, expect, test } from 'vitest'
import {
  askFile,
  askPlaylist,
  createOrigin,
  endStream,
  isOriginSpent,
  liveLimits,
  originState,
  putInit,
  putPart,
  setSlate,
  startStream,
  tickOrigin,
  writeFragment,
  writeInitSegment,
  writePlaylist,
  type MuxedPart,
  type Origin,
  type PartUpload,
  type StreamRefusal,
} from '../../../game/stream/index.ts'
import { opus, sampleStream } from './stream-samples.ts'

const wall = Date.UTC(2026, 1, 28, 23, 59, 58, 250)
const firstNumber = Math.floor(wall / 1000)
const at = (ms = 0) => ({ nowMs: ms, wallMs: wall + ms })
const { init, parts } = sampleStream(12)

/** The muxer's parts with the place that the sender gives them. */
function uploads(from: readonly MuxedPart[] = parts): PartUpload[] {
  let index = 0
  return from.map((part) => {
    index = part.isFirst ? 0 : index + 1
    const { segment, durationS, isIndependent, isLast, bytes } = part
    return { segment, part: index, durationS, isIndependent, isLast, bytes }
  })
}

function running(options: { segments: number; id?: string; origin?: Origin; from?: number } = { segments: 0 }): Origin {
  const { id = 'a', origin = createOrigin(at()), from = 0 } = options
  startStream(origin, id, at(from))
  putInit(origin, id, init, at(from))
  uploads()
    .slice(0, options.segments * 4)
    .forEach((upload, i) => putPart(origin, id, upload, at(from + i * 250 + 250)))
  return origin
}

const list = (origin: Origin) => writePlaylist(origin.window, origin.stream === null)
const code = (act: () => unknown): StreamRefusal | 'taken' => {
  try {
    act()
    return 'taken'
  } catch (error) {
    return (error as { code: StreamRefusal }).code
  }
}
const part = (n: number, change: Partial<PartUpload> = {}): PartUpload => ({ ...uploads()[n], ...change })

describe('origin', () => {
  test('O1 O3 every wrong upload has its code and changes nothing', () => {
    const origin = running({ segments: 1 })
    const before = JSON.stringify([list(origin), origin.version, origin.stream])
    const torn = part(4).bytes.slice(0, -1)
    const cases: [StreamRefusal, () => unknown][] = [
      ['stream-replaced', () => putPart(origin, 'b', part(4), at())],
      ['part-order', () => putPart(origin, 'a', part(5), at())],
      ['part-order', () => putPart(origin, 'a', part(1), at())],
      ['part-order', () => putPart(origin, 'a', part(4, { segment: 0, part: 4 }), at())],
      ['part-not-independent', () => putPart(origin, 'a', part(4, { isIndependent: false }), at())],
      ['part-malformed', () => putPart(origin, 'a', part(4, { bytes: part(5).bytes }), at())],
      ['part-malformed', () => putPart(origin, 'a', part(4, { bytes: torn }), at())],
      ['part-malformed', () => putPart(origin, 'a', part(4, { bytes: new Uint8Array(0) }), at())],
      ['part-malformed', () => putPart(origin, 'a', part(4, { bytes: init }), at())],
      ['part-duration', () => putPart(origin, 'a', part(4, { durationS: 0 }), at())],
      ['part-duration', () => putPart(origin, 'a', part(4, { durationS: Number.NaN }), at())],
      ['part-duration', () => putPart(origin, 'a', part(4, { durationS: 1.3 }), at())],
      ['init-malformed', () => putInit(origin, 'a', part(0).bytes, at())],
    ]
    for (const [expected, act] of cases) expect([expected, code(act)]).toEqual([expected, expected])
    expect(JSON.stringify([list(origin), origin.version, origin.stream])).toBe(before)
    expect(code(() => putPart(running({ segments: 0 }), 'a', part(1), at()))).toBe('part-order')
    const bare = createOrigin(at())
    expect(code(() => putPart(bare, 'a', part(0), at()))).toBe('stream-unknown')
    startStream(bare, 'a', at())
    expect(code(() => putPart(bare, 'a', part(0), at()))).toBe('init-missing')
  })

  test('O2 the same part twice is taken once', () => {
    const origin = running({ segments: 1 })
    expect(putPart(origin, 'a', part(4), at())).toBe('added')
    const { version } = origin
    expect(putPart(origin, 'a', part(4), at())).toBe('repeated')
    expect(origin.version).toBe(version)
  })

  test('O4 O5 a new stream goes on counting, after a discontinuity, with its own map', () => {
    const origin = running({ segments: 2 })
    running({ segments: 2, id: 'b', origin, from: 2500 })
    const text = list(origin)
    expect(text).toContain(`#EXT-X-MEDIA-SEQUENCE:${firstNumber}\n`)
    expect(text).toMatch(
      new RegExp(
        `seg-${firstNumber + 1}\\.m4s\\n#EXT-X-DISCONTINUITY\\n#EXT-X-MAP:URI="init-${firstNumber + 2}\\.mp4"\\n` +
          `#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00\\.750Z\\n#EXT-X-PART:.*part-${firstNumber + 2}-0\\.m4s`,
      ),
    )
    expect(text.match(/EXT-X-DISCONTINUITY\n/g)).toHaveLength(1)
    expect(text).toContain('#EXT-X-PROGRAM-DATE-TIME:2026-02-28T23:59:58.250Z')
    for (const number of [firstNumber, firstNumber + 2]) expect(askFile(origin, `init-${number}.mp4`).kind).toBe('bytes')
  })

  test('O5 a number left out and an unclosed segment make a discontinuity, a closed one does not', () => {
    for (const [name, next, expected] of [
      ['closed', 8, 0],
      ['left out', 12, 1],
      ['unclosed', 4, 1],
    ] as const) {
      const origin = running({ segments: 1 })
      if (name === 'unclosed') putPart(origin, 'a', part(4), at())
      else for (const n of [4, 5, 6, 7]) putPart(origin, 'a', part(n), at())
      putPart(origin, 'a', part(name === 'unclosed' ? 8 : next), at())
      expect([name, (list(origin).match(/EXT-X-DISCONTINUITY\n/g) ?? []).length]).toEqual([name, expected])
    }
  })

  test('O6 after an end the next stream starts with an empty list and rising numbers', () => {
    const origin = running({ segments: 3 })
    endStream(origin, 'a', at(4000))
    expect(list(origin)).toContain('#EXT-X-ENDLIST')
    expect(originState(origin)).toBe('off')
    startStream(origin, 'b', at(5000))
    expect(askPlaylist(origin, null)).toBe('wait')
    expect(code(() => setSlate(origin, 'a', true))).toBe('stream-replaced')
    running({ segments: 1, id: 'c', origin, from: 5000 })
    expect(list(origin)).toContain(`#EXT-X-MEDIA-SEQUENCE:${firstNumber + 3}\n`)
    expect(list(origin)).not.toContain('init-' + firstNumber + '.mp4')
  })

  test('O10 other tracks empty the list, the same ones do not', () => {
    const voice = writeInitSegment({ video: null, audio: opus })
    for (const [head, kept] of [
      [init, 2],
      [voice, 0],
    ] as const) {
      const origin = running({ segments: 2 })
      startStream(origin, 'b', at())
      putInit(origin, 'b', head, at())
      expect(list(origin).match(/#EXTINF/g) ?? []).toHaveLength(kept)
      putPart(origin, 'b', part(0), at())
      expect(list(origin)).toContain(`part-${firstNumber + 2}-0.m4s`)
      expect(originState(origin)).toBe('live')
    }
  })

  test('O7 six complete segments are listed, three more are served, bytes are bounded', () => {
    const origin = running({ segments: 12 })
    const text = list(origin)
    expect(text.match(/#EXTINF/g)).toHaveLength(6)
    expect(text).toContain(`#EXT-X-MEDIA-SEQUENCE:${firstNumber + 6}\n`)
    const kinds = [2, 3, 5, 11].map((n) => askFile(origin, `seg-${firstNumber + n}.m4s`).kind)
    expect(kinds).toEqual(['gone', 'bytes', 'bytes', 'bytes'])

    const heavy = running({ segments: 0 })
    const sample = { bytes: new Uint8Array(liveLimits.maxPartBytes - 200), duration: 22_500, isKey: true }
    const bytes = writeFragment(1, [{ track: 1, baseTime: 0, samples: [sample] }])
    for (let segment = 0; segment < 6; segment++) {
      for (let n = 0; n < 4; n++) putPart(heavy, 'a', part(0, { segment, part: n, bytes, isLast: n === 3 }), at())
      const held = heavy.window.segments.flatMap((one) => one.parts).reduce((sum, one) => sum + one.bytes.length, 0)
      expect(held).toBeLessThanOrEqual(liveLimits.maxWindowBytes)
    }
    putPart(heavy, 'a', part(0, { segment: 6, part: 0, bytes, durationS: 0.1 }), at())
    for (let n = 1; n < 4; n++) putPart(heavy, 'a', part(0, { segment: 6, part: n, bytes, durationS: 0.1 }), at())
    expect(code(() => putPart(heavy, 'a', part(0, { segment: 6, part: 4, bytes, durationS: 0.1 }), at()))).toBe('segment-too-large')
    const long = running({ segments: 0 })
    putPart(long, 'a', part(0, { durationS: 1.2 }), at())
    expect(code(() => putPart(long, 'a', part(1, { durationS: 0.3 }), at()))).toBe('segment-too-long')
  })

  test('O8 ten silent seconds end a stream, thirty more and nothing is kept', () => {
    const origin = running({ segments: 2 })
    tickOrigin(origin, at(2000 + 10_000))
    expect(originState(origin)).toBe('live')
    tickOrigin(origin, at(2000 + 10_001))
    expect(originState(origin)).toBe('off')
    expect(askPlaylist(origin, { msn: firstNumber + 9, part: null })).toBe('ready')
    expect(isOriginSpent(origin, at(42_001))).toBe(false)
    expect(isOriginSpent(origin, at(42_002))).toBe(true)
  })

  test('O9 live from the first complete segment on, slate while the officer says so, also over a takeover', () => {
    const origin = running({ segments: 0 })
    for (const n of [0, 1, 2]) putPart(origin, 'a', part(n), at())
    expect([originState(origin), askPlaylist(origin, null)]).toEqual(['off', 'wait'])
    putPart(origin, 'a', part(3), at())
    expect([originState(origin), askPlaylist(origin, null)]).toEqual(['live', 'ready'])
    setSlate(origin, 'a', true)
    startStream(origin, 'b', at())
    expect(originState(origin)).toBe('slate')
    setSlate(origin, 'b', false)
    expect(originState(origin)).toBe('live')
  })

  test('P1 parts of the newest two and the open segment, and the hint', () => {
    const origin = running({ segments: 4 })
    putPart(origin, 'a', part(16), at())
    const text = list(origin)
    const listed = [...text.matchAll(/URI="part-(\d+)-(\d)/g)].map((match) => `${Number(match[1]) - firstNumber}.${match[2]}`)
    expect(listed).toEqual(['2.0', '2.1', '2.2', '2.3', '3.0', '3.1', '3.2', '3.3', '4.0', '4.1'])
    expect(text.trimEnd().split('\n').at(-1)).toBe(`#EXT-X-PRELOAD-HINT:TYPE=PART,URI="part-${firstNumber + 4}-1.m4s"`)
    expect(text).toContain(`#EXT-X-PART:DURATION=0.25000,URI="part-${firstNumber + 4}-0.m4s",INDEPENDENT=YES`)
    expect(text).toContain('CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=')
  })

  test('P2 P3 blocking reload waits for exactly what it asks for', () => {
    const origin = running({ segments: 3 })
    putPart(origin, 'a', part(12), at())
    const ask = (msn: number, n: number | null) => askPlaylist(origin, { msn: firstNumber + msn, part: n })
    const asked = [ask(2, null), ask(3, null), ask(3, 0), ask(3, 1), ask(2, 4), ask(1, 99), ask(4, 0), ask(5, 0), ask(-50, 7)]
    expect(asked).toEqual(['ready', 'wait', 'ready', 'wait', 'ready', 'ready', 'wait', 'bad', 'ready'])
    for (const n of [13, 14, 15]) putPart(origin, 'a', part(n), at())
    expect([ask(3, null), ask(3, 4), ask(4, 0)]).toEqual(['ready', 'wait', 'wait'])
    putPart(origin, 'a', part(16), at())
    expect([ask(3, 4), ask(4, 0), ask(4, 1)]).toEqual(['ready', 'ready', 'wait'])
  })

  test('P4 the hinted part and the growing segment wait, other names do not', () => {
    const origin = running({ segments: 2 })
    putPart(origin, 'a', part(8), at())
    const kinds = ['part-2-0.m4s', 'part-2-1.m4s', 'part-2-2.m4s', 'part-3-0.m4s', 'seg-2.m4s', 'seg-3.m4s', 'seg-1.m4s'].map(
      (name) =>
        askFile(
          origin,
          name.replace(/-(\d)/, (_all, n) => `-${firstNumber + Number(n)}`),
        ).kind,
    )
    expect(kinds).toEqual(['bytes', 'wait', 'gone', 'gone', 'wait', 'gone', 'bytes'])
    for (const name of [
      'live.m3u8',
      `seg-${firstNumber}.mp4`,
      `init-${firstNumber}.m4s`,
      `part-${firstNumber}.m4s`,
      '../x',
      'seg-1e9.m4s',
    ]) {
      expect([name, askFile(origin, name).kind]).toEqual([name, 'gone'])
    }
  })

  test('P5 the discontinuity sequence rises when a break leaves the list', () => {
    const origin = running({ segments: 2 })
    running({ segments: 5, id: 'b', origin, from: 3000 })
    const sequence = () => Number(/DISCONTINUITY-SEQUENCE:(\d+)/.exec(list(origin))?.[1])
    expect(sequence()).toBe(0)
    for (const n of [20, 21, 22, 23]) putPart(origin, 'b', part(n), at())
    // Its tag still stands before the first listed segment.
    expect([sequence(), list(origin).includes('EXT-X-DISCONTINUITY\n')]).toEqual([0, true])
    for (const n of [24, 25, 26, 27]) putPart(origin, 'b', part(n), at())
    expect([sequence(), list(origin).includes('EXT-X-DISCONTINUITY\n')]).toEqual([1, false])
  })
})
