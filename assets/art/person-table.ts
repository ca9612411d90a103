import { bottomKinds, headKinds, topKinds } from './look.ts'
import { bounce, directions, type Pose, poseName, walkFrames } from './sources/person-shape.ts'

/** The frame of a layer in one step of a pose, `person/<layer>/<variant>/<direction>/<pose>`, and its shift in pixels at 1×, y down. */
export type PersonStep = { readonly pose: string; readonly dx: number; readonly dy: number }
export type PersonPose = 'stand' | 'walk' | 'sit' | 'wave' | 'speak'
export type PersonLayerTable = { readonly variants: readonly string[]; readonly poses: Readonly<Record<PersonPose, readonly PersonStep[]>> }
export type PersonTable = {
  readonly directions: readonly string[]
  /** Drawn as the mirror picture of another. */
  readonly mirrored: Readonly<Record<string, string>>
  /** Metres walked in one cycle of the walk frames. */
  readonly walkCycleM: number
  /** From the feet to the top of the head, pixels at 1×. */
  readonly heightPx: number
  /** From back to front. */
  readonly layers: Readonly<Record<'body' | 'top' | 'skin' | 'hair', PersonLayerTable>>
}

const walk: readonly Pose[] = Array.from({ length: walkFrames }, (_, frame) => ({ kind: 'walk', frame }))
const same = (kind: Pose['kind'], dy = 0): PersonStep[] => [{ pose: poseName({ kind, frame: 0 }), dx: 0, dy }]

/** The upper body is drawn at the height of one who stands; who sits is let down by this. */
const sitDownPx = 3

/** Poses that have no pictures of their own in a layer borrow those of another. Written to `packed/person.json` as it is. */
export const personTable: PersonTable = {
  directions,
  mirrored: { sw: 'se', w: 'e', nw: 'ne' },
  walkCycleM: 0.9,
  heightPx: 51,
  layers: {
    body: {
      variants: bottomKinds,
      poses: {
        stand: same('stand'),
        walk: walk.map((pose) => ({ pose: poseName(pose), dx: 0, dy: 0 })),
        sit: same('sit'),
        wave: same('stand'),
        speak: same('stand'),
      },
    },
    top: {
      variants: topKinds,
      poses: {
        stand: same('stand'),
        walk: walk.map((pose) => ({ pose: poseName(pose), dx: 0, dy: 0 })),
        sit: same('sit', sitDownPx),
        wave: same('wave'),
        speak: same('stand'),
      },
    },
    skin: {
      variants: ['plain'],
      poses: {
        stand: same('stand'),
        walk: walk.map((pose) => ({ pose: poseName(pose), dx: 0, dy: 0 })),
        sit: same('sit', sitDownPx),
        wave: same('wave'),
        speak: same('stand'),
      },
    },
    hair: {
      variants: headKinds,
      poses: {
        stand: same('stand'),
        walk: walk.map((pose) => ({ pose: 'stand0', dx: 0, dy: 0 - bounce(pose) })),
        sit: same('stand', sitDownPx),
        wave: same('stand'),
        speak: same('stand'),
      },
    },
  },
}
