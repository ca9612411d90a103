import type { ApiErrorBody, StreamStartRequest, StreamStartResponse } from '../api/index.ts'
import type { Bytes, MuxedPart } from '../stream/index.ts'
import { createUploadQueue, type UploadBatch } from './upload-queue.ts'

export type UploadStats = {
  sentParts: number
  sentBytes: number
  droppedParts: number
  /** How often a stream was opened after the first. */
  restarts: number
  /** Seconds of pictures that wait for the uplink. */
  waitingS: number
}

/** `uplink-slow`: parts were left out. `server-unreachable`: tried again by itself. The other two: over. */
export type UploadProblem = 'uplink-slow' | 'server-unreachable' | 'upload-refused' | 'stream-replaced'

export type UploadOptions = {
  readonly counter: string
  readonly fetch: typeof fetch
  readonly onPlaylist: (playlist: string) => void
  /** The stream can go on only with a new segment. */
  readonly requestKey: () => void
  readonly onProblem: (code: UploadProblem, detail: string) => void
}

export interface Uploader {
  readonly stats: UploadStats
  /** The head of all parts that follow; a stream is opened for it. */
  init(bytes: Bytes, request: StreamStartRequest): void
  part(part: MuxedPart): void
  setSlate(isSlate: boolean): void
  /** Ends the stream at the server; `isReload` leaves it to fall silent there, so that a page that comes back goes on with it. */
  stop(isReload?: boolean): void
}

/** More than this waiting: the oldest pictures are left out, seconds. */
const mostWaitingS = 2
/** A part that could not be sent for this long is left out, ms. */
const mostTryingMs = 4000
const answerMs = 5000
const firstPauseMs = 250
const longestPauseMs = 4000

/** Sends parts in order, one request at a time; opens a new stream when the server has lost the old one. */
export function createUploader(options: UploadOptions): Uploader {
  const { counter, onProblem } = options
  const base = `/api/stream/${encodeURIComponent(counter)}`
  const queue = createUploadQueue()
  const stats: UploadStats = { sentParts: 0, sentBytes: 0, droppedParts: 0, restarts: 0, waitingS: 0 }
  const stopped = new AbortController()
  let head: { bytes: Bytes; request: StreamStartRequest } | null = null
  let stream: string | null = null
  let opened = 0
  let isSlate = false
  let toldSlate: boolean | null = null
  let failures = 0
  let wake = (): void => {}
  let isOver = false

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      if (head && !stream) await open(head)
      else if (stream && toldSlate !== isSlate) await tellSlate(stream)
      else {
        const batch = stream ? take() : null
        if (batch && stream) await deliver(stream, batch)
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    }
  }

  function take(): UploadBatch | null {
    const dropped = queue.dropBehind(mostWaitingS)
    if (dropped > 0) {
      stats.droppedParts += dropped
      onProblem('uplink-slow', `${dropped} parts left out`)
      if (queue.needsKey) options.requestKey()
    }
    return queue.take()
  }

  async function open(wanted: { bytes: Bytes; request: StreamStartRequest }): Promise<void> {
    const answer = await post(base, { json: wanted.request })
    if (!answer?.ok) return stumble(answer)
    const { stream: id, playlist } = (await answer.json()) as StreamStartResponse
    const initAnswer = await post(`${base}/${id}/init`, { bytes: wanted.bytes })
    if (!initAnswer?.ok) return stumble(initAnswer)
    // A newer head came meanwhile: this stream would not fit it.
    if (head !== wanted || isOver) return
    failures = 0
    stream = id
    toldSlate = null
    if (opened++ > 0) stats.restarts++
    queue.skipSegment()
    if (queue.needsKey) options.requestKey()
    options.onPlaylist(playlist)
  }

  async function tellSlate(id: string): Promise<void> {
    const wanted = isSlate
    const answer = await post(`${base}/${id}/slate`, { json: { on: wanted } })
    if (answer?.ok) toldSlate = wanted
    else await stumble(answer)
  }

  async function deliver(id: string, batch: UploadBatch): Promise<void> {
    const { segment, part, durationS, isIndependent, isLast, bytes } = batch
    const place = `segment=${segment}&part=${part}&duration=${durationS.toFixed(5)}`
    const path = `${base}/${id}/parts?${place}&independent=${isIndependent ? 1 : 0}&last=${isLast ? 1 : 0}`
    const startedMs = performance.now()
    for (;;) {
      const answer = await post(path, { bytes })
      if (answer?.ok) {
        failures = 0
        stats.sentParts++
        stats.sentBytes += bytes.length
        return
      }
      // A malformed or misplaced part will not get better: go on with the next segment.
      const isPartAtFault = answer !== null && (answer.status === 400 || answer.status === 413)
      if (!isPartAtFault) await stumble(answer)
      if (isOver || stream !== id) return
      const isTooOld = performance.now() - startedMs > mostTryingMs
      if (!isPartAtFault && !isTooOld) continue
      stats.droppedParts++
      queue.skipSegment()
      if (queue.needsKey) options.requestKey()
      return
    }
  }

  /** What to do about an answer that is no success: open anew, try again after a pause, or give up. */
  async function stumble(answer: Response | null): Promise<void> {
    if (isOver) return
    const code = answer && (await codeOf(answer))
    if (code === 'stream-unknown') {
      stream = null
      return
    }
    if (code === 'stream-replaced') {
      stop()
      return onProblem('stream-replaced', '')
    }
    if (answer && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
      stop()
      return onProblem('upload-refused', `${answer.status} ${code}`)
    }
    failures++
    if (failures === 3) onProblem('server-unreachable', answer ? `status ${answer.status}` : 'no answer')
    await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)))
  }

  /** Null when there was no answer in time. */
  async function post(path: string, body: { json: unknown } | { bytes: Bytes }): Promise<Response | null> {
    const isJson = 'json' in body
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), answerMs)
    const giveUp = (): void => late.abort()
    stopped.signal.addEventListener('abort', giveUp)
    try {
      return await options.fetch(path, {
        method: 'POST',
        headers: { 'content-type': isJson ? 'application/json' : 'application/octet-stream' },
        body: isJson ? JSON.stringify(body.json) : body.bytes,
        credentials: 'same-origin',
        signal: late.signal,
      })
    } catch {
      return null
    } finally {
      clearTimeout(timer)
      stopped.signal.removeEventListener('abort', giveUp)
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      stopped.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  function stop(isReload = false): void {
    if (isOver) return
    isOver = true
    stopped.abort()
    wake()
    if (stream && !isReload) {
      void options.fetch(`${base}/${stream}`, { method: 'DELETE', credentials: 'same-origin', keepalive: true }).catch(() => {})
    }
    stream = null
  }

  void run()

  return {
    stats,
    init(bytes, request) {
      head = { bytes, request }
      stream = null
      queue.skipSegment()
      wake()
    },
    part(part) {
      queue.push(part)
      // While a request hangs nobody takes parts out: the queue must not grow with the outage.
      if (queue.waitingS > 2 * mostWaitingS) stats.droppedParts += queue.dropBehind(mostWaitingS)
      stats.waitingS = queue.waitingS
      wake()
    },
    setSlate(wanted) {
      isSlate = wanted
      wake()
    },
    stop,
  }
}

/** The row of `streamRefusals`, else of `apiErrors`. */
async function codeOf(answer: Response): Promise<string> {
  try {
    const { code, details } = ((await answer.json()) as ApiErrorBody).error
    return typeof details?.refusal === 'string' ? details.refusal : code
  } catch {
    return ''
  }
}
