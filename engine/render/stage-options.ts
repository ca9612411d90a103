import type { SpaceMap, Zone } from '../space/index.ts'
import type { FrameView } from '../snapshot/index.ts'
import type { AtlasSheet } from './atlas.ts'
import type { ScreenDirection } from './facing.ts'
import type { Gesture } from './gestures.ts'

export type StageOptions = {
  canvas: OffscreenCanvas | HTMLCanvasElement
  /** Size of the canvas in CSS pixels; the drawing buffer is this times `pixelRatio`. */
  widthPx: number
  heightPx: number
  pixelRatio: number
  /**
   * One picture sheet for everything; `image` is decoded with `premultiplyAlpha: 'premultiply'`. It becomes the stage's, which closes it when it
   * is on the graphics card.
   */
  atlas: AtlasSheet
  people: PeopleArt
  /** Name of the picture for the place tapped, anchored on the point. */
  targetFrame: string
  /** What the numbered gestures of the FrameView look like; the first is number 1. */
  gestures?: readonly Gesture[]
  /** False: floor layers named `light` are left out. Default true. */
  withLight?: boolean
  /** True: nothing eases or pulses, the camera stands on the viewer's avatar. */
  reducedMotion: boolean
  /** CSS font family of names and signs; default `system-ui, sans-serif`. It must be loaded where the stage runs. */
  fontFamily?: string
  onEvent: (event: StageEvent) => void
}

/** What a stage is drawn from. The image becomes the stage's. */
export type StageArt = Pick<StageOptions, 'atlas' | 'people' | 'targetFrame'>

export type StageEvent =
  /** The graphics card took its memory back; nothing is drawn until it is restored. */
  | { type: 'context-lost' }
  /** It gave it again. The sheet is gone with what was there: nothing is drawn until `changeArt`. */
  | { type: 'context-restored' }
  /** A picture that the atlas does not have; reported once a name and left out. */
  | { type: 'missing-frame'; frame: string }
  /** Another storey is drawn from now on, as `storeyAt` counts them. */
  | { type: 'storey'; storey: number }

/** How people are put together from pictures; the engine knows no clothes. Names of frames; null leaves a thing out. */
export type PeopleArt = {
  /** The pictures of one look from the bottom up. Asked once a look and kept. */
  layersOf(look: number): readonly PersonLayer[]
  /** How each pose moves, indexed by `pose` of the snapshot. */
  readonly cycles: readonly PoseCycle[]
  /** From the feet to the top of the head, pixels at 1×. */
  readonly heightPx: number
  /** Anchored on the point between the feet. */
  readonly underFeet: { readonly shadow: string | null; readonly own: string | null; readonly called: string | null }
  /** Anchored on the top of the head. */
  readonly overHead: { readonly speaking: string | null; readonly called: string | null }
  /** Beside an officer's name, anchored in its middle. */
  readonly officerBadge: string | null
}

export type PersonLayer = {
  /** The picture for a direction, pose and step; null when the layer is empty there. West is drawn as east, mirrored. */
  pictureOf(direction: ScreenDirection, pose: number, step: number): PersonFrame | null
  /** 0xRRGGBB that the picture is multiplied by. */
  readonly tint: number
}

/** A frame's name and how far from the feet its anchor lies, pixels at 1×. */
export type PersonFrame = { readonly frame: string; readonly dx: number; readonly dy: number }

export type PoseCycle = {
  /** Number of pictures in the cycle, 1 or more. */
  readonly steps: number
  /** `distance`: by metres walked; `time`: keeps the stage drawing; `idle`: by time, but only while something else is drawn. */
  readonly by: 'distance' | 'time' | 'idle'
  /** Metres or milliseconds of one whole cycle. */
  readonly length: number
}

/** A plate above a place, world metres. */
export type Sign = {
  readonly x: number
  readonly z: number
  /** Height of the plate's anchor over the floor, metres; default 2.2. */
  readonly heightM?: number
  /** Frame of the plate, anchored where its label is to stand; null for a title alone. */
  readonly wingFrame: string | null
  /** One to four characters on the plate, in white. */
  readonly label: string
  /** A short name under the plate; left out where it would cover another. */
  readonly title: string
}

export type GroundPoint = { x: number; z: number }

/** Squares of the floor in colours: for overlays. */
export type FloorPaint = {
  /** x, z of the middle and the side of each in turn, metres. */
  readonly squares: Float32Array
  /** Of each, as alpha, blue, green and red from the highest byte to the lowest. */
  readonly colors: Uint32Array
}

export type StageStats = {
  /** WebGL draw calls of the last frame drawn. */
  drawCalls: number
  /** Quads of the last frame drawn, floor included. */
  sprites: number
  /** Frames drawn since the stage was made. */
  frames: number
  /** Time that the last frame took on the drawing thread, milliseconds. */
  frameMs: number
  /** People in the last frame drawn. */
  inView: number
  /** The storey that is drawn, as `storeyAt` counts them. */
  storey: number
}

/** A picture of one place and the people in it, on one canvas. */
export interface Stage {
  /** Replaces the place. `signs` belong to it. */
  loadMap(map: SpaceMap, signs: readonly Sign[]): void
  /** New size in CSS pixels. A zoom that the viewer never touched follows the width. */
  resize(widthPx: number, heightPx: number, pixelRatio: number): void
  /**
   * Draws one frame; false when nothing had changed since the last, and then nothing is drawn. `nowMs` never goes back. `tick`: another
   * number whenever the view comes of newer news.
   */
  draw(view: FrameView, nowMs: number, tick: number): boolean
  /** When the picture changes by itself, though nobody moves: a gesture's end, the next step of a wave. The clock of `draw`; Infinity for never. */
  dueMs(): number
  /** The next frame shows what is as it is: nothing flies there. For after a sleep. */
  cut(): void
  /** Draws with another sheet from now on, at another sharpness; or with the same one made anew, after the context was lost. */
  changeArt(art: StageArt, quality: { readonly pixelRatio: number; readonly withLight: boolean }): void
  /** Ground point (y = 0) under a point of the canvas in CSS pixels. */
  pick(screenX: number, screenY: number): GroundPoint
  /** Zooms by `factor`; the point given (CSS pixels) stays where it is, else the middle. */
  zoomBy(factor: number, screenX?: number, screenY?: number): void
  /** Moves the picture by CSS pixels, as a finger does; the camera stops following. */
  panBy(dxPx: number, dyPx: number): void
  /** The camera follows the viewer's own avatar again. */
  followOwn(): void
  /** CSS pixels at the lower edge that a sheet of the page covers: the camera keeps who it follows in what is left. */
  setCover(bottomPx: number): void
  /** True: nothing eases or pulses from now on. */
  setReducedMotion(isReduced: boolean): void
  /** The name over an avatar's head, or null for none. Remembered while the avatar is out of view. */
  setName(netId: number, name: string | null): void
  /** The mark where the viewer tapped, at once; null takes it away. It goes by itself when the own avatar arrives. */
  showTarget(point: GroundPoint | null): void
  /** Dots along a way, or null for none: x and z in turn, metres; a pair of NaN where it goes on elsewhere, as through a lift. */
  setWay(points: Float32Array | null): void
  /** Lights up a zone's floor, or none. */
  highlightZone(zone: Zone | null): void
  /** Colours squares of the floor, or none. */
  paintFloor(paint: FloorPaint | null): void
  stats(): StageStats
  /** Frees everything on the graphics card; the canvas cannot be drawn on again. */
  dispose(): void
}
