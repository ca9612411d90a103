import { createRng } from '../core/index.ts'
import type { PeopleArt } from './stage-options.ts'
import { type PeopleSheet, readColour } from './theme.ts'

const poseNames = ['stand', 'walk', 'sit', 'wave', 'speak'] as const
const still = { steps: 1, by: 'idle', length: 1 } as const

/** People as the stage wants them, from a theme's own sheet. @throws TypeError when a tint is no colour */
export function readPeopleSheet(sheet: PeopleSheet): PeopleArt {
  const layers = sheet.layers.map(({ frame, tints = [] }, index) => ({
    frame,
    tints: tints.map((tint) => readColour(tint, `theme.people.layers[${index}].tints`)),
  }))
  return {
    layersOf(look) {
      const rng = createRng(look)
      return layers.map(({ frame, tints }) => {
        // Drawn for every layer, so that one layer's colours do not move another's.
        const share = rng()
        return {
          tint: tints[Math.floor(share * tints.length)] ?? 0xffffff,
          pictureOf: (direction, pose, step) => ({ frame: nameOf(frame, direction, poseNames[pose] ?? 'stand', step), dx: 0, dy: 0 }),
        }
      })
    },
    cycles: [still, { steps: sheet.walkSteps, by: 'distance', length: sheet.walkCycleM }, still, still, still],
    heightPx: sheet.heightPx,
    underFeet: { shadow: sheet.shadow ?? null, own: sheet.own ?? null, called: sheet.called ?? null },
    overHead: { speaking: sheet.speakingBubble ?? null, called: sheet.calledBubble ?? null },
    officerBadge: null,
  }
}

function nameOf(frame: string, direction: string, pose: string, step: number): string {
  return frame.replaceAll('{direction}', direction).replaceAll('{pose}', pose).replaceAll('{step}', String(step))
}
