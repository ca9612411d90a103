import type { TextureSource, ViewContainer } from 'pixi.js'
import { tileHeightPx } from '../space/index.ts'
import type { FrameView } from '../snapshot/index.ts'
import { white } from './color.ts'
import type { Area } from './culling.ts'
import { sortByDepth } from './depth.ts'
import type { People } from './people.ts'
import type { Picture } from './picture.ts'
import type { Postures } from './postures.ts'
import { createQuadMesh } from './quad-mesh.ts'
import { clearQuads, createPen, movePen, writeQuad } from './quad-words.ts'
import type { QuadSink } from './quads.ts'
import type { StoreyView } from './storey-views.ts'
import type { StandingTiles } from './tiles.ts'

/**
 * What stands and who walks, in one order from far to near, in one call. The storey is cut into lines of tiles across the screen, the buckets.
 * Each has a span of its own in the list of quads and is written anew, its people sorted, only when something in it has changed: where
 * nobody moves nothing is written, however the camera goes.
 */
export type Standing = {
  readonly container: ViewContainer
  /** Quads that the last frame drew, empty ones not counted. */
  readonly count: number
  /** Buckets written since the start: for tests and measurements. */
  readonly written: number
  /** The picture of a tile is another now. */
  touch(tile: number): void
  paint(view: FrameView, people: People, postures: Postures, area: Area): void
  destroy(): void
}

/** Empty quads that a bucket begins with, for people who come; and how much more than it needs one gets that ran full. */
const firstRoom = 8
const growth = 1.5
/** No person reaches higher than this, 1× pixels. */
const tallestPx = 96

export function createStanding(source: TextureSource, tiles: StandingTiles, storey: StoreyView): Standing {
  // Whoever sits with the seat's back towards the viewer is a hair behind the tile's line.
  const base = storey.x0 + storey.z0 - 1
  const buckets = storey.x1 + storey.z1 - base + 1
  const bucketOf = (depth: number): number => Math.min(Math.max(Math.floor(depth) - base, 0), buckets - 1)
  const tileStarts = startsOf(tiles, buckets, bucketOf)
  const room = new Uint32Array(buckets).fill(firstRoom)
  const spans = new Uint32Array(buckets + 1)
  const used = new Uint32Array(buckets)
  const isDirty = new Uint8Array(buckets)
  const personStarts = new Uint32Array(buckets + 1)
  /** Where each person stands in this frame, and was painted last; -1 for nowhere. */
  let bucketNow = new Int32Array(0)
  let bucketWas = new Int32Array(0)
  let signatureWas = new Int32Array(0)
  let calmWas = new Uint8Array(0)
  let byBucket = new Uint32Array(0)
  let totalWas = 0
  let count = 0
  let written = 0

  const mesh = createQuadMesh(source, 1)
  let { floats, words } = mesh.words
  let at = 0
  let end = 0
  const pen = createPen()
  const sink: QuadSink = {
    pen,
    put(picture: Picture, color: number) {
      if (at < end) writeQuad(floats, words, at, picture, pen, color)
      at++
    },
  }

  /** Gives every bucket its span. What was written lies elsewhere then: all of it is to be written again. */
  const layOut = (): void => {
    spans[0] = 0
    for (let b = 0; b < buckets; b++) spans[b + 1] = spans[b] + tileStarts[b + 1] - tileStarts[b] + room[b]
    mesh.resize(spans[buckets])
    ;({ floats, words } = mesh.words)
    clearQuads(mesh.words, 0, mesh.capacity)
    used.fill(0)
    isDirty.fill(1)
  }
  layOut()

  const fit = (capacity: number): void => {
    if (bucketNow.length >= capacity) return
    bucketNow = new Int32Array(capacity)
    bucketWas = new Int32Array(capacity)
    signatureWas = new Int32Array(capacity)
    calmWas = new Uint8Array(capacity)
    byBucket = new Uint32Array(capacity)
    totalWas = 0
    isDirty.fill(1)
  }

  /** Marks the buckets that somebody came into, left, or moved in. */
  const findChanges = (view: FrameView, people: People): void => {
    const total = Math.max(view.count, totalWas)
    for (let i = 0; i < total; i++) bucketNow[i] = -1
    for (let k = 0; k < people.count; k++) bucketNow[people.members[k]] = bucketOf(people.depths[people.members[k]])
    for (let i = 0; i < total; i++) {
      const now = bucketNow[i]
      const was = i < totalWas ? bucketWas[i] : -1
      const isSame = now === was && (now < 0 || (signatureWas[i] === people.signatures[i] && calmWas[i] === people.calm[i]))
      if (isSame) continue
      if (was >= 0) isDirty[was] = 1
      if (now >= 0) isDirty[now] = 1
      bucketWas[i] = now
      signatureWas[i] = people.signatures[i]
      calmWas[i] = people.calm[i]
    }
    totalWas = view.count
  }

  /** Lists people bucket by bucket, by counting. */
  const deal = (people: People): void => {
    personStarts.fill(0)
    for (let k = 0; k < people.count; k++) personStarts[bucketNow[people.members[k]] + 1]++
    for (let b = 0; b < buckets; b++) personStarts[b + 1] += personStarts[b]
    // Filling moves each start to its end, which is the next one's start: so they are read one place earlier afterwards.
    for (let k = 0; k < people.count; k++) {
      const i = people.members[k]
      byBucket[personStarts[bucketNow[i]]++] = i
    }
  }
  const firstPerson = (b: number): number => (b === 0 ? 0 : personStarts[b - 1])

  const putTile = (tile: number): void => {
    movePen(pen, tiles.x[tile], tiles.y[tile], 1, 1)
    sink.put(tiles.shown[tile], white)
  }

  /** Two sorted lists merged; of equals the thing comes first. False when there was no room for all. */
  const write = (b: number, view: FrameView, people: People, postures: Postures): boolean => {
    at = spans[b]
    end = spans[b + 1]
    let tile = tileStarts[b]
    const lastTile = tileStarts[b + 1]
    const lastPerson = personStarts[b]
    sortByDepth(byBucket, people.depths, firstPerson(b), lastPerson)
    for (let p = firstPerson(b); p < lastPerson; p++) {
      const person = byBucket[p]
      while (tile < lastTile && tiles.depths[tile] <= people.depths[person]) putTile(tile++)
      people.put(view, postures, person, sink)
    }
    while (tile < lastTile) putTile(tile++)
    const needed = at - spans[b]
    if (at > end) {
      room[b] = Math.ceil((needed - (lastTile - tileStarts[b])) * growth)
      return false
    }
    if (used[b] > needed) clearQuads(mesh.words, at, spans[b] + used[b])
    mesh.touch(spans[b], spans[b] + Math.max(needed, used[b]))
    used[b] = needed
    isDirty[b] = 0
    written++
    return true
  }

  const writeDirty = (from: number, to: number, view: FrameView, people: People, postures: Postures): boolean => {
    let fits = true
    for (let b = from; b < to; b++) if (isDirty[b] === 1 && !write(b, view, people, postures)) fits = false
    return fits
  }

  return {
    container: mesh.container,
    get count() {
      return count
    },
    get written() {
      return written
    },
    touch(tile) {
      isDirty[bucketOf(tiles.depths[tile])] = 1
    },
    paint(view, people, postures, area) {
      fit(view.netId.length)
      findChanges(view, people)
      deal(people)
      // A tile's anchor lies one metre of depth below its middle; a line more on each side for what hangs over.
      const half = tileHeightPx / 2
      const from = bucketOf((area.top - tiles.downPx) / half - 2)
      const to = bucketOf((area.bottom + Math.max(tiles.upPx, tallestPx)) / half + 1) + 1
      while (!writeDirty(from, to, view, people, postures)) layOut()
      count = 0
      for (let b = from; b < to; b++) count += used[b]
      mesh.show(spans[from], spans[to] - spans[from])
    },
    destroy: mesh.destroy,
  }
}

/** Where each bucket's tiles begin in the ascending list. */
function startsOf(tiles: StandingTiles, buckets: number, bucketOf: (depth: number) => number): Uint32Array {
  const starts = new Uint32Array(buckets + 1)
  for (let i = 0; i < tiles.count; i++) starts[bucketOf(tiles.depths[i]) + 1]++
  for (let b = 0; b < buckets; b++) starts[b + 1] += starts[b]
  return starts
}
