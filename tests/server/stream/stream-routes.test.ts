import { gunzipSync } from 'node:zlib'
import { manualClock } from '@balai/engine/core'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CounterStream, StreamStartResponse } from '../../../game/api/index.ts'
import { liveLimits } from '../../../game/stream/index.ts'
import { createStreamOrigin, registerStreamRoutes, type StreamOrigin } from '../../../server/stream/index.ts'
import { sampleStream } from '../../game/stream/stream-samples.ts'

const { init, parts } = sampleStream(6)
const counter = 'kukar.loket-01'
const start = { video: { codec: 'avc1.42001f', width: 640, height: 480 }, audio: null, bandwidth: 350_000 }
const octets = { 'content-type': 'application/octet-stream' }
const wallClock = () => 1_700_000_000_000
const first = 1_700_000_000

let app: FastifyInstance
let origin: StreamOrigin
let changes: [string, CounterStream['state']][]
const clock = manualClock()

beforeEach(async () => {
  changes = []
  app = fastify()
  origin = createStreamOrigin({ clock, wallClock, log: { info: () => {}, warn: () => {} } })
  await registerStreamRoutes(app, {
    origin,
    officerAt: async (request) => {
      if (request.headers.cookie === undefined) return { refuse: 'sign-in-required' }
      return { officer: 'sari', counter: request.headers.cookie }
    },
    counterExists: (id) => id === counter || id === 'kukar.loket-02',
    onChange: (id, { state }) => changes.push([id, state]),
  })
})
afterEach(() => app.close())

const officer = { cookie: counter }
const post = (path: string, payload?: object | Buffer, headers: Record<string, string> = officer) =>
  app.inject({
    method: 'POST',
    url: `/api/stream/${counter}${path}`,
    headers: payload instanceof Buffer ? { ...octets, ...headers } : headers,
    payload,
  })
const open = async () => (await post('', start)).json<StreamStartResponse>().stream
async function sendParts(stream: string, from: number, to: number): Promise<number[]> {
  const codes: number[] = []
  for (let n = from; n < to; n++) {
    const { segment, durationS, isIndependent, isLast, bytes } = parts[n]
    const query = `segment=${segment}&part=${n % 4}&duration=${durationS}&independent=${isIndependent ? 1 : 0}&last=${isLast ? 1 : 0}`
    codes.push((await post(`/${stream}/parts?${query}`, Buffer.from(bytes))).statusCode)
  }
  return codes
}
async function live(segments: number): Promise<string> {
  const stream = await open()
  expect((await post(`/${stream}/init`, Buffer.from(init))).statusCode).toBe(204)
  expect(await sendParts(stream, 0, segments * 4)).toEqual(Array.from({ length: segments * 4 }, () => 204))
  return stream
}
const get = (file: string, headers: Record<string, string> = {}) => app.inject({ url: `/stream/${counter}/${file}`, headers })

test('what was uploaded is served: playlist, init, segment and part, byte for byte', async () => {
  const stream = await live(2)
  const playlist = await get('live.m3u8')
  expect(playlist.headers).toMatchObject({ 'content-type': 'application/vnd.apple.mpegurl', 'cache-control': 'no-store' })
  expect(playlist.body).toContain(`seg-${first + 1}.m4s`)
  expect((await get(`init-${first}.mp4`)).rawPayload.equals(Buffer.from(init))).toBe(true)
  expect((await get(`part-${first + 1}-2.m4s`)).rawPayload.equals(Buffer.from(parts[6].bytes))).toBe(true)
  expect((await get(`seg-${first}.m4s`)).rawPayload.equals(Buffer.concat(parts.slice(0, 4).map((part) => part.bytes)))).toBe(true)
  const packed = await get('live.m3u8', { 'accept-encoding': 'gzip, br;q=0' })
  expect([packed.headers['content-encoding'], gunzipSync(packed.rawPayload).toString()]).toEqual(['gzip', playlist.body])
  expect(changes).toEqual([[counter, 'live']])
  expect((await post(`/${stream}/slate`, { on: true })).statusCode).toBe(204)
  expect(origin.state(counter)).toEqual({ state: 'slate', playlist: `/stream/${counter}/live.m3u8` })
  expect((await app.inject({ method: 'DELETE', url: `/api/stream/${counter}/${stream}`, headers: officer })).statusCode).toBe(204)
  expect((await get('live.m3u8')).body).toContain('#EXT-X-ENDLIST')
  expect(changes.map(([, state]) => state)).toEqual(['live', 'slate', 'off'])
})

test('blocking reload and the hinted part are answered when the part arrives, not before', async () => {
  const stream = await live(1)
  const answered: string[] = []
  const playlist = get(`live.m3u8?_HLS_msn=${first + 1}&_HLS_part=0`).then((answer) => (answered.push('playlist'), answer))
  const hinted = get(`part-${first + 1}-0.m4s`).then((answer) => (answered.push('part'), answer))
  await get('live.m3u8')
  expect(answered).toEqual([])
  await sendParts(stream, 4, 5)
  expect((await playlist).body).toContain(`part-${first + 1}-0.m4s`)
  expect((await hinted).rawPayload.equals(Buffer.from(parts[4].bytes))).toBe(true)
})

test('refusals carry a code and a sentence in the language that was asked for', async () => {
  const stream = await live(1)
  const outOfOrder = await post(`/${stream}/parts?segment=1&part=2&duration=0.25`, Buffer.from(parts[6].bytes), {
    ...officer,
    'accept-language': 'en',
  })
  expect([outOfOrder.statusCode, outOfOrder.json().error.code, outOfOrder.json().error.details.refusal]).toEqual([
    400,
    'bad-request',
    'part-order',
  ])
  expect(outOfOrder.json().error.message).toMatch(/^The request cannot be read: part 1\.2 after 0\.3/)
  const byWeight = await post(`/${stream}/parts?segment=1&part=2&duration=0.25`, Buffer.from(parts[6].bytes), {
    ...officer,
    'accept-language': 'id;q=0.3, en;q=0.8',
  })
  expect(byWeight.json().error.message).toMatch(/^The request cannot be read/)
  const query = 'segment=1&part=0&duration=0.25&independent=1'
  const tooLarge = await post(`/${stream}/parts?${query}`, Buffer.alloc(liveLimits.maxPartBytes + 1))
  expect([tooLarge.statusCode, tooLarge.json().error.code]).toEqual([413, 'too-large'])
  expect(tooLarge.json().error.message).toContain('Terlalu besar')
  const cases = [
    [await post(`/${stream}/parts?segment=x&part=0&duration=1`, Buffer.from(parts[4].bytes)), 400, 'bad-request'],
    [await post(`/${stream}/parts?${query}`, Buffer.alloc(100)), 400, 'bad-request'],
    [await post(`/${stream}/parts?${query}`, { not: 'bytes' }), 400, 'bad-request'],
    [await post(`/00000000-0000-4000-8000-000000000000/parts?${query}`, Buffer.from(parts[4].bytes)), 404, 'unknown-stream'],
    [await post(`/${stream}/init`, Buffer.alloc(liveLimits.maxInitBytes + 1)), 413, 'too-large'],
    [await post('', { ...start, video: null }), 400, 'bad-request'],
    [await post('', { video: 'yes' }), 400, 'bad-request'],
    [await post('', start, {}), 401, 'sign-in-required'],
    [await post('', start, { cookie: 'kukar.loket-02' }), 403, 'forbidden'],
    [await get('live.m3u8?_HLS_part=1'), 400, 'bad-request'],
    [await get(`live.m3u8?_HLS_msn=${first + 9}`), 400, 'bad-request'],
    [await get('seg-1.m4s'), 404, 'not-found'],
    [await app.inject('/stream/kukar.loket-02/live.m3u8'), 404, 'unknown-stream'],
    [await app.inject('/stream/kukar.loket-99/live.m3u8'), 404, 'unknown-counter'],
  ] as const
  for (const [answer, status, code] of cases) expect([answer.statusCode, answer.json().error.code]).toEqual([status, code])
  // After all that the next part is still welcome.
  expect(await sendParts(stream, 4, 5)).toEqual([204])
})

test('a second sender takes over, the first is told so; a silent stream ends', async () => {
  const old = await live(1)
  await open()
  const answer = await post(`/${old}/slate`, { on: true })
  expect([answer.statusCode, answer.json().error.details.refusal]).toEqual([404, 'stream-replaced'])
  clock.advance(10_001)
  origin.tick()
  expect(changes.map(([, state]) => state)).toEqual(['live', 'off'])
  clock.advance(30_001)
  origin.tick()
  expect((await get('live.m3u8')).statusCode).toBe(404)
})

test('closing the app lets waiting viewers go with 503 and no end of the stream', async () => {
  await live(1)
  const waiting = get(`live.m3u8?_HLS_msn=${first + 1}&_HLS_part=0`)
  await get('live.m3u8')
  await app.close()
  expect((await waiting).statusCode).toBe(503)
})
