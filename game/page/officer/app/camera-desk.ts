import { CodedError } from '@balai/engine/core'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import {
  askCamera,
  cameraErrors,
  startCamera,
  type CameraErrorCode,
  type CameraEvent,
  type CameraSession,
  type CameraStats,
} from '../../../camera/index.ts'
import type { ConsoleApp } from './console-app.ts'

/** What to send: all, the voice alone, or the picture alone. */
type CameraWish = 'all' | 'audio' | 'silent-video'
export type CameraState = 'off' | 'starting' | 'live' | 'slate'
export type CameraProblem = { readonly code: CameraErrorCode; readonly isFatal: boolean }

/** The public picture of the counter. Everything else works without it. */
export type CameraDesk = {
  readonly state: ReadonlySignal<CameraState>
  /** For the officer's own preview. */
  readonly stream: ReadonlySignal<MediaStream | null>
  readonly stats: ReadonlySignal<CameraStats | null>
  readonly problem: ReadonlySignal<CameraProblem | null>
  switchOn(wish: CameraWish): Promise<void>
  switchOff(): void
  /** Settles when the public sees only the card, or nothing: a private talk may begin. */
  covered(): Promise<void>
}

/** Problems that end by themselves: shown as long as they come again. */
const passing: ReadonlySet<CameraErrorCode> = new Set(['uplink-slow', 'server-unreachable'])
const passingMs = 15_000
const wishes: Record<CameraWish, { video: boolean; audio: boolean }> = {
  all: { video: true, audio: true },
  audio: { video: false, audio: true },
  'silent-video': { video: true, audio: false },
}

/** The card is for the public, whatever language this officer reads. */
function slateLines(label: string | null): readonly string[] {
  return label === null ? ['Silakan tunggu', 'Please wait'] : [`Petugas sedang melayani ${label}`, 'Silakan tunggu', `Now serving ${label}`]
}

export function createCameraDesk(app: ConsoleApp): CameraDesk {
  const isOn = signal(false)
  const isStarting = signal(false)
  const stream = signal<MediaStream | null>(null)
  const stats = signal<CameraStats | null>(null)
  const problem = signal<CameraProblem | null>(null)
  const inHand = computed(() => app.counter.value?.current?.label ?? null)
  const counterId = computed(() => app.counter.value?.counter.id ?? null)
  let session: CameraSession | null = null
  let round = 0
  let startedAt: string | null = null
  let starting: Promise<void> = Promise.resolve()
  let covering: Promise<void> = Promise.resolve()
  let passingTimer: ReturnType<typeof setTimeout> | undefined

  function fail(code: CameraErrorCode, isFatal: boolean): void {
    problem.value = { code, isFatal }
    clearTimeout(passingTimer)
    if (!isFatal && passing.has(code))
      passingTimer = setTimeout(() => {
        problem.value = null
      }, passingMs)
  }
  function hear(event: CameraEvent): void {
    if (event.type === 'stats') stats.value = event.stats
    if (event.type !== 'problem') return
    if (event.fatal) switchOff()
    fail(event.code, event.fatal)
  }
  function switchOff(): void {
    round += 1
    session?.stop()
    session = null
    stopTracks(stream.peek())
    stream.value = null
    stats.value = null
    isOn.value = false
    isStarting.value = false
  }
  function cover(): Promise<void> {
    const label = inHand.peek()
    covering = session?.setSlate(label !== null, slateLines(label)) ?? Promise.resolve()
    return covering
  }

  async function begin(mine: number, counter: string, wish: CameraWish): Promise<void> {
    try {
      const opened = await askCamera(wishes[wish])
      if (mine !== round) return stopTracks(opened)
      stream.value = opened
      const label = inHand.peek()
      const begun = await startCamera({
        counter,
        stream: opened,
        slate: slateLines(label),
        isSlate: label !== null,
        onEvent: (event) => {
          if (mine === round) hear(event)
        },
      })
      if (mine !== round) return begun.stop()
      session = begun
      isOn.value = true
      isStarting.value = false
      // Somebody may have been called while the camera was starting.
      await cover()
    } catch (error) {
      if (mine !== round) return
      switchOff()
      if (error instanceof CodedError && error.code in cameraErrors) fail(error.code as CameraErrorCode, true)
      else fail('encoder-failed', true)
    }
  }

  inHand.subscribe(() => void cover())
  effect(() => {
    // The counter was closed, or is another: its picture ends with it.
    if (counterId.value === null || counterId.value !== startedAt) switchOff()
  })

  return {
    stream,
    stats,
    problem,
    switchOff,
    state: computed(() => {
      if (isStarting.value) return 'starting'
      if (!isOn.value) return 'off'
      return inHand.value === null ? 'live' : 'slate'
    }),
    covered: () => starting.then(() => covering),
    async switchOn(wish) {
      const counter = counterId.peek()
      if (counter === null || isStarting.peek() || isOn.peek()) return
      round += 1
      startedAt = counter
      problem.value = null
      isStarting.value = true
      starting = begin(round, counter, wish)
      await starting
    },
  }
}

function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
