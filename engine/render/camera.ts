import { projectX, projectY, tileWidthPx, unprojectX, unprojectZ } from '../space/index.ts'

export const minZoom = 0.5
export const maxZoom = 2.5
/** Tiles side by side across a narrow screen before anybody zooms. */
export const tilesAcross = 9.5
/** Who is followed stands this share of the picture's height below its middle: one looks ahead, into the place. */
const aheadShare = 0.07
/** Time in which the camera makes up about two thirds of its way, milliseconds. */
const easeMs = 120
/** How much of the picture may lie beyond the place's edge, so that somebody in its last corner still stands in the middle of the picture's inner part. */
const beyondShare = 0.3
/** Below this distance (1× pixels) the camera is there: it must come to rest, so that idle costs nothing. */
const restPx = 0.25

/** A rectangle of a map, metres. */
export type PlaceArea = { readonly x0: number; readonly z0: number; readonly x1: number; readonly z1: number }

/** Where the picture is taken from: `x`, `y` is the middle in 1× pixels of the projection, `zoom` is CSS pixels for one of those. */
export type Camera = {
  x: number
  y: number
  zoom: number
  widthPx: number
  heightPx: number
  /** The part of the map that is shown, tiles. */
  place: PlaceArea
  following: boolean
  /** CSS pixels at the lower edge that something else covers: who is followed stands in the middle of what is left. */
  coverPx: number
  /** False until the first target is reached: the first view is a cut, not a flight. */
  placed: boolean
  /** True while nobody has zoomed by hand. */
  autoZoom: boolean
}

export function defaultZoom(widthPx: number): number {
  return clampZoom(Math.min(1, widthPx / (tilesAcross * tileWidthPx)))
}

export function createCamera(widthPx: number, heightPx: number): Camera {
  return {
    x: 0,
    y: 0,
    zoom: defaultZoom(widthPx),
    widthPx,
    heightPx,
    place: { x0: 0, z0: 0, x1: 0, z1: 0 },
    following: true,
    coverPx: 0,
    placed: false,
    autoZoom: true,
  }
}

/** Puts the camera over the middle of a new place, to follow from there. */
export function enterPlace(camera: Camera, place: PlaceArea): void {
  camera.place = place
  const x = (place.x0 + place.x1) / 2
  const z = (place.z0 + place.z1) / 2
  camera.x = projectX(x, z)
  camera.y = projectY(x, 0, z)
  camera.following = true
  camera.placed = false
}

/** The next point followed is a cut, not a flight: after a sleep, or in another place. */
export function cutToNext(camera: Camera): void {
  camera.placed = false
}

export function resizeCamera(camera: Camera, widthPx: number, heightPx: number): void {
  camera.widthPx = widthPx
  camera.heightPx = heightPx
  if (camera.autoZoom) camera.zoom = defaultZoom(widthPx)
}

/** Moves the camera towards a point (1× pixels) over `dtMs`; true when it moved. */
export function followPoint(camera: Camera, x: number, y: number, dtMs: number, atOnce: boolean): boolean {
  if (!camera.following) return false
  const toX = keepInside(camera, x)
  const ahead = ((camera.heightPx - camera.coverPx) / camera.zoom) * aheadShare
  const toY = keepInsideDown(camera, y - ahead) + camera.coverPx / 2 / camera.zoom
  const dx = toX - camera.x
  const dy = toY - camera.y
  if (dx === 0 && dy === 0) return false
  const arrives = atOnce || !camera.placed || Math.abs(dx) + Math.abs(dy) < restPx
  const share = arrives ? 1 : 1 - Math.exp(-dtMs / easeMs)
  camera.x = arrives ? toX : camera.x + dx * share
  camera.y = arrives ? toY : camera.y + dy * share
  camera.placed = true
  return arrives || share > 0
}

/** Where the middle of the picture may be, so that not too much of it lies beside the place. */
function keepInside({ place, widthPx, zoom }: Camera, x: number): number {
  const inner = (widthPx / zoom) * (0.5 - beyondShare)
  return between(x, projectX(place.x0, place.z1) + inner, projectX(place.x1, place.z0) - inner)
}

/** The same up and down, for the middle of what no sheet covers. */
function keepInsideDown({ coverPx, heightPx, place, zoom }: Camera, y: number): number {
  const inner = ((heightPx - coverPx) / zoom) * (0.5 - beyondShare)
  return between(y, projectY(place.x0, 0, place.z0) + inner, projectY(place.x1, 0, place.z1) - inner)
}

/** The value, or the nearest between the two; their middle where there is no room. */
function between(value: number, least: number, most: number): number {
  return least > most ? (least + most) / 2 : Math.min(Math.max(value, least), most)
}

/** A finger's move by CSS pixels: the ground goes with it. */
export function panCamera(camera: Camera, dxPx: number, dyPx: number): void {
  camera.following = false
  camera.x -= dxPx / camera.zoom
  camera.y -= dyPx / camera.zoom
  clampToPlace(camera)
}

/** Zooms; the ground under (screenX, screenY) keeps its place, unless the camera follows: then the middle does. */
export function zoomCamera(camera: Camera, factor: number, screenX: number, screenY: number): void {
  if (!(factor > 0)) throw new TypeError(`factor must be above 0, got ${factor}: 1.25 zooms in, 0.8 out`)
  const offX = camera.following ? 0 : screenX - camera.widthPx / 2
  const offY = camera.following ? 0 : screenY - camera.heightPx / 2
  const before = camera.zoom
  camera.zoom = clampZoom(before * factor)
  camera.autoZoom = false
  camera.x += offX / before - offX / camera.zoom
  camera.y += offY / before - offY / camera.zoom
  clampToPlace(camera)
}

/** 1× pixel of the projection under a point of the canvas (CSS pixels). */
export const fromScreenX = (camera: Camera, screenX: number): number => camera.x + (screenX - camera.widthPx / 2) / camera.zoom
export const fromScreenY = (camera: Camera, screenY: number): number => camera.y + (screenY - camera.heightPx / 2) / camera.zoom
/** Point of the canvas (CSS pixels) where a 1× pixel of the projection is drawn. */
export const toScreenX = (camera: Camera, x: number): number => (x - camera.x) * camera.zoom + camera.widthPx / 2
export const toScreenY = (camera: Camera, y: number): number => (y - camera.y) * camera.zoom + camera.heightPx / 2

// The middle of the picture stays over the floor, whatever the zoom: nobody can lose the place by panning.
function clampToPlace(camera: Camera): void {
  const { x0, x1, z0, z1 } = camera.place
  const x = between(unprojectX(camera.x, camera.y), x0, x1)
  const z = between(unprojectZ(camera.x, camera.y), z0, z1)
  camera.x = projectX(x, z)
  camera.y = projectY(x, 0, z)
}

function clampZoom(zoom: number): number {
  return Math.min(Math.max(zoom, minZoom), maxZoom)
}
