import { avatarHeightM, avatarRadiusM } from '@balai/engine/core'
import { loadPlace, type Place } from '@balai/engine/host'
import { createRapierPhysics, type PhysicsPort } from '@balai/engine/physics'
import { tiledHall } from '../../tests/engine/hall-map.ts'
import { drawBoxes, drawCorridors, drawSteps } from '../twin/draw-maps.ts'

/** A place to walk in. Its physics is one for all: it holds no body, it only answers. */
export type FuzzPlace = { readonly name: string; readonly place: Place; readonly physics: PhysicsPort }

/** The hall of the engine's tests, and eight that are drawn: boxes at random, rooms with narrow doors, terraces. */
export async function openFuzzPlaces(): Promise<readonly FuzzPlace[]> {
  const drawn = [21, 22, 23].flatMap((seed) => [
    { name: `boxes ${seed}`, source: drawBoxes(seed) },
    { name: `corridors ${seed}`, source: drawCorridors(seed) },
    { name: `steps ${seed}`, source: drawSteps(seed) },
  ])
  return Promise.all([{ name: 'hall', source: tiledHall() as unknown }, ...drawn.slice(0, 8)].map(openPlace))
}

async function openPlace({ name, source }: { readonly name: string; readonly source: unknown }): Promise<FuzzPlace> {
  const place = loadPlace(source)
  const { columns, rows, solids } = place.map
  return { name, place, physics: await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM }) }
}
