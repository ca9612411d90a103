import { projectX, projectY } from '../space/index.ts'
import { avatarFlag, type FrameView } from '../snapshot/index.ts'
import type { Atlas, Picture } from './atlas.ts'
import { fade, white } from './color.ts'
import { seesStanding, type Area } from './culling.ts'
import { sortByDepth } from './depth.ts'
import { directionIndexOf, isMirrored } from './facing.ts'
import { createWardrobe, stepOf } from './person-pictures.ts'
import type { Quads } from './quads.ts'
import type { PeopleArt } from './stage-options.ts'

/** The people in view, gathered anew for each frame into arrays that stay. */
export type People = {
  /** How many are in view. */
  readonly count: number
  /** Indices into the FrameView from the farthest to the nearest. */
  readonly order: Uint32Array
  /** By index into the FrameView; valid for those in `order`. Depths in metres, places in 1× pixels. */
  readonly depths: Float32Array
  readonly x: Float32Array
  readonly y: Float32Array
  /** Finds who is in view; returns a number that is another when the picture of them would be another. */
  gather(view: FrameView, area: Area, depthAt: (x: number, z: number) => number, nowMs: number): number
  /** Draws one of them. */
  put(view: FrameView, index: number, nowMs: number, into: Quads): void
}

/** Movement below this part of a 1× pixel is not seen. */
const finest = 16
const halfWidthPx = 24
/** People of whom only their number is known stand back a little. */
const crowdAlpha = 0.72

export function createPeople(art: PeopleArt, atlas: Atlas, reducedMotion: boolean): People {
  const wardrobe = createWardrobe(art, atlas)
  const marks = readMarks(art, atlas)
  let order = new Uint32Array(0)
  let depths = new Float32Array(0)
  let xs = new Float32Array(0)
  let ys = new Float32Array(0)
  let isIn = new Uint8Array(0)
  let count = 0

  const fit = (capacity: number): void => {
    if (order.length >= capacity) return
    order = new Uint32Array(capacity)
    depths = new Float32Array(capacity)
    xs = new Float32Array(capacity)
    ys = new Float32Array(capacity)
    isIn = new Uint8Array(capacity)
    count = 0
  }

  return {
    get count() {
      return count
    },
    get order() {
      return order
    },
    get depths() {
      return depths
    },
    get x() {
      return xs
    },
    get y() {
      return ys
    },
    gather(view, area, depthAt, nowMs) {
      fit(view.netId.length)
      let signature = 0
      for (let i = 0; i < view.count; i++) {
        const x = projectX(view.x[i], view.z[i])
        const y = projectY(view.x[i], view.y[i], view.z[i])
        xs[i] = x
        ys[i] = y
        isIn[i] = seesStanding(area, x, y, halfWidthPx, art.heightPx) ? 1 : 0
        if (isIn[i] === 0) continue
        depths[i] = depthAt(view.x[i], view.z[i])
        const cycle = art.cycles[view.pose[i]]
        const step = cycle?.by === 'idle' ? 0 : stepOf(art, view.pose[i], view.walkedM[i], nowMs, reducedMotion)
        signature = mix(signature, view.netId[i])
        signature = mix(signature, view.look[i])
        signature = mix(signature, Math.round(x * finest))
        signature = mix(signature, Math.round(y * finest))
        signature = mix(signature, (view.facing[i] << 24) | (view.pose[i] << 16) | (view.flags[i] << 8) | step)
      }
      count = refill(order, count, isIn, view.count)
      sortByDepth(order, depths, count)
      return signature
    },
    put(view, i, nowMs, into) {
      const x = xs[i]
      const y = ys[i]
      const isCalled = (view.flags[i] & avatarFlag.called) !== 0
      if (marks.shadow !== null) into.put(marks.shadow, x, y, 1, 1, white)
      const ring = isCalled ? marks.called : i === view.ownIndex ? marks.own : null
      if (ring !== null) into.put(ring, x, y, 1, 1, white)
      const pictures = wardrobe.picturesOf(view.look[i])
      const step = stepOf(art, view.pose[i], view.walkedM[i], nowMs, reducedMotion)
      const stack = pictures.at(directionIndexOf(view.facing[i]), view.pose[i], step)
      const side = isMirrored(view.facing[i]) ? -1 : 1
      const isCrowd = (view.flags[i] & avatarFlag.crowd) !== 0
      for (let layer = 0; layer < stack.length; layer++) {
        const item = stack[layer]
        if (item === null) continue
        const color = isCrowd ? fade(pictures.colors[layer], crowdAlpha) : pictures.colors[layer]
        into.put(item.picture, x + item.dx * side, y + item.dy, side, 1, color)
      }
    },
  }
}

/**
 * Makes `order` hold exactly the indices marked in `isIn`, those that were there before first and in their old order:
 * the sort that follows then finds its work nearly done. Uses `isIn` up.
 */
function refill(order: Uint32Array, before: number, isIn: Uint8Array, total: number): number {
  let count = 0
  for (let k = 0; k < before; k++) {
    const i = order[k]
    if (i < total && isIn[i] === 1) {
      order[count++] = i
      isIn[i] = 0
    }
  }
  for (let i = 0; i < total; i++) if (isIn[i] === 1) order[count++] = i
  return count
}

const mix = (hash: number, word: number): number => {
  const h = Math.imul(hash ^ word, 0x9e3779b1)
  return h ^ (h >>> 15)
}

function readMarks(art: PeopleArt, atlas: Atlas): Record<'shadow' | 'own' | 'called', Picture | null> {
  const find = (name: string | null): Picture | null => (name === null ? null : atlas.find(name))
  const { shadow, own, called } = art.underFeet
  return { shadow: find(shadow), own: find(own), called: find(called) }
}
