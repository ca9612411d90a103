import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { CatalogueResponse, QueueSummary } from '../../../api/index.ts'
import { createServiceSocket, serviceSocketUrl, wakeSocket, type ApiCall, type Text } from '../../shared/index.ts'
import type { Speaker } from '../sound/speaker.ts'
import { callSpeech } from '../sound/call-speech.ts'
import { emptyBoard, putCall, putCounter, putSummary, type Board, type BoardCall } from './board.ts'
import { createCallLine } from './call-line.ts'

/** One region's board: what is shown, and whether it is fresh. */
export type BoardApp = {
  readonly catalogue: CatalogueResponse
  readonly board: ReadonlySignal<Board>
  /** Shown large: the newest call. */
  readonly foremost: ReadonlySignal<BoardCall | null>
  /** Shown large as news; null when there is none. */
  readonly announced: ReadonlySignal<BoardCall | null>
  /** Every call that is still news, the newest first. */
  readonly fresh: ReadonlySignal<readonly BoardCall[]>
  /** Since when the line is down, ms since 1970; null while it is up. */
  readonly lostSince: ReadonlySignal<number | null>
  /** ms since 1970; moves once a second. */
  readonly now: ReadonlySignal<number>
  readonly speaker: Speaker
}

/** Follows a region for as long as the page lives. `summary` is the state to begin with. */
export function createBoardApp(options: {
  readonly text: Text
  readonly catalogue: CatalogueResponse
  readonly summary: QueueSummary
  readonly speaker: Speaker
}): BoardApp {
  const { catalogue, speaker, text } = options
  const region = catalogue.region.slug
  const board = signal(putSummary(emptyBoard, options.summary))
  const now = signal(Date.now())
  const lostSince = signal<number | null>(null)
  const socket = createServiceSocket({ url: serviceSocketUrl(location, text.language) })
  wakeSocket(socket)
  setInterval(() => {
    now.value = Date.now()
  }, 1000)

  const places = new Map(catalogue.counters.map((place) => [place.id, place]))
  const line = createCallLine(async (call) => {
    const speech = callSpeech(call.label, places.get(call.counter)?.label ?? '', text)
    if (speech !== null) await speaker.announce(speech)
  })

  socket.on('hello', () => socket.send({ type: 'watch', region }))
  socket.on('queue', ({ summary }) => {
    if (summary.region === region) board.value = putSummary(board.value, summary)
  })
  socket.on('counter', (event) => {
    board.value = putCounter(board.value, event)
  })
  socket.on('called', (event) => {
    if (event.region !== region) return
    board.value = putCall(board.value, event)
    const call = board.value.calls.find(({ label }) => label === event.label)
    if (call) line.push(call)
  })
  socket.state.subscribe((state) => {
    if (state === 'open') lostSince.value = null
    else lostSince.value ??= Date.now()
  })

  // A pulled cable is known at once; a dead line would be found only by its next ping.
  window.addEventListener('offline', () => {
    lostSince.value ??= Date.now()
  })
  window.addEventListener('online', () => socket.reconnect())

  return {
    catalogue,
    board,
    lostSince,
    now,
    speaker,
    announced: line.current,
    fresh: line.fresh,
    foremost: computed(() => line.current.value ?? board.value.calls[0] ?? null),
  }
}

/** What a board needs before it can follow. @throws CodedError of the API */
export async function loadBoard(call: ApiCall, region: string): Promise<{ catalogue: CatalogueResponse; summary: QueueSummary }> {
  const path = `/api/regions/${encodeURIComponent(region)}`
  const [catalogue, summary] = await Promise.all([
    call<CatalogueResponse>('GET', `${path}/catalogue`),
    call<QueueSummary>('GET', `${path}/queue`),
  ])
  return { catalogue, summary }
}
