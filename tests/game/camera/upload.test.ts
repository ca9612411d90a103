import { afterEach, expect, test } from 'vitest'
import { createUploader, type Uploader } from '../../../game/camera/upload.ts'
import { sampleStream } from '../stream/stream-samples.ts'

const { init, parts } = sampleStream(10)
const request = { video: { codec: 'avc1.42001f', width: 640, height: 480 }, audio: null, bandwidth: 350_000 }
const refused = (status: number, code: string, refusal?: string) =>
  Response.json({ error: { code, message: '', details: { refusal } } }, { status })

let uploader: Uploader | null = null
afterEach(() => uploader?.stop())

/** A server that answers by `answer`, else as the real one does; `calls` is what it was asked. */
function rig(answer: (path: string, count: number) => Response | null = () => null) {
  const calls: string[] = []
  const problems: string[] = []
  let streams = 0
  let keys = 0
  let settled = (): void => {}
  const serve: typeof fetch = async (input, options) => {
    const path = String(input)
      .replace('/api/stream/kukar.loket-01', '')
      .replace(/&duration.*/, '')
    calls.push(`${options?.method} ${path}`)
    settled()
    const given = answer(path, calls.length)
    if (given) return given
    return path === '' ? Response.json({ stream: `s${++streams}`, playlist: '/p' }) : new Response(null, { status: 204 })
  }
  uploader = createUploader({
    counter: 'kukar.loket-01',
    fetch: serve,
    onPlaylist: () => {},
    requestKey: () => keys++,
    onProblem: (code) => problems.push(code),
  })
  const until = async (call: string): Promise<void> => {
    while (!calls.includes(call)) await new Promise<void>((resolve) => (settled = resolve))
  }
  return { uploader, calls, problems, until, keys: () => keys }
}

test('opens a stream, sends head, slate and parts in order', async () => {
  const { uploader, calls, until } = rig()
  uploader.init(init, request)
  await until('POST /s1/slate')
  for (const part of parts.slice(0, 2)) uploader.part(part)
  await until('POST /s1/parts?segment=0&part=0')
  uploader.part(parts[2])
  await until('POST /s1/parts?segment=0&part=1')
  uploader.stop()
  await until('DELETE /s1')
  expect(calls.slice(0, 3)).toEqual(['POST ', 'POST /s1/init', 'POST /s1/slate'])
})

test('a server that lost the stream gets a new one, from the next segment on, with the slate told again', async () => {
  const lost = 'POST /s1/parts?segment=0&part=1'
  const { uploader, calls, until, keys } = rig((path) =>
    `POST ${path}` === lost ? refused(404, 'unknown-stream', 'stream-unknown') : null,
  )
  uploader.setSlate(true)
  uploader.init(init, request)
  await until('POST /s1/slate')
  uploader.part(parts[0])
  await until('POST /s1/parts?segment=0&part=0')
  uploader.part(parts[1])
  await until('POST /s2/slate')
  expect(keys()).toBe(1)
  uploader.part(parts[2])
  uploader.part(parts[4])
  await until('POST /s2/parts?segment=1&part=0')
  expect(calls).not.toContain('POST /s2/parts?segment=0&part=2')
  expect(uploader.stats.restarts).toBe(1)
})

test('no answer is tried again with the same part; a misplaced part is given up for the next segment', async () => {
  let isDown = true
  const { uploader, calls, until } = rig((path) => {
    if (path.includes('segment=0&part=0') && isDown) {
      isDown = false
      throw new TypeError('network')
    }
    return path.includes('segment=0&part=1') ? refused(400, 'bad-request', 'part-order') : null
  })
  uploader.init(init, request)
  await until('POST /s1/slate')
  uploader.part(parts[0])
  await until('POST /s1/parts?segment=0&part=0')
  while (calls.filter((call) => call.endsWith('segment=0&part=0')).length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  uploader.part(parts[1])
  await until('POST /s1/parts?segment=0&part=1')
  uploader.part(parts[2])
  uploader.part(parts[4])
  await until('POST /s1/parts?segment=1&part=0')
  expect(calls).not.toContain('POST /s1/parts?segment=0&part=2')
  expect(uploader.stats.droppedParts).toBe(1)
})

test('a refusal for good and a takeover end it, each by its code', async () => {
  for (const [answer, code] of [
    [() => refused(403, 'forbidden'), 'upload-refused'],
    [() => refused(404, 'unknown-stream', 'stream-replaced'), 'stream-replaced'],
  ] as const) {
    const { uploader, problems, calls, until } = rig((path) => (path.endsWith('slate') ? answer() : null))
    uploader.init(init, request)
    await until('POST /s1/slate')
    while (problems.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    uploader.part(parts[0])
    expect(problems).toEqual([code])
    expect(calls.some((call) => call.includes('parts'))).toBe(false)
  }
})
