/** Run by frame.test.ts with a large young generation: what a frame of a full hall leaves on the heap, all of it but the calls of the graphics card. */
import { readFileSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import { createRng, directionX, directionZ } from '@balai/engine/core'
import { createFrameView, pose } from '@balai/engine/snapshot'
import { parseTiledMap } from '@balai/engine/space'
import { peopleArt } from '../../../assets/art/people-art.ts'
import type { Atlas } from '../../../engine/render/atlas.ts'
import { createCamera, enterPlace, followPoint } from '../../../engine/render/camera.ts'
import { createArea, seenBy } from '../../../engine/render/culling.ts'
import type { GlyphSheet, Letter } from '../../../engine/render/glyphs.ts'
import { createLabels } from '../../../engine/render/labels.ts'
import { createPeople } from '../../../engine/render/people.ts'
import { createPicture, type Picture } from '../../../engine/render/picture.ts'
import { createPostures } from '../../../engine/render/postures.ts'
import { createStanding } from '../../../engine/render/standing.ts'
import { createStoreyViews } from '../../../engine/render/storey-views.ts'
import { createStandingTiles } from '../../../engine/render/tiles.ts'

const people = 120
const framesOfRound = 200
const rounds = 7
const warmUpRounds = 10

const place = { x: 0, y: 0, w: 1, h: 1, sheetWidth: 1, sheetHeight: 1 }
const pictures = new Map<string, Picture>()
const atlas: Atlas = {
  source: null as never,
  has: () => true,
  find(name) {
    let picture = pictures.get(name)
    if (picture === undefined) {
      picture = createPicture(place, { widthPx: 64, heightPx: 100, anchorX: 0.5, anchorY: 1 })
      pictures.set(name, picture)
    }
    return picture
  },
  close() {},
  destroy() {},
}
const letter: Letter = { picture: createPicture(place, { widthPx: 8, heightPx: 12, anchorX: 0, anchorY: 1 }), advancePx: 7.3 }
const sheet: GlyphSheet = {
  source: null as never,
  pixelRatio: 2,
  edition: 1,
  letter: () => letter,
  shape: () => letter.picture,
  flush: () => false,
  reset() {},
  destroy() {},
}
const map = parseTiledMap(JSON.parse(readFileSync(new URL('../../../assets/maps/kukar.tmj', import.meta.url), 'utf8')))
const gestures = [
  { pose: 'speak', seconds: null, bubble: 'Permisi, numpang tanya' },
  { pose: 'sit', seconds: null },
] as const
const views = createStoreyViews(map)
const { first: storey } = views
const names = new Map(Array.from({ length: people }, (_, i) => [1000 + i, `Warga ${i}`]))
const tiles = createStandingTiles(map, atlas, views, storey)
const standing = createStanding(null as never, tiles, storey)
const walkers = createPeople(peopleArt, atlas, { isReduced: false })
const postures = createPostures(gestures)
const labels = createLabels({ atlas, sheet, people: peopleArt, gestures, names })
const camera = createCamera(720, 1200)
const area = createArea()
const where = { area, storey, views, setDepth: tiles.setDepth }
postures.enter(map)
enterPlace(camera, storey)
labels.setSigns([{ x: 22, z: 20, wingFrame: 'sign', label: '1', title: 'Disdukcapil' }])

const random = createRng(3)
const view = createFrameView(160)
view.count = people
view.ownIndex = 0
for (let i = 0; i < people; i++) {
  view.netId[i] = 1000 + i
  view.look[i] = Math.floor(random() * 2 ** 32)
  view.x[i] = 14 + random() * 16
  view.z[i] = 14 + random() * 16
  view.facing[i] = Math.floor(random() * 32)
  view.pose[i] = pose.walk
  if (i % 15 === 0) view.gesture[i] = 1 + (i % 2)
}
let nowMs = 1_800_000_000_000
let tick = 0

/** One frame as the stage draws it, with everybody a step on, to and fro. */
function frame(): void {
  nowMs += 16
  tick++
  const step = tick % 64 < 32 ? 0.02 : -0.02
  for (let i = 0; i < people; i++) {
    view.x[i] += directionX[view.facing[i]] * step
    view.z[i] += directionZ[view.facing[i]] * step
    view.walkedM[i] += 0.02
  }
  followPoint(camera, (view.x[0] - view.z[0]) * 32, (view.x[0] + view.z[0]) * 16, 16, false)
  seenBy(camera, area)
  postures.update(view, nowMs, tick)
  walkers.gather(view, postures, where, nowMs)
  standing.paint(view, walkers, postures, area)
  labels.draw(view, walkers, postures, camera, 0)
}

const heapBytes = (): number => getHeapStatistics().used_heap_size
function bytesOfRound(): number {
  const before = heapBytes()
  for (let i = 0; i < framesOfRound; i++) frame()
  return heapBytes() - before
}
for (let i = 0; i < warmUpRounds; i++) bytesOfRound()
const found = Array.from({ length: rounds }, bytesOfRound).filter((bytes) => bytes >= 0)
found.sort((a, b) => a - b)
process.stdout.write(
  JSON.stringify({ bytesAFrame: found[Math.floor(found.length / 2)] / framesOfRound, rounds: found.length, inView: walkers.count }),
)
