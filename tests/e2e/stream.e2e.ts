import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStreamRig, rigCounter, type StreamRig } from '../../bench/figures/stream-rig.ts'

type Officer = {
  officer: { start(options: object): Promise<void>; session: { setSlate(isSlate: boolean): Promise<void>; stop(): void } }
  events: { type: string; code?: string; fatal?: boolean }[]
}
type Viewer = {
  viewer: {
    states: string[]
    ages: number[]
    unread: number
    bytes: number
    video: { currentTime: number; videoWidth: number; webkitAudioDecodedByteCount: number; error: { message: string } | null }
    start(playlist: string): void
    watch: { stop(): void }
  }
}

describe('a counter in Chromium: real camera code, real routes, real player', { timeout: 60_000 }, () => {
  let rig: StreamRig
  let officer: Page
  let viewer: Page

  beforeAll(async () => {
    rig = await openStreamRig()
  }, 60_000)
  afterAll(() => rig?.close())
  beforeEach(async () => {
    officer = await rig.open('officer')
    viewer = await rig.open('viewer')
  })
  afterEach(async () => {
    await officer.evaluate(() => (globalThis as unknown as Officer).officer.session?.stop()).catch(() => {})
    await Promise.all([officer.close(), viewer.close()])
  })

  const send = (page: Page, options: object = {}) =>
    page.evaluate((all) => (globalThis as unknown as Officer).officer.start(all), { counter: rigCounter, ...options })
  const slate = (isSlate: boolean) => officer.evaluate((is) => (globalThis as unknown as Officer).officer.session.setSlate(is), isSlate)
  const watch = () =>
    viewer.evaluate((playlist) => (globalThis as unknown as Viewer).viewer.start(playlist), `/stream/${rigCounter}/live.m3u8`)
  const state = () => viewer.evaluate(() => (globalThis as unknown as Viewer).viewer.states.at(-1))
  const untilState = (wanted: string) =>
    viewer.waitForFunction((name) => (globalThis as unknown as Viewer).viewer.states.at(-1) === name, wanted, { timeout: 20_000 })
  /** Waits for so many more pictures whose drawn time can be read back. */
  const untilRead = async (more: number) => {
    const least = more + (await viewer.evaluate(() => (globalThis as unknown as Viewer).viewer.ages.length))
    await viewer.waitForFunction((count) => (globalThis as unknown as Viewer).viewer.ages.length >= count, least, { timeout: 30_000 })
  }
  const untilUnread = async (more: number) => {
    const least = more + (await viewer.evaluate(() => (globalThis as unknown as Viewer).viewer.unread))
    await viewer.waitForFunction((count) => (globalThis as unknown as Viewer).viewer.unread >= count, least, { timeout: 30_000 })
  }

  test('the picture and the sound are decoded, and what was drawn is read back', async () => {
    await send(officer)
    await watch()
    await untilRead(60)
    const seen = await viewer.evaluate(() => {
      const { video, bytes } = (globalThis as unknown as Viewer).viewer
      return { width: video.videoWidth, sound: video.webkitAudioDecodedByteCount, bytes, error: video.error?.message ?? null }
    })
    expect(seen.error).toBe(null)
    expect(seen.width).toBe(640)
    expect(seen.sound).toBeGreaterThan(100)
    expect(seen.bytes).toBeGreaterThan(50_000)
    expect(rig.origin.state(rigCounter)).toEqual({ state: 'live', playlist: `/stream/${rigCounter}/live.m3u8` })
  })

  test('during a private talk no camera picture reaches a viewer, and the picture comes back after it', async () => {
    await send(officer)
    await watch()
    await untilRead(20)
    await slate(true)
    await untilUnread(8)
    // Everything captured before the slate has been played by now: from here on not one drawn time may appear.
    const before = await viewer.evaluate(() => (globalThis as unknown as Viewer).viewer.ages.length)
    await untilUnread(8)
    expect(await viewer.evaluate(() => (globalThis as unknown as Viewer).viewer.ages.length)).toBe(before)
    expect(rig.origin.state(rigCounter).state).toBe('slate')
    await slate(false)
    await untilRead(20)
    expect(rig.origin.state(rigCounter).state).toBe('live')
  })

  test('a session that begins inside a talk begins with the slate', async () => {
    await send(officer, { isSlate: true })
    await watch()
    await untilUnread(10)
    expect(await viewer.evaluate(() => (globalThis as unknown as Viewer).viewer.ages.length)).toBe(0)
  })

  test('the officer reloads: viewers go on over the break without starting anew', async () => {
    await send(officer)
    await watch()
    await untilRead(20)
    await officer.reload()
    await officer.waitForFunction(() => 'officer' in globalThis)
    await send(officer)
    await untilRead(60)
    const states = await viewer.evaluate(() => (globalThis as unknown as Viewer).viewer.states)
    expect(states.filter((name) => name === 'connecting')).toHaveLength(1)
    expect(states).not.toContain('ended')
  })

  test('a second window takes the counter over, the first one stops by itself', async () => {
    await send(officer)
    await watch()
    await untilRead(20)
    const second = await rig.open('officer')
    await send(second)
    await officer.waitForFunction(
      () => (globalThis as unknown as Officer).events.some((event) => event.code === 'stream-replaced' && event.fatal === true),
      undefined,
      { timeout: 10_000 },
    )
    await untilRead(60)
    await second.close()
  })

  test('the server restarts with an empty memory: officer and viewer come back by themselves', async () => {
    await send(officer)
    await watch()
    await untilRead(20)
    await rig.restartServer()
    await untilRead(60)
    expect(rig.origin.state(rigCounter).state).toBe('live')
  })

  test('a voice without a picture plays too', async () => {
    await send(officer, { video: false })
    await watch()
    const isHeard = () => (globalThis as unknown as Viewer).viewer.video.webkitAudioDecodedByteCount > 2000
    await viewer.waitForFunction(isHeard, undefined, { timeout: 30_000 })
    expect(await state()).toBe('playing')
  })

  test('the camera fails and the voice goes on: viewers follow', async () => {
    await send(officer)
    await watch()
    await untilRead(20)
    await officer.reload()
    await officer.waitForFunction(() => 'officer' in globalThis)
    await send(officer, { video: false })
    const isVoiceOnly = () => {
      const { video } = (globalThis as unknown as Viewer).viewer
      return video.videoWidth === 0 && video.currentTime > 1 && video.webkitAudioDecodedByteCount > 1000
    }
    await viewer.waitForFunction(isVoiceOnly, undefined, { timeout: 30_000 })
  })

  test('a picture without a voice plays too; the end is told', async () => {
    await send(officer, { audio: false })
    await watch()
    await untilRead(20)
    await officer.evaluate(() => (globalThis as unknown as Officer).officer.session.stop())
    await untilState('ended')
    expect(rig.origin.state(rigCounter)).toEqual({ state: 'off', playlist: null })
  })

  test('a browser without H.264 sends VP9', async () => {
    await officer.evaluate(() => {
      const encoder = (globalThis as unknown as { VideoEncoder: { isConfigSupported(config: { codec: string }): Promise<object> } })
        .VideoEncoder
      const ask = encoder.isConfigSupported.bind(encoder)
      encoder.isConfigSupported = async (config) => (config.codec.startsWith('avc1') ? { supported: false } : ask(config))
    })
    await send(officer)
    await watch()
    await untilRead(16)
    const heads = await fetch(`${rig.url}/stream/${rigCounter}/live.m3u8`).then((answer) => answer.text())
    const init = await fetch(`${rig.url}/stream/${rigCounter}/${/init-\d+\.mp4/.exec(heads)?.[0]}`).then((answer) => answer.arrayBuffer())
    expect(Buffer.from(init).toString('latin1')).toContain('vp09')
  })

  test('a browser without insertable streams photographs the camera on its page', async () => {
    await officer.evaluate(() => ((globalThis as { MediaStreamTrackProcessor?: unknown }).MediaStreamTrackProcessor = undefined))
    await send(officer)
    await watch()
    await untilRead(40)
    const isHeard = () => (globalThis as unknown as Viewer).viewer.video.webkitAudioDecodedByteCount > 1000
    await viewer.waitForFunction(isHeard, undefined, { timeout: 20_000 })
    await slate(true)
    await untilUnread(8)
    await slate(false)
    await untilRead(10)
  })

  test('off screen nothing is loaded; on screen it plays again', async () => {
    await send(officer)
    await watch()
    await untilRead(10)
    await viewer.evaluate(
      () => ((globalThis as unknown as { document: { body: { style: { display: string } } } }).document.body.style.display = 'none'),
    )
    await untilState('paused')
    await viewer.evaluate(
      () => ((globalThis as unknown as { document: { body: { style: { display: string } } } }).document.body.style.display = ''),
    )
    await untilRead(10)
  })
})
