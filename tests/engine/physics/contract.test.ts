import { avatarHeightM, avatarRadiusM, createRng, directionX, directionZ, hashFloat, hashStart } from '@balai/engine/core'
import { createNullPhysics, createRapierPhysics, type PhysicsOptions, type PhysicsPort } from '@balai/engine/physics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** 30 × 20 m: a wall of ten tiles, a thin wall, a counter, a step of 0.3 m, a platform of 0.8 m, a corner. */
const options: PhysicsOptions = {
  columns: 30,
  rows: 20,
  radiusM: avatarRadiusM,
  heightM: avatarHeightM,
  solids: [
    ...Array.from({ length: 10 }, (_, i) => ({ x0: 5 + i, z0: 5, x1: 6 + i, z1: 6, heightM: 2.25 })),
    { x0: 20, z0: 2, x1: 20.1, z1: 12, heightM: 2 },
    { x0: 14, z0: 6, x1: 15, z1: 9, heightM: 2.25 },
    { x0: 2, z0: 10, x1: 4, z1: 12, heightM: 0.3 },
    { x0: 8, z0: 12, x1: 10, z1: 14, heightM: 0.8 },
  ],
}

const ports: [string, () => Promise<PhysicsPort>][] = [
  ['Rapier', () => createRapierPhysics(options)],
  ['null', async () => createNullPhysics(options)],
]

/** Squared distance from a point on the floor plan to the nearest box too high to step on. */
function toNearestWall(x: number, y: number, z: number): number {
  const walls = options.solids.filter((box) => box.heightM > y + 0.35)
  return Math.min(...walls.map((box) => Math.hypot(Math.max(box.x0 - x, x - box.x1, 0), Math.max(box.z0 - z, z - box.z1, 0))))
}

describe.each(ports)('the %s physics port', (_name, create) => {
  let port: PhysicsPort
  const out = new Float32Array(3)
  beforeAll(async () => {
    port = await create()
  })
  afterAll(() => port.dispose())

  function walk(from: readonly [number, number, number], dx: number, dz: number, moves: number): [number, number, number] {
    let [x, y, z] = from
    for (let i = 0; i < moves; i++) {
      port.move(x, y, z, dx, dz, out)
      ;[x, y, z] = out
    }
    return [x, y, z]
  }

  test('walks the whole of its wish in free space and stays on the floor', () => {
    const [x, y, z] = walk([17, 0, 15], 0.1, 0.05, 20)
    expect(x).toBeCloseTo(19, 4)
    expect(z).toBeCloseTo(16, 4)
    expect(y).toBe(0)
  })

  test('stops at a wall', () => {
    const [x, y, z] = walk([10, 0, 3], 0, 0.15, 40)
    expect(x).toBeCloseTo(10, 2)
    expect(z).toBeGreaterThan(5 - avatarRadiusM - 0.03)
    expect(z).toBeLessThanOrEqual(5 - avatarRadiusM)
    expect(y).toBe(0)
  })

  test('slides along a wall of many tiles without catching on their seams', () => {
    let [x, y, z] = walk([5.5, 0, 4.5], 0.1, 0.1, 6)
    for (let i = 0; i < 80; i++) {
      const before = x
      port.move(x, y, z, 0.1, 0.1, out)
      ;[x, y, z] = out
      expect(x - before).toBeGreaterThan(0.09)
      expect(y).toBe(0)
    }
  })

  test('stands still in a corner', () => {
    const corner = walk([12, 0, 8], 0.15, -0.15, 40)
    const [x, , z] = walk(corner, 0.15, -0.15, 20)
    expect(Math.abs(x - corner[0]) + Math.abs(z - corner[2])).toBeLessThan(0.005)
    expect(toNearestWall(x, 0, z)).toBeGreaterThan(avatarRadiusM - 0.001)
  })

  test('does not pass through a wall of 0.1 m at 0.15 m a move, from any angle', () => {
    for (let direction = 0; direction < 32; direction++) {
      if (directionX[direction] < 0.1) continue
      const [x] = walk([19, 0, 7], directionX[direction] * 0.15, directionZ[direction] * 0.15, 14)
      expect(x).toBeLessThan(20)
    }
  })

  test('does not jump a wall in one long move', () => {
    expect(walk([17, 0, 7], 8, 0, 1)[0]).toBeLessThan(20)
  })

  test('cannot leave the map', () => {
    for (let direction = 0; direction < 32; direction++) {
      const [x, y, z] = walk([25, 0, 16], directionX[direction] * 0.15, directionZ[direction] * 0.15, 250)
      expect(x).toBeGreaterThanOrEqual(avatarRadiusM)
      expect(x).toBeLessThanOrEqual(options.columns - avatarRadiusM)
      expect(z).toBeGreaterThanOrEqual(avatarRadiusM)
      expect(z).toBeLessThanOrEqual(options.rows - avatarRadiusM)
      expect(y).toBe(0)
    }
  })

  test('steps up 0.3 m, down again, and not up 0.8 m', () => {
    const top = walk([1, 0, 11], 0.1, 0, 18)
    expect(top[0]).toBeGreaterThan(2)
    expect(top[1]).toBeCloseTo(0.3, 2)
    const down = walk(top, 0.1, 0, 30)
    expect(down[0]).toBeGreaterThan(4.5)
    expect(down[1]).toBe(0)
    const slanting = walk([1, 0, 10.5], 0.07, 0.03, 25)
    expect(slanting[0]).toBeGreaterThan(2.2)
    expect(slanting[1]).toBeCloseTo(0.3, 2)
    expect(walk([7, 0, 13], 0.1, 0, 30)[0]).toBeLessThan(8)
  })

  test('falls from a platform to the floor', () => {
    const [x, y] = walk([9, 0.8, 13], 0.1, 0, 40)
    expect(x).toBeGreaterThan(11)
    expect(y).toBe(0)
  })

  test('never comes nearer to a wall than the radius on a random walk (seed 5)', () => {
    const random = createRng(5)
    let [x, y, z] = [17, 0, 10]
    for (let i = 0; i < 3000; i++) {
      const direction = Math.floor(random() * 32)
      for (let j = 0; j < 5; j++) {
        port.move(x, y, z, directionX[direction] * 0.15, directionZ[direction] * 0.15, out)
        ;[x, y, z] = out
      }
      expect(toNearestWall(x, y, z)).toBeGreaterThan(avatarRadiusM - 0.001)
    }
  })

  test('gives the same bits whatever was asked before and in whatever order (seed 9)', () => {
    const random = createRng(9)
    const questions = Array.from({ length: 300 }, () => {
      const at = Math.floor(random() * 32)
      return [random() * 29 + 0.5, 0, random() * 19 + 0.5, directionX[at] * 0.15, directionZ[at] * 0.15] as const
    }).filter(([x, , z]) => toNearestWall(x, 0, z) > avatarRadiusM + 0.01)
    expect(questions.length).toBeGreaterThan(150)
    const answer = (i: number): string => {
      port.move(...questions[i], out)
      return [...new Uint32Array(out.buffer)].join()
    }
    const first = questions.map((_, i) => answer(i))
    const backwards = questions.map((_, i) => answer(questions.length - 1 - i)).reverse()
    expect(backwards).toEqual(first)
  })

  test('500 moves give the same hash in two fresh worlds and with other bodies walking in between (seed 21)', async () => {
    async function run(others: number): Promise<number> {
      const world = await create()
      const random = createRng(21)
      const crowd = createRng(others)
      const place = Float32Array.of(17, 0, 10)
      const elsewhere = new Float32Array(3)
      let hash = hashStart
      for (let i = 0; i < 500; i++) {
        const direction = Math.floor(random() * 32)
        for (let j = 0; j < others; j++) world.move(crowd() * 29 + 0.5, 0, crowd() * 19 + 0.5, 0.1, 0.1, elsewhere)
        world.move(place[0], place[1], place[2], directionX[direction] * 0.15, directionZ[direction] * 0.15, place)
        for (const value of place) hash = hashFloat(hash, value)
      }
      world.dispose()
      return hash
    }
    const alone = await run(0)
    expect(await run(0)).toBe(alone)
    expect(await run(3)).toBe(alone)
  })
})

describe('the Rapier physics port', () => {
  const wall = { x0: 33, z0: 32, x1: 41, z1: 33, heightM: 2 }
  const hall = (solids: PhysicsOptions['solids']) =>
    createRapierPhysics({ columns: 44, rows: 44, radiusM: avatarRadiusM, heightM: avatarHeightM, solids })

  test('answers alike from the walls alone and from the whole place, at a wall, a corner and in an angle (seed 15)', async () => {
    const solids = [wall, { x0: 33, z0: 33, x1: 34, z1: 36, heightM: 0.5 }]
    const port = await hall(solids)
    const random = createRng(15)
    const ends = [new Float32Array(3), new Float32Array(3)]
    let stopped = 0
    for (let i = 0; i < 3000; i++) {
      const [x, z] = [32 + random() * 11, 31 + random() * 6]
      const isNear = (m: number): boolean => solids.some((box) => x > box.x0 - m && x < box.x1 + m && z > box.z0 - m && z < box.z1 + m)
      if (isNear(0.27) || !isNear(0.4)) continue
      const at = Math.floor(random() * 32)
      // Who is a millimetre above the floor does not stand on it, and the whole place is asked.
      for (const [which, y] of [0, 1 / 1024].entries()) port.move(x, y, z, directionX[at] * 0.16, directionZ[at] * 0.16, ends[which])
      if (Math.hypot(ends[0][0] - x, ends[0][2] - z) < 0.15) stopped++
      expect(Math.hypot(ends[0][0] - ends[1][0], ends[0][2] - ends[1][2])).toBeLessThan(0.01)
      expect([ends[0][1], ends[1][1]]).toEqual([0, 0])
    }
    expect(stopped).toBeGreaterThan(20)
    port.dispose()
  })

  test('keeps out of a wall that its contact search misses', async () => {
    const port = await hall([wall])
    const out = new Float32Array(3)
    port.move(37.0003776550293, 0, 33.26009750366211, directionX[18] * 0.16, directionZ[18] * 0.16, out)
    port.dispose()
    expect(out[2]).toBeGreaterThan(33 + avatarRadiusM - 0.001)
  })
})

describe('a world no body could stand in', () => {
  test.each(ports)('is refused by the %s port', async (name) => {
    const wrong = { ...options, radiusM: 0 }
    const attempt = async () => (name === 'null' ? createNullPhysics(wrong) : createRapierPhysics(wrong))
    await expect(attempt()).rejects.toThrow('options.radiusM must be')
  })
})
