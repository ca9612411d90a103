import { MapError, type MapErrorCode, parseTiledMap } from '@balai/engine/space'
import { describe, expect, test } from 'vitest'
import { propertyList, sampleTileset, tiledMap } from './sample-map.ts'

const open = ['...', '...']

function refusal(source: unknown, options?: Parameters<typeof parseTiledMap>[1]): MapError {
  try {
    parseTiledMap(source, options)
  } catch (error) {
    if (error instanceof MapError) return error
    throw error
  }
  throw new Error('the map was accepted')
}

describe('parseTiledMap', () => {
  test('puts the boxes of tiles at their place in world metres, in file order', () => {
    const map = parseTiledMap(tiledMap(['.#.', '..|']))
    expect(map.solids).toEqual([
      { x0: 1, z0: 0, x1: 2, z1: 1, heightM: 2.25 },
      { x0: 2, z0: 1, x1: 2.1, z1: 2, heightM: 2 },
    ])
    expect(map.layers.map(({ name, kind, gids }) => [name, kind, [...gids]])).toEqual([
      ['ground', 'floor', [1, 1, 1, 1, 1, 1]],
      ['things', 'standing', [0, 2, 0, 0, 0, 3]],
    ])
    expect(map.tiles[2]).toMatchObject({ gid: 2, frame: 'wall', heightM: 2.25, isWall: true })
    expect(map.tiles[0]).toBeNull()
  })

  test('reads rectangles in units of the tile height along both axes, and points', () => {
    const source = tiledMap(open, [
      { kind: 'start', column: 0, row: 0 },
      { kind: 'counter', name: 'A', column: 1, row: 0.5, width: 2, depth: 1, properties: { service: 'id-card', seats: 3 } },
    ])
    ;(source.layers[2].objects as unknown[]).push({ id: 9, class: 'lamp', name: '', x: 16, y: 48, point: true })
    const { zones } = parseTiledMap(source)
    expect(zones[1]).toEqual({
      index: 1,
      kind: 'counter',
      name: 'A',
      x0: 1,
      z0: 0.5,
      x1: 3,
      z1: 1.5,
      properties: { service: 'id-card', seats: 3 },
    })
    expect(zones[2]).toMatchObject({ kind: 'lamp', name: 'lamp 9', x0: 0.5, z0: 1.5, x1: 0.5, z1: 1.5 })
  })

  test('opens groups of layers', () => {
    const source = tiledMap(['.#.', '...'])
    source.layers = [{ type: 'group', name: 'all', layers: source.layers }]
    expect(parseTiledMap(source).solids).toHaveLength(1)
  })

  const broken: [MapErrorCode, string, (map: ReturnType<typeof tiledMap>) => unknown][] = [
    ['not-a-map', 'a list', () => []],
    ['not-a-map', 'width', (map) => ({ ...map, width: 0 })],
    ['not-isometric', "'orthogonal'", (map) => ({ ...map, orientation: 'orthogonal' })],
    ['not-finite', 'infinite', (map) => ({ ...map, infinite: true })],
    ['too-large', '1000 × 1000', (map) => ({ ...map, width: 1000, height: 1000 })],
    ['missing-layer', 'floor', (map) => ({ ...map, layers: map.layers.slice(1) })],
    ['bad-layer', "Layer 'ground'", (map) => withGround(map, { data: 'AAAA', encoding: 'base64' })],
    ['bad-layer', '5 tiles', (map) => withGround(map, { data: [1, 1, 1, 1, 1] })],
    ['bad-layer', "Layer 'sky'", (map) => ({ ...map, layers: [...map.layers, { type: 'imagelayer', name: 'sky' }] })],
    ['bad-layer', 'offset', (map) => withGround(map, { offsetx: 4 })],
    ['bad-tileset', "'walls.tsx'", (map) => ({ ...map, tilesets: [{ firstgid: 1, source: 'walls.tsx' }] })],
    ['unknown-gid', 'column 2, row 1: no tileset has tile 77', (map) => withGround(map, { data: [1, 1, 1, 1, 1, 77] })],
    ['flipped-tile', 'column 0, row 0: tile 1 ', (map) => withGround(map, { data: [0x80000001, 1, 1, 1, 1, 1] })],
    ['bad-property', "got 'sideways'", (map) => withGround(map, { properties: propertyList({ kind: 'sideways' }) })],
    ['bad-property', 'tile 0: frame', (map) => ({ ...map, tilesets: [{ ...sampleTileset, tiles: [{ id: 0 }] }] })],
    ['bad-property', "got '0 0 2 1 1'", (map) => withTile(map, { frame: 'x', boxes: '0 0 1 1 1; 0 0 2 1 1' })],
    ['bad-object', "object 'start 1' reaches over the border", (map) => withZone(map, { width: 320 })],
    ['bad-object', 'turned', (map) => withZone(map, { rotation: 45 })],
    ['bad-object', 'polygon', (map) => withZone(map, { polygon: [] })],
    ['bad-object', 'no class', (map) => withZone(map, { type: '' })],
    ['no-start', "'start'", (map) => withZone(map, { type: 'exit' })],
    ['duplicate-name', "'here'", (map) => ({ ...map, layers: [map.layers[0], { ...map.layers[2], objects: [named(1), named(2)] }] })],
  ]
  test.each(broken)('refuses with %s and names %s', (code, words, change) => {
    const error = refusal(change(tiledMap(open)))
    expect(error.code).toBe(code)
    if (words !== 'a list') expect(error.message).toContain(words)
  })

  test('refuses a reference to something that does not exist, naming zone, property and value', () => {
    const source = tiledMap(open, [
      { kind: 'start', column: 0, row: 0 },
      { kind: 'counter', name: 'A', column: 1, row: 0, properties: { service: 'pasport' } },
    ])
    const error = refusal(source, { references: { 'counter.service': (value) => value === 'passport' } })
    expect(error.code).toBe('unknown-reference')
    expect(error.message).toMatch(/'A' \(counter\): service 'pasport'/)
    expect(() => parseTiledMap(source, { references: { 'counter.service': () => true } })).not.toThrow()
  })
})

const named = (id: number) => ({ id, name: 'here', type: 'start', x: 0, y: 0, width: 32, height: 32 })

function withGround(map: ReturnType<typeof tiledMap>, change: Record<string, unknown>): unknown {
  return { ...map, layers: [{ ...map.layers[0], ...change }] }
}

function withZone(map: ReturnType<typeof tiledMap>, change: Record<string, unknown>): unknown {
  const [first] = map.layers[2].objects as Record<string, unknown>[]
  return { ...map, layers: [map.layers[0], { ...map.layers[2], objects: [{ ...first, ...change }] }] }
}

function withTile(map: ReturnType<typeof tiledMap>, properties: Record<string, unknown>): unknown {
  return { ...map, tilesets: [{ ...sampleTileset, tiles: [{ id: 0, properties: propertyList(properties) }] }] }
}
