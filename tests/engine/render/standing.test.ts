import { avatarFlag, createFrameView, type FrameView, pose } from '@balai/engine/snapshot'
import type { SpaceMap, TileKind } from '@balai/engine/space'
import { beforeEach, expect, test } from 'vitest'
import type { Atlas } from '../../../engine/render/atlas.ts'
import { createPeople, type People, type Where } from '../../../engine/render/people.ts'
import { createPicture, type Picture } from '../../../engine/render/picture.ts'
import { createPostures, type Postures } from '../../../engine/render/postures.ts'
import type { QuadView } from '../../../engine/render/quad-mesh.ts'
import { wordsAQuad } from '../../../engine/render/quad-words.ts'
import type { PeopleArt } from '../../../engine/render/stage-options.ts'
import { createStanding, type Standing } from '../../../engine/render/standing.ts'
import { createStoreyViews } from '../../../engine/render/storey-views.ts'
import { createStandingTiles, type StandingTiles } from '../../../engine/render/tiles.ts'

const everywhere = { left: -1e4, top: -1e4, right: 1e4, bottom: 1e4 }
const size = 8

/** Pictures have nothing but a name; its number is where the corner in the sheet would be. */
const names: string[] = ['']
const atlas: Atlas = {
  source: null as never,
  has: (name) => !name.startsWith('missing'),
  find(name): Picture {
    if (!names.includes(name)) names.push(name)
    const place = { x: 0, y: 0, w: 1, h: 1, sheetWidth: 1, sheetHeight: 1 }
    const picture = createPicture(place, { widthPx: 64, heightPx: 104, anchorX: 0.5, anchorY: 1 })
    return { ...picture, corner0: names.indexOf(name) }
  },
  close() {},
  destroy() {},
}

const art: PeopleArt = {
  layersOf: (look) => [
    { tint: 0xffffff, pictureOf: (direction, at, step) => ({ frame: `person ${look} ${direction} ${at} ${step}`, dx: 3, dy: -1 }) },
    { tint: 0x102030, pictureOf: () => null },
  ],
  cycles: [
    { steps: 2, by: 'idle', length: 2000 },
    { steps: 6, by: 'distance', length: 0.9 },
    { steps: 1, by: 'idle', length: 1 },
    { steps: 2, by: 'time', length: 500 },
    { steps: 1, by: 'idle', length: 1 },
    { steps: 1, by: 'idle', length: 1 },
  ],
  heightPx: 50,
  underFeet: { shadow: null, own: null, called: null },
  overHead: { speaking: null, called: 'bell' },
  officerBadge: null,
}

function mapOf(put: Record<string, number>): SpaceMap {
  const kind = (gid: number, frame: string, isWall: boolean, seat: TileKind['seat'] = null): TileKind => ({
    gid,
    frame,
    heightM: 2.25,
    isWall,
    seat,
    boxes: [{ x0: 0, z0: 0, x1: 1, z1: 1, heightM: 2.25 }],
  })
  const gids = new Uint32Array(size * size)
  for (const [at, gid] of Object.entries(put)) {
    const [c, r] = at.split(',').map(Number)
    gids[r * size + c] = gid
  }
  return {
    name: 'test',
    columns: size,
    rows: size,
    tiles: [null, kind(1, 'wall', true), kind(2, 'desk', false), kind(3, 'seat-s', false, 's'), kind(4, 'seat-n', false, 'n')],
    layers: [{ name: 'things', kind: 'standing', gids }],
    solids: [],
    zones: [],
    properties: {},
  }
}

let view: FrameView
let people: People
const motion = { isReduced: false }
let postures: Postures
let tiles: StandingTiles
let standing: Standing
let where: Where

function enter(map: SpaceMap): void {
  const views = createStoreyViews(map)
  postures = createPostures([
    { pose: 'sit', seconds: null },
    { pose: 'wave', seconds: 2 },
  ])
  postures.enter(map)
  motion.isReduced = false
  people = createPeople(art, atlas, motion)
  tiles = createStandingTiles(map, atlas, views, views.first)
  standing = createStanding(null as never, tiles, views.first)
  where = { area: everywhere, views, storey: views.first, setDepth: tiles.setDepth }
}

function stand(look: number, x: number, z: number): number {
  const i = view.count++
  view.netId[i] = 100 + look
  view.look[i] = look
  view.x[i] = x
  view.z[i] = z
  view.facing[i] = 4
  return i
}

function gather(nowMs = 0): number {
  postures.update(view, nowMs, 0)
  return people.gather(view, postures, where, nowMs)
}

type Drawn = { name: string; x: number; y: number; width: number }

/** Paints a frame and reads back what the graphics card would be sent, far to near. */
function paint(nowMs = 0): Drawn[] {
  gather(nowMs)
  standing.paint(view, people, postures, where.area)
  const mesh = standing.container as unknown as QuadView
  const floats = mesh.vertices.data as Float32Array
  const words = new Uint32Array(floats.buffer)
  const drawn: Drawn[] = []
  for (let at = mesh.first * wordsAQuad; at < (mesh.first + mesh.count) * wordsAQuad; at += wordsAQuad) {
    if (words[at + 2] === 0) continue
    drawn.push({ name: names[words[at + 2]], x: (floats[at] + floats[at + 4]) / 2, y: floats[at + 9], width: floats[at + 4] - floats[at] })
  }
  return drawn
}
const order = (drawn: readonly Drawn[]): string[] => drawn.map(({ name }) => name.split(' ').slice(0, 2).join(' '))

beforeEach(() => {
  view = createFrameView(160)
})

test('people and things come in one order, far to near, whatever order they arrive in and wherever they walk', () => {
  enter(mapOf({ '3,3': 2, '5,5': 2 }))
  stand(1, 6.5, 6.5)
  stand(2, 2.5, 2.5)
  stand(3, 4.5, 4.5)
  expect(order(paint())).toEqual(['person 2', 'desk', 'person 3', 'desk', 'person 1'])
  view.x[0] = view.z[0] = 1
  view.x[1] = view.z[1] = 7
  expect(order(paint())).toEqual(['person 1', 'desk', 'person 3', 'desk', 'person 2'])
})

test('only where somebody moves, comes or goes is anything written; a bucket that runs full gets more room', () => {
  enter(mapOf({ '3,3': 2, '5,5': 2 }))
  stand(1, 6.5, 6.5)
  stand(2, 2.5, 2.5)
  paint()
  const before = standing.written
  paint()
  expect(standing.written).toBe(before)
  view.x[1] += 0.1
  paint()
  expect(standing.written).toBe(before + 1)
  for (let look = 10; look < 60; look++) stand(look, 4.4, 4.4 + look / 1000)
  expect(order(paint())).toEqual(['person 2', 'desk', ...Array.from({ length: 50 }, (_, i) => `person ${10 + i}`), 'desk', 'person 1'])
  view.count = 1
  expect(order(paint())).toEqual(['desk', 'desk', 'person 1'])
})

test('a window shows its own lines alone, and what changed outside it meanwhile is right when it comes into view', () => {
  enter(mapOf({ '0,0': 2, '3,3': 2, '7,7': 2 }))
  where = { ...where, area: { left: -1e4, right: 1e4, top: 0, bottom: 20 } }
  expect(order(paint())).toEqual(['desk', 'desk'])
  stand(1, 7, 7.9)
  paint()
  where = { ...where, area: everywhere }
  expect(order(paint())).toEqual(['desk', 'desk', 'person 1', 'desk'])
})

test('a person’s picture stands off the feet by its offset, mirrored with it', () => {
  enter(mapOf({}))
  stand(1, 2, 2)
  view.facing[0] = 8
  expect(paint()).toEqual([{ name: 'person 1 se 0 0', x: -3, y: 63, width: -64 }])
})

test('only walls in front of the viewer’s avatar and near it are cut, and only when the avatar changes tile', () => {
  enter(mapOf({ '4,5': 1, '3,2': 1, '7,7': 1, '5,4': 2 }))
  const changed: number[] = []
  const note = (tile: number): void => void changed.push(tile)
  expect(order(paint())).toEqual(['wall', 'desk', 'wall', 'wall'])
  tiles.cutBefore(4.5, 4.5, note)
  tiles.cutBefore(4.6, 4.4, note)
  expect(changed).toHaveLength(1)
  standing.touch(changed[0])
  expect(order(paint())).toEqual(['wall', 'desk', 'wall-cut', 'wall'])
  tiles.cutNothing(note)
  expect(changed).toEqual([changed[0], changed[0]])
})

test('the signature changes with what is seen, and with nothing else', () => {
  enter(mapOf({}))
  stand(1, 2, 2)
  stand(2, 4, 4)
  const still = gather()
  expect(gather(900)).toBe(still)
  view.x[1] += 0.05
  const moved = gather()
  expect(moved).not.toBe(still)
  view.flags[0] = avatarFlag.called
  expect(gather()).not.toBe(moved)
  view.x[1] = 2000
  view.z[1] = -2000
  const away = gather()
  view.x[1] += 5
  expect(gather()).toBe(away)
})

test('a wave asks for its next step and its end; a breath and who has stood long wait for a frame that is drawn anyway', () => {
  enter(mapOf({}))
  stand(1, 2, 2)
  stand(2, 5, 5)
  view.gesture[0] = 2
  const waving = gather(10_000)
  expect([people.dueMs, postures.dueMs]).toEqual([10_250, 12_000])
  expect(gather(10_260)).not.toBe(waving)
  const over = gather(12_000)
  expect([people.dueMs, postures.dueMs]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
  expect(gather(30_000)).toBe(over)
  expect(paint(30_000)[1].name).toBe(`person 2 s ${pose.wait} 0`)
})

test('the walk follows the metres walked', () => {
  enter(mapOf({}))
  stand(1, 2, 2)
  view.pose[0] = pose.walk
  const steps = [0, 0.15, 0.3, 0.9].map((walkedM) => {
    view.walkedM[0] = walkedM + 0.01
    return paint()[0].name.at(-1)
  })
  expect(steps).toEqual(['0', '1', '2', '0'])
})

test('who sits is drawn on the nearest free seat, facing its way and at its depth; the lower netId first, nobody twice', () => {
  enter(mapOf({ '3,3': 3, '4,3': 3, '3,5': 4 }))
  const second = stand(2, 3.4, 4.4)
  const first = stand(1, 3.4, 4.3)
  view.gesture[first] = view.gesture[second] = 1
  gather()
  expect([postures.x[first], postures.z[first], postures.facing[first]]).toEqual([3.5, 3.5, 8])
  expect([postures.x[second], postures.z[second], postures.facing[second]]).toEqual([3.5, 5.5, 24])
  expect(order(paint())).toEqual(['seat-s', 'person 1', 'seat-s', 'person 2', 'seat-n'])
  const third = stand(3, 3.3, 4.3)
  view.gesture[third] = 1
  view.x[third] = 1
  gather()
  expect([postures.x[third], postures.z[third]]).toEqual([1, view.z[third]])
})

test('who asks for less motion while a wave is drawn sees it stand still', () => {
  enter(mapOf({}))
  const waver = stand(1, 4, 4)
  view.gesture[waver] = 2
  const step = () => paint(300).map(({ name }) => name.split(' ').at(-1))
  expect(step()).toEqual(['1'])
  motion.isReduced = true
  expect(step()).toEqual(['0'])
})
