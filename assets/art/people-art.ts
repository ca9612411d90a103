import { unpackLook } from './look.ts'
import { personCycles, type PersonDirection, personHeightPx, personPoses } from './person-steps.ts'
import { personLayers } from './person-table.ts'

/** How the engine's drawing puts this mall's people together: from four to six tinted pictures each, by their look. */
export const peopleArt = {
  layersOf: (look: number) =>
    personLayers(unpackLook(look)).map(({ tint, pictureOf }) => ({
      tint,
      pictureOf: (direction: PersonDirection, pose: number, step: number) => pictureOf(direction, personPoses[pose] ?? 'stand', step),
    })),
  cycles: personCycles,
  heightPx: personHeightPx,
  // The legs' pictures bring the shadow along.
  underFeet: { shadow: null, own: 'ring/own', called: 'ring/called' },
  overHead: { speaking: 'bubble/speak', called: 'bubble/called' },
  officerBadge: 'bubble/officer',
}

/** Everything the drawing thread needs to know of this mall's pictures by name. */
export const sceneArt = { people: peopleArt, targetFrame: 'marker/target' }
