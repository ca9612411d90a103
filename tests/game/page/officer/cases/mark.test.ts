import { describe, expect, it } from 'vitest'
import {
  boxAround,
  boxBetween,
  boxByKey,
  firstBox,
  growBox,
  leastSide,
  moveBox,
} from '../../../../../game/page/officer/cases/state/mark.ts'

describe('a mark on a picture', () => {
  it('is the rectangle between two points, whichever comes first', () => {
    const box = { x: 0.2, y: 0.1, width: 0.5, height: 0.3 }
    expect(boxBetween({ x: 0.2, y: 0.1 }, { x: 0.7, y: 0.4 })).toEqual(box)
    expect(boxBetween({ x: 0.7, y: 0.4 }, { x: 0.2, y: 0.1 })).toEqual(box)
  })

  it('stays on the picture when the finger leaves it', () => {
    expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 3, y: -2 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 })
  })

  it('is never too small to be seen, not in a corner either', () => {
    expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 })).toEqual({ x: 0.5, y: 0.5, width: leastSide, height: leastSide })
    expect(boxBetween({ x: 1, y: 1 }, { x: 1, y: 1 })).toEqual({ x: 1 - leastSide, y: 1 - leastSide, width: leastSide, height: leastSide })
  })

  it('is moved by arrows and sized with Shift, each only as far as the edge', () => {
    expect(boxByKey(firstBox, 'ArrowDown', false)).toEqual({ ...firstBox, y: 0.42 })
    expect(boxByKey(firstBox, 'ArrowLeft', true)).toEqual({ ...firstBox, width: 0.38 })
    expect(boxByKey(firstBox, 'a', false)).toBeNull()
    expect(moveBox(firstBox, { x: 9, y: -9 })).toEqual({ ...firstBox, x: 0.6, y: 0 })
    expect(growBox(firstBox, { x: 9, y: -9 })).toEqual({ ...firstBox, width: 0.7, height: leastSide })
  })

  it('begins around what is in sight, also at the ends of a long picture', () => {
    expect(boxAround(0.5, 0.1)).toEqual({ ...firstBox, y: 0.45, height: 0.1 })
    expect(boxAround(0, 0.1).y).toBe(0)
    expect(boxAround(1, 0.1).y).toBe(0.9)
    expect(boxAround(0.5, 0.001).height).toBe(leastSide)
  })
})
