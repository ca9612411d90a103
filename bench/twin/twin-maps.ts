import { readFileSync } from 'node:fs'
import { drawBoxes, drawCorridors, drawSteps } from './draw-maps.ts'

export type TwinMap = { readonly name: string; readonly source: unknown }

/** The two halls of the product, and three that are drawn from seeds: nothing in them is as an artist would have it. */
export function twinMaps(): TwinMap[] {
  return [
    { name: 'kukar', source: readMap('kukar') },
    { name: 'plain', source: readMap('plain') },
    { name: 'boxes', source: drawBoxes(11) },
    { name: 'corridors', source: drawCorridors(12) },
    { name: 'steps', source: drawSteps(13) },
  ]
}

function readMap(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../assets/maps/${name}.tmj`, import.meta.url), 'utf8'))
}
