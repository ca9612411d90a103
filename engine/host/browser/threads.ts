import type { Figure } from '../figures.ts'
import type { Intent } from '../../input/index.ts'
import type { FloorPaint, Gesture, GroundPoint, Sign, StageStats, Theme } from '../../render/index.ts'
import type { ClientEvent, ClientStats } from '../client.ts'
import type { Quality, Tier } from './quality.ts'

/** What the page can ask of the simulation thread. Times are those of the thread's own clock. */
export type SimThread = {
  start(options: SimStart, snapshots: MessagePort, onEvent: (event: SimThreadEvent) => void): Promise<void>
  want(intent: Intent): void
  /** A push of joystick or keys on screen: right and down, -1 to 1. */
  push(right: number, down: number): void
  /** Fetches collision, unless it is there or on its way; `physics-ready` or `physics-failed` follows. */
  loadPhysics(): void
  /** Changes the own clothes: comes in anew with them, to where the own avatar is. */
  setLook(look: number): void
  /** Tells the way to a point from now on (`way`), until the own avatar is there or it is null. */
  showWay(target: GroundPoint | null): void
  setFigures(figures: readonly Figure[]): void
  stats(): SimThreadStats
  dispose(): void
}

export type SimThreadStats = ClientStats & {
  readonly snapshotsSkipped: number
  readonly hasPhysics: boolean
  readonly loadedBytes: number
  /** Where the own avatar is, metres, and its storey; null before it has come in. */
  readonly own: { readonly x: number; readonly z: number; readonly storey: number } | null
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
  | MovedEvent
  /** The way that was asked for: x and z in turn, metres, a pair of NaN where it goes on elsewhere; null when it is over. */
  | { readonly type: 'way'; readonly points: Float32Array | null }
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

/** The own avatar has moved by half a metre or more, or to another storey; at most four times a second, and once when it comes in. */
export type MovedEvent = {
  readonly type: 'moved'
  /** Metres. */
  readonly x: number
  readonly z: number
  /** As the map's zones of kind `storey` are counted, from 1; 0 for none. */
  readonly storey: number
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
  /** Dots along a way: x and z in turn, metres; a pair of NaN where it goes on elsewhere. */
  setWay(points: Float32Array | null): void
  /** Lights up a zone by its index in the map, or none (-1). */
  highlightZone(zone: number): void
  /** Colours squares of the floor, or none. */
  paintFloor(paint: FloorPaint | null): void
  /** The page is hidden, or seen again: hidden, nothing is drawn. */
  setVisible(isVisible: boolean): void
  setQuality(quality: Quality): void
  setReducedMotion(isReduced: boolean): void
  /** From now on `drawn` events follow every frame: for overlays and measurements. */
  reportFrames(on: boolean): void
  stats(): StageStats & { readonly tier: Tier; readonly loadedBytes: number }
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
  /** What the numbered gestures look like; the first is number 1. */
  readonly gestures: readonly Gesture[]
  readonly quality: Quality
  /** To begin with, where the quality is `auto`, and whether it may rise above `low`. */
  readonly tier: Tier
  readonly mayRise: boolean
}

/** Failures are data: an error's code would be lost between threads. */
export type RenderStartResult = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string }

export type RenderThreadEvent =
  | { readonly type: 'context-lost' }
  | { readonly type: 'context-restored' }
  /** How much is drawn from now on: once at the start, and when it changes. */
  | { readonly type: 'quality'; readonly tier: Tier }
  /** The own avatar has been drawn for the first time. */
  | { readonly type: 'own-seen' }
  /** The own avatar was seen to move for the first time. */
  | { readonly type: 'first-step' }
  /** netId, x, z of everybody in the frame just drawn; epoch ms. */
  | { readonly type: 'drawn'; readonly atMs: number; readonly people: Float64Array }
