import type { CaseMark } from '../../../../api/index.ts'

/** A point on a picture, in fractions of it from the upper left corner. */
export type Point = { readonly x: number; readonly y: number }
export type Box = Pick<CaseMark, 'x' | 'y' | 'width' | 'height'>

/** Smaller than this nobody would see it on a phone. */
export const leastSide = 0.04
/** Where a mark begins that is made by keys: the middle. */
export const firstBox: Box = { x: 0.3, y: 0.4, width: 0.4, height: 0.2 }

/** The rectangle between two points, wherever they lie, kept on the picture and large enough to be seen. */
export function boxBetween(a: Point, b: Point): Box {
  const [left, right] = side(clamp(a.x), clamp(b.x))
  const [top, bottom] = side(clamp(a.y), clamp(b.y))
  return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) }
}

/** As wide as the first, so high, around a height of the picture. */
export function boxAround(middle: number, height: number): Box {
  const box = { ...firstBox, y: 0, height: round(Math.max(leastSide, height)) }
  return moveBox(box, { x: 0, y: middle - box.height / 2 })
}

/** The rectangle moved by a step, never over the edge. */
export function moveBox(box: Box, by: Point): Box {
  return {
    ...box,
    x: round(Math.min(1 - box.width, Math.max(0, box.x + by.x))),
    y: round(Math.min(1 - box.height, Math.max(0, box.y + by.y))),
  }
}

/** The rectangle made larger or smaller at its lower right corner. */
export function growBox(box: Box, by: Point): Box {
  return {
    ...box,
    width: round(Math.min(1 - box.x, Math.max(leastSide, box.width + by.x))),
    height: round(Math.min(1 - box.y, Math.max(leastSide, box.height + by.y))),
  }
}

/** What an arrow key does to a mark: moves it, with Shift changes its size; null for other keys. */
export function boxByKey(box: Box, key: string, isShift: boolean): Box | null {
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key]
  if (by === undefined) return null
  const step = { x: by[0] * keyStep, y: by[1] * keyStep }
  return isShift ? growBox(box, step) : moveBox(box, step)
}
const keyStep = 0.02

function side(a: number, b: number): [number, number] {
  const [low, high] = a < b ? [a, b] : [b, a]
  if (high - low >= leastSide) return [low, high]
  const start = Math.min(low, 1 - leastSide)
  return [start, start + leastSide]
}
const clamp = (value: number): number => Math.min(1, Math.max(0, value))
/** Four digits are a tenth of a pixel; more would only be noise on the wire. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000
