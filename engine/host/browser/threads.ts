import type { Intent } from '../../input/index.ts'
import type { GroundPoint, Sign, StageStats, Theme } from '../../render/index.ts'
import type { ClientEvent, ClientStats } from '../client.ts'

/** What the page can ask of the simulation thread. Times are those of the thread's own clock. */
export type SimThread = {
  start(options: SimStart, snapshots: MessagePort, onEvent: (event: SimThreadEvent) => void): Promise<void>
  want(intent: Intent): void
  /** A push of joystick or keys on screen: right and down, -1 to 1. */
  push(right: number, down: number): void
  /** Fetches collision, unless it is there or on its way; `physics-ready` or `physics-failed` follows. */
  loadPhysics(): void
  stats(): ClientStats & { readonly snapshotsSkipped: number; readonly hasPhysics: boolean; readonly loadedBytes: number }
  dispose(): void
}

export type SimStart = {
  /** The map file's JSON. */
  readonly map: unknown
  /** ws: or wss: address of the walking socket. */
  readonly socketUrl: string
  readonly look: number
}

export type SimThreadEvent =
  | Exclude<ClientEvent, { type: 'zone' }>
  | ZoneEvent
  /** The connection is gone and another is tried in `inMs`. */
  | { readonly type: 'reconnecting'; readonly inMs: number }
  /** The server will not have this page as it is (another version, another map): loading it again is the remedy. */
  | { readonly type: 'refused'; readonly code: number; readonly reason: string }
  /** Collision works from now on. */
  | { readonly type: 'physics-ready' }
  | { readonly type: 'physics-failed'; readonly message: string }

/** The own avatar came into a zone of the map, or left it. */
export type ZoneEvent = {
  readonly type: 'zone'
  readonly kind: 'entered' | 'left'
  /** Index in the map's zones. */
  readonly zone: number
  /** The zone's own name and kind. */
  readonly name: string
  readonly zoneKind: string
}

/** What the page can ask of the drawing thread; positions on screen in CSS pixels of the canvas. */
export type RenderThread = {
  start(options: RenderStart, snapshots: MessagePort, onEvent: (event: RenderThreadEvent) => void): Promise<RenderStartResult>
  resize(widthPx: number, heightPx: number, pixelRatio: number): void
  pick(screenX: number, screenY: number): GroundPoint
  zoomBy(factor: number, screenX?: number, screenY?: number): void
  panBy(dxPx: number, dyPx: number): void
  followOwn(): void
  setCover(bottomPx: number): void
  setName(netId: number, name: string | null): void
  showTarget(point: GroundPoint | null): void
  /** Lights up a zone by its index in the map, or none (-1). */
  highlightZone(zone: number): void
  /** From now on `drawn` events follow every frame: for overlays and measurements. */
  reportFrames(on: boolean): void
  stats(): StageStats & { readonly loadedBytes: number }
  dispose(): void
}

/** The addresses in the theme are whole: a worker has another base. */
export type RenderStart = Theme & {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement
  readonly widthPx: number
  readonly heightPx: number
  readonly pixelRatio: number
  readonly map: unknown
  readonly signs: readonly Sign[]
  readonly reducedMotion: boolean
}

/** Failures are data: an error's code would be lost between threads. */
export type RenderStartResult = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string }

export type RenderThreadEvent =
  | { readonly type: 'context-lost' }
  | { readonly type: 'context-restored' }
  /** The own avatar has been drawn for the first time. */
  | { readonly type: 'own-seen' }
  /** The own avatar was seen to move for the first time. */
  | { readonly type: 'first-step' }
  /** netId, x, z of everybody in the frame just drawn; epoch ms. */
  | { readonly type: 'drawn'; readonly atMs: number; readonly people: Float64Array }
