import { spawnSync } from 'node:child_process'
import { Session } from 'node:inspector'
import { fileURLToPath } from 'node:url'
import { getHeapStatistics } from 'node:v8'
import { avatarRadiusM, createRng, directionX, directionZ } from '@balai/engine/core'
import { walkIntent } from '@balai/engine/input'
import { acceptIntent, createSimWorld, spawnAvatar, stepM, tick } from '@balai/engine/sim'
import { clearanceAt } from '@balai/engine/space'
import { loadBenchPhysics, loadBenchPlace, randomSpot } from '../bench-place.ts'
import type { Measurement } from './figure.ts'

const kinds = { free: { people: 1000, seed: 51 }, walls: { people: 100, seed: 52 } } as const
type Kind = keyof typeof kinds

/** As long as everybody can walk on without leaving the wall or coming to one. */
const ticksOfWalk = 20
/** Long enough for every function to have been compiled as far as it ever is, and then some. */
const warmUpWalks = 600
const walksOfRound = 50
const rounds = 7

/** Young objects then have room for some walks with their intents. */
const flags = ['--min-semi-space-size=64', '--max-semi-space-size=64', '--scavenger-max-new-space-capacity-mb=128']

/**
 * Bytes that one tick of the simulation takes from JavaScript's heap, in a process of its own whose young generation is so large that garbage is
 * collected in few of the walks of 20 ticks, which are walked again: in the others the heap's fill level grows by exactly what is allocated.
 * Counted are the ticks alone, not the intents that start every walk anew; what a reading of the level takes itself is measured and
 * taken off. The median of 7 rounds of 1,000 ticks, so that machine code, which lies in the same heap, does not count if it is made late. n: ticks.
 * @throws Error when garbage was collected in more than half of the walks
 */
export function measureAlloc(kind: Kind): Measurement {
  const child = spawnSync(process.execPath, [...flags, fileURLToPath(import.meta.url), kind], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.status !== 0) throw new Error(`measuring what a tick allocates (${kind}) ended with code ${child.status}`)
  return JSON.parse(child.stdout) as Measurement
}

async function prepare(kind: Kind) {
  const { people, seed } = kinds[kind]
  const place = loadBenchPlace()
  const physics = await loadBenchPhysics(place)
  const rng = createRng(seed)
  const { map, clearance, navigation } = place
  const world = createSimWorld({ map, clearance, navigation, physics, capacity: people })
  const freeM = avatarRadiusM + stepM + 0.05
  const out = new Float32Array(3)

  /** Whether somebody who walks from there is by a wall, or in free space, at every tick. */
  function isFit(x: number, z: number, direction: number): boolean {
    out.set([x, 0, z])
    for (let i = 0; i <= ticksOfWalk; i++) {
      const [fromX, , fromZ] = out
      const spaceM = clearanceAt(clearance, fromX, fromZ)
      if (kind === 'free' ? spaceM < freeM + 0.01 : spaceM > freeM - 0.01) return false
      if (kind === 'free') out.set([fromX + directionX[direction] * stepM, 0, fromZ + directionZ[direction] * stepM])
      else physics.move(fromX, 0, fromZ, directionX[direction] * stepM, directionZ[direction] * stepM, out)
      if (Math.hypot(out[0] - fromX, out[2] - fromZ) < 0.01) return false
    }
    return true
  }
  const walks = Array.from({ length: people }, (_, index) => {
    for (;;) {
      const spot = kind === 'free' ? randomSpot(place, rng, freeM) : randomSpot(place, rng, 0.28, freeM)
      const direction = Math.floor(rng() * 32)
      if (!isFit(spot.x, spot.z, direction)) continue
      const state = { ...spot, y: 0, facing: 0, walkedM: 0 }
      const eid = spawnAvatar(world, { netId: index + 1, look: 0, flags: 0, state, lagTicks: 0, isWatched: false })
      return { eid, state, intent: walkIntent(direction) }
    }
  })
  return {
    restart() {
      for (const { eid, state, intent } of walks) acceptIntent(world, eid, intent, world.tick + 1, state)
    },
    walk() {
      for (let i = 0; i < ticksOfWalk; i++) tick(world)
    },
  }
}

const heapBytes = (): number => getHeapStatistics().used_heap_size

function bytesOf(run: () => void): number {
  const before = heapBytes()
  run()
  return heapBytes() - before
}

async function measureHere(kind: Kind): Promise<Measurement> {
  const { restart, walk } = await prepare(kind)
  const nothing = (): void => undefined
  for (let i = 0; i < warmUpWalks; i++) {
    restart()
    bytesOf(walk)
    bytesOf(nothing)
  }
  const found = Array.from({ length: rounds }, () => {
    let bytes = 0
    let collected = 0
    for (let walks = 0; walks < walksOfRound; ) {
      restart()
      const taken = bytesOf(walk)
      if (taken >= 0) {
        bytes += taken - bytesOf(nothing)
        walks++
      } else if (++collected > walksOfRound) throw new Error('garbage was collected during every other walk: nothing can be counted')
    }
    return bytes / (walksOfRound * ticksOfWalk)
  })
  found.sort((a, b) => a - b)
  return { value: found[Math.floor(rounds / 2)], n: rounds * walksOfRound * ticksOfWalk }
}

/** `node bench/figures/run-alloc.ts walls --by-function`: where the bytes of a tick come from. */
async function printByFunction(kind: Kind): Promise<void> {
  const { restart, walk } = await prepare(kind)
  for (let i = 0; i < warmUpWalks; i++) {
    restart()
    walk()
  }
  const session = new Session()
  session.connect()
  session.post('HeapProfiler.startSampling', {
    samplingInterval: 64,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  for (let i = 0; i < walksOfRound; i++) {
    restart()
    walk()
  }
  session.post('HeapProfiler.stopSampling', (_error, { profile }) => {
    const bytes = new Map<string, number>()
    const open = [profile.head]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const { functionName, url, lineNumber } = node.callFrame
      const name = `${functionName || '(anonymous)'} ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`
      bytes.set(name, (bytes.get(name) ?? 0) + node.selfSize)
      open.push(...node.children)
    }
    for (const [name, sum] of [...bytes].sort((a, b) => b[1] - a[1]).slice(0, 12)) {
      process.stdout.write(`${(sum / (walksOfRound * ticksOfWalk)).toFixed(1).padStart(9)} bytes a tick  ${name}\n`)
    }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kind = process.argv[2] as Kind
  if (process.argv[3] === '--by-function') await printByFunction(kind)
  else process.stdout.write(JSON.stringify(await measureHere(kind)))
  process.exit()
}
