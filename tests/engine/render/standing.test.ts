import { avatarFlag, createFrameView, type FrameView, pose } from '@balai/engine/snapshot'
import type { SpaceMap, TileKind } from '@balai/engine/space'
import { beforeEach, expect, test } from 'vitest'
import type { Atlas, Picture } from '../../../engine/render/atlas.ts'
import { createPeople, type People } from '../../../engine/render/people.ts'
import type { Quads } from '../../../engine/render/quads.ts'
import type { PeopleArt } from '../../../engine/render/stage-options.ts'
import { paintStanding } from '../../../engine/render/standing.ts'
import { createStandingTiles } from '../../../engine/render/tiles.ts'

const everywhere = { left: -1e4, top: -1e4, right: 1e4, bottom: 1e4 }
const size = 8

type Named = Picture & { name: string }
const atlas: Atlas = {
  source: null as never,
  has: (name) => !name.startsWith('missing'),
  find: (name): Named => ({ name, texture: null as never, anchorX: 0.5, anchorY: 1, widthPx: 64, heightPx: 104 }),
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
  ],
  heightPx: 50,
  underFeet: { shadow: null, own: null, called: null },
  overHead: { speaking: null, called: 'bell' },
  officerBadge: null,
}

function mapOf(put: Record<string, number>): SpaceMap {
  const kind = (gid: number, frame: string, isWall: boolean): TileKind => ({
    gid,
    frame,
    heightM: 2.25,
    isWall,
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
    tiles: [null, kind(1, 'wall', true), kind(2, 'desk', false)],
    layers: [{ name: 'things', kind: 'standing', gids }],
    solids: [],
    zones: [],
    properties: {},
  }
}

type Put = { name: string; x: number; y: number; scaleX: number }
let drawn: Put[]
const recorder: Quads = {
  container: null as never,
  count: 0,
  begin() {
    drawn = []
  },
  put: (picture, x, y, scaleX) => {
    drawn.push({ name: (picture as Named).name, x, y, scaleX })
  },
  end() {},
  destroy() {},
}

let view: FrameView
let people: People
function stand(look: number, x: number, z: number): void {
  const i = view.count++
  view.netId[i] = 100 + look
  view.look[i] = look
  view.x[i] = x
  view.z[i] = z
  view.facing[i] = 4
}
const gather = (map: SpaceMap, nowMs = 0): number => people.gather(view, everywhere, createStandingTiles(map, atlas).depthAt, nowMs)

beforeEach(() => {
  view = createFrameView(8)
  people = createPeople(art, atlas, false)
})

test('people and things come in one order, far to near, whatever order they arrive in', () => {
  const map = mapOf({ '3,3': 2, '5,5': 2 })
  const tiles = createStandingTiles(map, atlas)
  stand(1, 6.5, 6.5)
  stand(2, 2.5, 2.5)
  stand(3, 4.5, 4.5)
  gather(map)
  paintStanding(tiles, people, view, everywhere, 0, recorder)
  expect(drawn.map((put) => put.name.split(' ').slice(0, 2).join(' '))).toEqual(['person 2', 'desk', 'person 3', 'desk', 'person 1'])
})

test('a person’s picture stands off the feet by its offset, mirrored with it', () => {
  const map = mapOf({})
  stand(1, 2, 2)
  view.facing[0] = 8
  gather(map)
  paintStanding(createStandingTiles(map, atlas), people, view, everywhere, 0, recorder)
  expect(drawn).toEqual([{ name: 'person 1 se 0 0', x: -3, y: 63, scaleX: -1 }])
})

test('only walls in front of the viewer’s avatar and near it are cut, and only when the avatar changes tile', () => {
  const tiles = createStandingTiles(mapOf({ '4,5': 1, '3,2': 1, '7,7': 1, '5,4': 2 }), atlas)
  const shown = (): string[] => tiles.shown.map((picture) => (picture as Named).name)
  expect(shown()).toEqual(['wall', 'desk', 'wall', 'wall'])
  expect(tiles.cutBefore(4.5, 4.5)).toBe(true)
  expect(shown()).toEqual(['wall', 'desk', 'wall-cut', 'wall'])
  expect(tiles.cutBefore(4.6, 4.4)).toBe(false)
  expect(tiles.cutNothing()).toBe(true)
  expect(shown()).toEqual(['wall', 'desk', 'wall', 'wall'])
})

test('the signature changes with what is seen, and with nothing else', () => {
  const map = mapOf({})
  stand(1, 2, 2)
  stand(2, 4, 4)
  const still = gather(map)
  expect(gather(map, 900)).toBe(still)
  view.x[1] += 0.05
  const moved = gather(map)
  expect(moved).not.toBe(still)
  view.flags[0] = avatarFlag.called
  expect(gather(map)).not.toBe(moved)
  view.x[1] = 2000
  view.z[1] = -2000
  const away = gather(map)
  view.x[1] += 5
  expect(gather(map)).toBe(away)
})

test('a wave keeps the picture moving, a breath does not', () => {
  const map = mapOf({})
  stand(1, 2, 2)
  view.pose[0] = pose.wave
  expect(gather(map, 0)).not.toBe(gather(map, 250))
  view.pose[0] = pose.stand
  expect(gather(map, 0)).toBe(gather(map, 1000))
})

test('the walk follows the metres walked', () => {
  const map = mapOf({})
  stand(1, 2, 2)
  view.pose[0] = pose.walk
  const steps = [0, 0.15, 0.3, 0.9].map((walkedM) => {
    view.walkedM[0] = walkedM + 0.01
    gather(map)
    paintStanding(createStandingTiles(map, atlas), people, view, everywhere, 0, recorder)
    return drawn[0].name.at(-1)
  })
  expect(steps).toEqual(['0', '1', '2', '0'])
})
