import { lookLayers, unpackLook } from './look.ts'
import person from './packed/person.json' with { type: 'json' }

type Placed = { readonly pose: string; readonly dx: number; readonly dy: number }
type LayerPoses = Readonly<Record<string, readonly Placed[]>>
type Direction = 's' | 'se' | 'e' | 'ne' | 'n'

/** The poses of a snapshot, in their order there: stand, walk, sit, wave, speak. */
const poseNames = ['stand', 'walk', 'sit', 'wave', 'speak'] as const
const layers = person.layers as Readonly<Record<string, { readonly poses: LayerPoses }>>
const still = { steps: 1, by: 'idle', length: 1 } as const

/** How the engine's drawing puts this mall's people together: from four tinted pictures each, by their look. */
export const peopleArt = {
  layersOf: (look: number) =>
    lookLayers(unpackLook(look)).map(({ layer, variant, tint }) => ({
      tint,
      pictureOf(direction: Direction, pose: number, step: number) {
        const cycle = layers[layer].poses[poseNames[pose] ?? 'stand']
        const { pose: name, dx, dy } = cycle[step % cycle.length]
        return { frame: `person/${layer}/${variant}/${direction}/${name}`, dx, dy }
      },
    })),
  cycles: [still, { steps: 6, by: 'distance', length: person.walkCycleM }, still, still, still] as const,
  heightPx: person.heightPx,
  underFeet: { shadow: 'shadow/blob', own: 'ring/own', called: 'ring/called' },
  overHead: { speaking: 'bubble/speak', called: 'bubble/called' },
  officerBadge: 'bubble/officer',
}

/** Everything the drawing thread needs to know of this mall's pictures by name. */
export const sceneArt = { people: peopleArt, targetFrame: 'marker/target' }
