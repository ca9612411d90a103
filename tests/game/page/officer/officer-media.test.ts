import { describe, expect, it } from 'vitest'
import { officerMedia } from '../../../../game/page/officer/app/officer-media.ts'
import type { MediaPort } from '../../../../game/page/shared/talk/index.ts'

type FakeTrack = { name: string; readyState: string; isStopped: boolean; clone(): FakeTrack; stop(): void }
function track(name: string, made: FakeTrack[] = []): FakeTrack {
  const self: FakeTrack = {
    name,
    readyState: 'live',
    isStopped: false,
    clone: () => {
      const copy = track(`${name}'`)
      made.push(copy)
      return copy
    },
    stop: () => {
      self.isStopped = true
    },
  }
  return self
}
const streamOf = (video: FakeTrack[], audio: FakeTrack[]) =>
  ({ getVideoTracks: () => video, getAudioTracks: () => audio }) as unknown as MediaStream
function browser(answer: () => Promise<unknown>) {
  const asked: unknown[] = []
  const port = {
    bestRung: () => 'video',
    open: (want: unknown) => {
      asked.push(want)
      return answer()
    },
    release: () => {},
  } as unknown as MediaPort
  return { port, asked }
}

describe("the officer's camera in a talk", () => {
  it('is a copy of the one that films for the public: the device is opened once', async () => {
    const { port, asked } = browser(() => Promise.reject(new Error('busy')))
    const tracks = await officerMedia(() => streamOf([track('v')], [track('a')]), port).open({ video: true, audio: true })
    expect([tracks.video, tracks.audio].map((one) => (one as unknown as FakeTrack).name)).toEqual(["v'", "a'"])
    expect(asked).toEqual([])
  })

  it("is the browser's own where the public picture is off or lacks a kind", async () => {
    const { port, asked } = browser(() => Promise.resolve({ video: track('own'), audio: null }))
    const tracks = await officerMedia(() => streamOf([], [track('a')]), port).open({ video: true, audio: true })
    expect((tracks.video as unknown as FakeTrack).name).toBe('own')
    expect(asked).toEqual([{ video: true, audio: false }])
    await officerMedia(() => null, port).open({ video: true, audio: true })
    expect(asked[1]).toEqual({ video: true, audio: true })
  })

  it('gives its copies back when the rest is refused', async () => {
    const made: FakeTrack[] = []
    const { port } = browser(() => Promise.reject(new Error('refused')))
    await expect(officerMedia(() => streamOf([], [track('a', made)]), port).open({ video: true, audio: true })).rejects.toThrow('refused')
    expect(made.map(({ isStopped }) => isStopped)).toEqual([true])
  })
})
