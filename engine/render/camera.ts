import { projectX, projectY, tileWidthPx, unprojectX, unprojectZ } from '../space/index.ts'

export const minZoom = 0.5
export const maxZoom = 2.5
/** Tiles side by side across a narrow screen before anybody zooms. */
export const tilesAcross = 9.5
/** Time in which the camera makes up about two thirds of its way, milliseconds. */
const easeMs = 120
/** Below this distance (1× pixels) the camera is there: it must come to rest, so that idle costs nothing. */
const restPx = 0.25

/** Where the picture is taken from: `x`, `y` is the middle in 1× pixels of the projection, `zoom` is CSS pixels for one of those. */
export type Camera = {
  x: number
  y: number
  zoom: number
  widthPx: number
  heightPx: number
  columns: number
  rows: number
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
    columns: 0,
    rows: 0,
    following: true,
    coverPx: 0,
    placed: false,
    autoZoom: true,
  }
}

/** Puts the camera over the middle of a new place, to follow from there. */
export function enterPlace(camera: Camera, columns: number, rows: number): void {
  camera.columns = columns
  camera.rows = rows
  camera.x = projectX(columns / 2, rows / 2)
  camera.y = projectY(columns / 2, 0, rows / 2)
  camera.following = true
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
  const middleY = y + camera.coverPx / 2 / camera.zoom
  const dx = x - camera.x
  const dy = middleY - camera.y
  if (dx === 0 && dy === 0) return false
  const arrives = atOnce || !camera.placed || Math.abs(dx) + Math.abs(dy) < restPx
  const share = arrives ? 1 : 1 - Math.exp(-dtMs / easeMs)
  camera.x = arrives ? x : camera.x + dx * share
  camera.y = arrives ? middleY : camera.y + dy * share
  camera.placed = true
  return arrives || share > 0
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
  const x = Math.min(Math.max(unprojectX(camera.x, camera.y), 0), camera.columns)
  const z = Math.min(Math.max(unprojectZ(camera.x, camera.y), 0), camera.rows)
  camera.x = projectX(x, z)
  camera.y = projectY(x, 0, z)
}

function clampZoom(zoom: number): number {
  return Math.min(Math.max(zoom, minZoom), maxZoom)
}
