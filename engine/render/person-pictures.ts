import { pose } from '../snapshot/index.ts'
import type { Atlas } from './atlas.ts'
import { packColor } from './color.ts'
import { screenDirections } from './facing.ts'
import type { Picture } from './picture.ts'
import type { PeopleArt, PersonLayer } from './stage-options.ts'

/** The pictures of one look, looked up by name once and then by number. */
export type PersonPictures = {
  /** One colour a layer, bottom up. */
  readonly colors: Int32Array
  /** The layers' pictures for a direction (index), pose and step; an empty layer is null. Do not change the array. */
  at(direction: number, pose: number, step: number): readonly (PersonPicture | null)[]
}

export type PersonPicture = { readonly picture: Picture; readonly dx: number; readonly dy: number }

export type Wardrobe = { picturesOf(look: number): PersonPictures }

/** Looks kept; beyond that all are forgotten and asked for again, which is cheaper than to keep books about use. */
const looksKept = 512
const poses = Object.keys(pose).length

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
  // Filled as they are needed: few looks are ever seen in every direction and pose.
  const stacks = new Map<number, readonly (PersonPicture | null)[]>()
  // A function of its own: what a closure captures is made anew at each call of the function around it, needed or not.
  const stackOf = (direction: number, at: number, step: number): readonly (PersonPicture | null)[] =>
    layers.map((layer) => {
      const frame = layer.pictureOf(screenDirections[direction], at, step)
      const picture = frame === null ? null : atlas.find(frame.frame)
      return frame === null || picture === null ? null : { picture, dx: frame.dx, dy: frame.dy }
    })
  return {
    colors: Int32Array.from(layers, (layer) => packColor(layer.tint, 1)),
    at(direction, at, step) {
      const key = (direction * poses + at) * steps + step
      let stack = stacks.get(key)
      if (stack === undefined) {
        stack = stackOf(direction, at, step)
        stacks.set(key, stack)
      }
      return stack
    },
  }
}

/** Step of a pose's cycle after `walkedM` metres and at `nowMs`; 0 for a pose without a cycle. */
export function stepOf(art: PeopleArt, at: number, walkedM: number, nowMs: number, reducedMotion: boolean): number {
  const cycle = art.cycles[at]
  if (cycle === undefined || cycle.steps < 2) return 0
  if (cycle.by === 'distance') return Math.floor((walkedM / cycle.length) * cycle.steps) % cycle.steps
  return reducedMotion ? 0 : Math.floor((nowMs / cycle.length) * cycle.steps) % cycle.steps
}

/** When a pose moves on by itself, though nothing else is drawn; Infinity for one that does not. */
export function nextStepMs(art: PeopleArt, at: number, nowMs: number, reducedMotion: boolean): number {
  const cycle = art.cycles[at]
  if (cycle === undefined || cycle.by !== 'time' || cycle.steps < 2 || reducedMotion) return Number.POSITIVE_INFINITY
  const stepMs = cycle.length / cycle.steps
  return (Math.floor(nowMs / stepMs) + 1) * stepMs
}
