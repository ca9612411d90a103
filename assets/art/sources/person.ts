import { bottomKinds, headKinds, topKinds } from '../look.ts'
import { glances } from '../person-steps.ts'
import { freePiece, type Piece } from '../piece.ts'
import { baby, babySkin, belly, bellyHand } from './person-baby.ts'
import { cane, whiteCane } from './person-cane.ts'
import { chairAndLegs, chairBefore } from './person-chair.ts'
import { childClothes, childSkin } from './person-child.ts'
import { headDress } from './person-head.ts'
import { skirt, trousers } from './person-legs.ts'
import { type Direction, armPoses, directions, legPoses, seenArms, yawOf } from './person-shape.ts'
import { skin } from './person-skin.ts'
import { top } from './person-top.ts'

type Named = readonly [pose: string, svg: string]

const pieces = (layer: string, variant: string, direction: Direction, named: readonly Named[]): Piece[] =>
  named.map(([pose, svg]) => freePiece(`person/${layer}/${variant}/${direction}/${pose}`, svg, 30, 64, 14))

/** What is not seen has no picture. */
const seen = (layer: string, variant: string, direction: Direction, named: readonly Named[]): Piece[] =>
  pieces(
    layer,
    variant,
    direction,
    named.filter(([, svg]) => svg !== ''),
  )

export function personPieces(): Piece[] {
  return directions.flatMap((direction) => {
    const yaw = yawOf(direction)
    const legs = (draw: (pose: (typeof legPoses)[number]) => string): Named[] => legPoses.map((pose) => [pose, draw(pose)])
    const [first, second] = glances[direction]
    const aids: readonly (readonly [string, readonly Named[]])[] = [
      ['cane', [['stand', cane(direction)]]],
      ['white-cane', [['stand', whiteCane(direction)]]],
      ['wheelchair', [0, 1, 2].map((turn) => [`roll${turn}`, chairBefore(direction, turn)])],
      ['child', [0, 1, 2].map((step) => [step === 0 ? 'stand' : `walk${step - 1}`, childClothes(direction, step)])],
      ['baby', [['stand', baby(direction)]]],
      ['pregnant', [['stand', belly(direction)]]],
    ]
    return [
      ...bottomKinds.flatMap((kind) =>
        pieces(
          'body',
          kind,
          direction,
          legs((pose) => (kind === 'trousers' ? trousers(yaw, pose) : skirt(yaw, pose, kind === 'sarong'))),
        ),
      ),
      ...pieces('body', 'chair', direction, [['sit', chairAndLegs(direction, false)]]),
      ...pieces('body', 'chair-skirt', direction, [['sit', chairAndLegs(direction, true)]]),
      ...pieces('skin', 'plain', direction, [
        ...armPoses.map((arms): Named => [arms, skin(direction, seenArms(arms, direction), direction)]),
        ['glance0', skin(direction, 'rest', first)],
        ['glance1', skin(direction, 'rest', second)],
      ]),
      ...topKinds.flatMap((kind) =>
        pieces(
          'top',
          kind,
          direction,
          armPoses.map((arms): Named => [arms, top(kind, direction, seenArms(arms, direction))]),
        ),
      ),
      ...headKinds.flatMap((kind) => pieces('hair', kind, direction, [['stand', headDress(kind, direction)]])),
      ...aids.flatMap(([kind, named]) => seen('aid', kind, direction, named)),
      ...seen('aidSkin', 'child', direction, [['stand', childSkin(direction)]]),
      ...seen('aidSkin', 'baby', direction, [['stand', babySkin(direction)]]),
      ...seen('aidSkin', 'pregnant', direction, [['stand', bellyHand(direction)]]),
    ]
  })
}
