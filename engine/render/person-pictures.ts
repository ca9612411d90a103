import type { Atlas, Picture } from './atlas.ts'
import { packColor } from './color.ts'
import { screenDirections } from './facing.ts'
import type { PeopleArt, PersonLayer } from './stage-options.ts'

/** The pictures of one look, looked up by name once and then by number. */
export type PersonPictures = {
  /** One colour a layer, bottom up. */
  readonly colors: Uint32Array
  /** The layers' pictures for a direction (index), pose and step; an empty layer is null. Do not change the array. */
  at(direction: number, pose: number, step: number): readonly (PersonPicture | null)[]
}

export type PersonPicture = { readonly picture: Picture; readonly dx: number; readonly dy: number }

export type Wardrobe = { picturesOf(look: number): PersonPictures }

/** Looks kept; beyond that all are forgotten and asked for again, which is cheaper than to keep books about use. */
const looksKept = 512

export function createWardrobe(art: PeopleArt, atlas: Atlas): Wardrobe {
  const known = new Map<number, PersonPictures>()
  return {
    picturesOf(look) {
      let pictures = known.get(look)
      if (pictures === undefined) {
        if (known.size >= looksKept) known.clear()
        pictures = createPersonPictures(art.layersOf(look), art, atlas)
        known.set(look, pictures)
      }
      return pictures
    },
  }
}

function createPersonPictures(layers: readonly PersonLayer[], art: PeopleArt, atlas: Atlas): PersonPictures {
  const steps = art.cycles.reduce((most, cycle) => Math.max(most, cycle.steps), 1)
  const poses = art.cycles.length
  // Filled as they are needed: few looks are ever seen in every direction and pose.
  const stacks = new Map<number, readonly (PersonPicture | null)[]>()
  return {
    colors: Uint32Array.from(layers, (layer) => packColor(layer.tint, 1)),
    at(direction, pose, step) {
      const key = (direction * poses + pose) * steps + step
      let stack = stacks.get(key)
      if (stack === undefined) {
        stack = layers.map((layer) => {
          const frame = layer.pictureOf(screenDirections[direction], pose, step)
          const picture = frame === null ? null : atlas.find(frame.frame)
          return frame === null || picture === null ? null : { picture, dx: frame.dx, dy: frame.dy }
        })
        stacks.set(key, stack)
      }
      return stack
    },
  }
}

/** Step of a pose's cycle after `walkedM` metres and at `nowMs`; 0 for a pose without a cycle. */
export function stepOf(art: PeopleArt, pose: number, walkedM: number, nowMs: number, reducedMotion: boolean): number {
  const cycle = art.cycles[pose]
  if (cycle === undefined || cycle.steps < 2) return 0
  if (cycle.by === 'distance') return Math.floor((walkedM / cycle.length) * cycle.steps) % cycle.steps
  return reducedMotion ? 0 : Math.floor((nowMs / cycle.length) * cycle.steps) % cycle.steps
}
