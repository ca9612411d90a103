import { signal, type ReadonlySignal } from '@preact/signals'
import { serviceSocketPath, type ServiceEvent, type ServiceRequest } from '../../../api/index.ts'
import type { Language } from '../text/translate.ts'
import { backoffMs } from './backoff.ts'

/** `waiting`: the line is lost, a new try is set for later. */
export type SocketState = 'connecting' | 'open' | 'waiting' | 'closed'
type EventOf<T extends ServiceEvent['type']> = Extract<ServiceEvent, { readonly type: T }>

/** The page's line to the service: one JSON message a frame, put up again by itself until `close()`. */
export type ServiceSocket = {
  readonly state: ReadonlySignal<SocketState>
  /** @returns false when the line is down: nothing is kept, the caller decides whether to say it again. */
  send(request: ServiceRequest): boolean
  /** @returns a function that stops listening. */
  on<T extends ServiceEvent['type']>(type: T, listener: (event: EventOf<T>) => void): () => void
  /** Hangs up and connects at once: after signing in or out, so that the server sees the new cookie; when the network is back. */
  reconnect(): void
  close(): void
}

export type SocketOptions = {
  /** `wss://host/socket/service` */
  readonly url: string
  readonly open?: (url: string) => WebSocket
  readonly random?: () => number
  /** Length of every message, in and out, for the data meter. */
  readonly onBytes?: (bytes: number) => void
}

const pingEveryMs = 25_000
const silenceMs = 10_000

/** The address of the service socket beside this page; refusals come in that language. */
export function serviceSocketUrl(page: { protocol: string; host: string }, language: Language): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}${serviceSocketPath}?bahasa=${language}`
}

/** Connects, and stays connected: a ping every 25 s finds a dead line within 10 s more, whatever the network says. */
export function createServiceSocket(options: SocketOptions): ServiceSocket {
  const open = options.open ?? ((url) => new WebSocket(url))
  const random = options.random ?? Math.random
  const state = signal<SocketState>('connecting')
  const listeners = new Map<string, Set<(event: never) => void>>()
  let line: WebSocket | null = null
  let attempt = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let ping: ReturnType<typeof setTimeout> | undefined

  function connect(): void {
    clearTimeout(retry)
    hangUp()
    state.value = 'connecting'
    const mine = open(options.url)
    line = mine
    mine.onopen = () => {
      if (line !== mine) return
      attempt = 0
      state.value = 'open'
      schedulePing()
    }
    mine.onmessage = (message) => {
      if (line !== mine) return
      schedulePing()
      options.onBytes?.(String(message.data).length)
      deliver(message.data)
    }
    mine.onclose = () => {
      if (line === mine) lose()
    }
  }

  function lose(): void {
    hangUp()
    if (state.value === 'closed') return
    state.value = 'waiting'
    retry = setTimeout(connect, backoffMs(attempt, random()))
    attempt += 1
  }

  function hangUp(): void {
    clearTimeout(ping)
    const old = line
    line = null
    old?.close()
  }

  function schedulePing(): void {
    clearTimeout(ping)
    ping = setTimeout(() => {
      send({ type: 'ping', at: Date.now() })
      ping = setTimeout(lose, silenceMs)
    }, pingEveryMs)
  }

  function deliver(data: unknown): void {
    const event = readEvent(data)
    if (!event) return
    for (const listener of listeners.get(event.type) ?? []) listener(event as never)
  }

  function send(request: ServiceRequest): boolean {
    if (!line || state.value !== 'open') return false
    const text = JSON.stringify(request)
    options.onBytes?.(text.length)
    line.send(text)
    return true
  }

  connect()
  return {
    state,
    send,
    on(type, listener) {
      const set = listeners.get(type) ?? new Set()
      listeners.set(type, set)
      set.add(listener)
      return () => set.delete(listener)
    },
    reconnect() {
      if (state.value === 'closed') return
      attempt = 0
      connect()
    },
    close() {
      clearTimeout(retry)
      state.value = 'closed'
      hangUp()
    },
  }
}

/** What cannot be read is passed over: a newer server may say more than this page knows. */
function readEvent(data: unknown): ServiceEvent | null {
  try {
    const event = JSON.parse(String(data)) as ServiceEvent | null
    return event && typeof event.type === 'string' ? event : null
  } catch {
    return null
  }
}
