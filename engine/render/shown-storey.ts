import type { Container } from 'pixi.js'
import type { SpaceMap } from '../space/index.ts'
import type { Atlas } from './atlas.ts'
import type { Area } from './culling.ts'
import { createFloor, type Floor } from './floor.ts'
import type { Where } from './people.ts'
import { createStanding, type Standing } from './standing.ts'
import type { StoreyView, StoreyViews } from './storey-views.ts'
import { createStandingTiles } from './tiles.ts'

/** The storey that is drawn, on the graphics card. One at a time: to build another takes a few milliseconds, to keep it would take memory. */
export type ShownStorey = {
  readonly storey: StoreyView
  /** What people are gathered by. */
  readonly where: Where
  readonly floor: Floor
  readonly standing: Standing
  /** Cuts the walls in front of the viewer's avatar; true when the picture of any became another. */
  cutBefore(x: number, z: number): boolean
  cutNothing(): boolean
  destroy(): void
}

export type ShownStoreyOptions = {
  readonly map: SpaceMap
  readonly atlas: Atlas
  readonly views: StoreyViews
  readonly storey: StoreyView
  readonly withLight: boolean
  /** What the camera sees, written anew before each frame. */
  readonly area: Area
  /** What lies between floor and people. */
  readonly marks: Container
}

/** Builds a storey and puts it into `world`. */
export function showStorey(world: Container, options: ShownStoreyOptions): ShownStorey {
  const { area, atlas, map, marks, storey, views } = options
  const floor = createFloor(map, options)
  const tiles = createStandingTiles(map, atlas, views, storey)
  const standing = createStanding(atlas.source, tiles, storey)
  world.addChild(floor.container, marks, standing.container)
  let isCut = false
  const onChange = (tile: number): void => {
    standing.touch(tile)
    isCut = true
  }
  const whether = (): boolean => {
    const result = isCut
    isCut = false
    return result
  }
  return {
    storey,
    where: { area, storey, views, setDepth: tiles.setDepth },
    floor,
    standing,
    cutBefore(x, z) {
      tiles.cutBefore(x, z, onChange)
      return whether()
    },
    cutNothing() {
      tiles.cutNothing(onChange)
      return whether()
    },
    destroy() {
      world.removeChildren()
      floor.destroy()
      standing.destroy()
    },
  }
}
