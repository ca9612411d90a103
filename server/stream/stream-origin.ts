import { randomUUID } from 'node:crypto'
import type { Clock } from '@balai/engine/core'
import type { CounterStream } from '../../game/api/index.ts'
import {
  askFile,
  askPlaylist,
  createOrigin,
  endStream,
  isOriginSpent,
  originState,
  putInit,
  putPart,
  setSlate,
  startStream,
  tickOrigin,
  type FileAnswer,
  type Instant,
  type Origin,
  type PartUpload,
} from '../../game/stream/index.ts'
import { createPlaylistCache, type PlaylistCache } from './playlist-cache.ts'

/** The part of pino that is used here. */
export type StreamLog = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
}

export type PlaylistAnswer = { readonly kind: 'playlist'; readonly cache: PlaylistCache } | { readonly kind: 'bad' | 'gone' | 'late' }

/**
 * The live pictures of every counter of this process, in memory: stores and forwards, never transcodes.
 * A counter with a stream holds at most 4 MB (some ten seconds; 0.6 MB at 420 kbit/s) and its init segments of 16 KB; one without, nothing.
 * Every call that names a stream throws CodedError from `streamRefusals` when that stream no longer runs.
 */
export interface StreamOrigin {
  /** Starts a stream, in place of one that runs. Gives its id. */
  start(counter: string): string
  putInit(counter: string, stream: string, bytes: Uint8Array): void
  putPart(counter: string, stream: string, upload: PartUpload): 'added' | 'repeated'
  setSlate(counter: string, stream: string, isSlate: boolean): void
  end(counter: string, stream: string): void
  state(counter: string): CounterStream
  /** Waits for what was asked for at most `waitMs`; `signal` gives the wait up. */
  playlist(counter: string, question: { msn: number; part: number | null } | null, wait: Wait): Promise<PlaylistAnswer>
  file(counter: string, name: string, wait: Wait): Promise<FileAnswer>
  /** Called whenever `state` of a counter has changed. Gives back what ends it. */
  subscribe(listener: (counter: string, state: CounterStream) => void): () => void
  /** Ends streams that have fallen silent; runs by itself each second. */
  tick(): void
  /** Lets every waiting request go and stops the timer. */
  close(): void
}

export type Wait = { readonly waitMs: number; readonly signal: AbortSignal }

type Waiter = { readonly wake: () => void; readonly giveUp: () => void }

type Entry = { readonly origin: Origin; readonly playlists: PlaylistCache; readonly waiters: Set<Waiter>; told: CounterStream['state'] }

export function createStreamOrigin(options: { clock: Clock; log: StreamLog; wallClock?: Clock }): StreamOrigin {
  const { clock, log, wallClock = Date.now } = options
  const entries = new Map<string, Entry>()
  const listeners = new Set<(counter: string, state: CounterStream) => void>()
  const at = (): Instant => ({ nowMs: clock(), wallMs: wallClock() })

  function stateOf(counter: string): CounterStream {
    const entry = entries.get(counter)
    const state = entry ? originState(entry.origin) : 'off'
    return { state, playlist: state === 'off' ? null : playlistPath(counter) }
  }

  function changed(counter: string, entry: Entry): void {
    for (const waiter of entry.waiters) waiter.wake()
    const state = stateOf(counter)
    if (state.state === entry.told) return
    entry.told = state.state
    log.info({ counter, stream: state.state }, 'stream changed')
    for (const listener of listeners) listener(counter, state)
  }

  function change<Result>(counter: string, act: (origin: Origin) => Result): Result {
    let entry = entries.get(counter)
    if (!entry) {
      const origin = createOrigin(at())
      entry = { origin, playlists: createPlaylistCache(origin), waiters: new Set(), told: 'off' }
      // A call on a stream that does not run throws here, before the counter takes any memory.
      const result = act(origin)
      entries.set(counter, entry)
      changed(counter, entry)
      return result
    }
    const result = act(entry.origin)
    changed(counter, entry)
    return result
  }

  /** Asks again at each change until there is an answer, the time is up or the asker has gone. */
  function settle<Answer>(entry: Entry, ask: () => Answer | null, wait: Wait): Promise<Answer | null> {
    const now = ask()
    if (now !== null || wait.signal.aborted) return Promise.resolve(now)
    return new Promise((resolve) => {
      const finish = (answer: Answer | null): void => {
        clearTimeout(timer)
        entry.waiters.delete(waiter)
        wait.signal.removeEventListener('abort', giveUp)
        resolve(answer)
      }
      const wake = (): void => {
        const answer = ask()
        if (answer !== null) finish(answer)
      }
      const giveUp = (): void => finish(null)
      const timer = setTimeout(giveUp, wait.waitMs)
      const waiter: Waiter = { wake, giveUp }
      entry.waiters.add(waiter)
      wait.signal.addEventListener('abort', giveUp)
    })
  }

  function tick(): void {
    const now = at()
    for (const [counter, entry] of entries) {
      const wasRunning = entry.origin.stream !== null
      tickOrigin(entry.origin, now)
      if (wasRunning && entry.origin.stream === null) log.warn({ counter }, 'stream fell silent and was ended')
      if (wasRunning) changed(counter, entry)
      if (isOriginSpent(entry.origin, now)) entries.delete(counter)
    }
  }
  const timer = setInterval(tick, 1000)
  timer.unref()

  return {
    start(counter) {
      const id = randomUUID()
      change(counter, (origin) => startStream(origin, id, at()))
      return id
    },
    putInit: (counter, stream, bytes) => change(counter, (origin) => putInit(origin, stream, bytes, at())),
    putPart: (counter, stream, upload) => change(counter, (origin) => putPart(origin, stream, upload, at())),
    setSlate: (counter, stream, isSlate) => change(counter, (origin) => setSlate(origin, stream, isSlate)),
    end: (counter, stream) => change(counter, (origin) => endStream(origin, stream, at())),
    state: stateOf,
    async playlist(counter, question, wait) {
      const entry = entries.get(counter)
      if (!entry) return { kind: 'gone' }
      const ask = (): PlaylistAnswer | null => {
        const answer = askPlaylist(entry.origin, question)
        if (answer === 'wait') return null
        return answer === 'ready' ? { kind: 'playlist', cache: entry.playlists } : { kind: answer }
      }
      return (await settle(entry, ask, wait)) ?? { kind: 'late' }
    },
    async file(counter, name, wait) {
      const entry = entries.get(counter)
      if (!entry) return { kind: 'gone' }
      const ask = (): FileAnswer | null => {
        const answer = askFile(entry.origin, name)
        return answer.kind === 'wait' ? null : answer
      }
      return (await settle(entry, ask, wait)) ?? { kind: 'gone' }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tick,
    close() {
      clearInterval(timer)
      // No ENDLIST: a server that starts anew is no end of the stream, and players come back by themselves.
      for (const entry of entries.values()) for (const waiter of entry.waiters) waiter.giveUp()
      entries.clear()
    },
  }
}

export function playlistPath(counter: string): string {
  return `/stream/${encodeURIComponent(counter)}/live.m3u8`
}
