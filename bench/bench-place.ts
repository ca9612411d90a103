import { existsSync, readFileSync } from 'node:fs'
import { avatarHeightM, avatarRadiusM, type Rng } from '@balai/engine/core'
import { loadPlace, type Place } from '@balai/engine/host'
import { createRapierPhysics, type PhysicsPort } from '@balai/engine/physics'
import { clearanceAt } from '@balai/engine/space'
import { tiledHall } from '../tests/engine/hall-map.ts'

const mapFile = new URL('../assets/maps/kukar.tmj', import.meta.url)

/** Kukar's mall, or the small hall of the tests in a tree without maps. */
export function loadBenchPlace(): Place {
  return loadPlace(existsSync(mapFile) ? JSON.parse(readFileSync(mapFile, 'utf8')) : tiledHall())
}

/** Rapier over the place. Dispose of it. */
export function loadBenchPhysics({ map }: Place): Promise<PhysicsPort> {
  const { columns, rows, solids } = map
  return createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
}

/** A point of the floor where a body can stand, with a clearance between the two distances, metres. */
export function randomSpot(place: Place, rng: Rng, leastM: number, mostM = Number.POSITIVE_INFINITY): { x: number; z: number } {
  for (let tries = 0; tries < 1_000_000; tries++) {
    const x = Math.fround(rng() * place.map.columns)
    const z = Math.fround(rng() * place.map.rows)
    const clearance = clearanceAt(place.clearance, x, z)
    if (clearance >= leastM && clearance <= mostM) return { x, z }
  }
  throw new Error(`no spot with a clearance of ${leastM} to ${mostM} m in a million tries`)
}
