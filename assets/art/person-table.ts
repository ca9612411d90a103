import { childTints, clothColours, headColoursOf, isVeiled, type Look, skinTones, type TopKind } from './look.ts'
import {
  armsOf,
  gazeOf,
  glances,
  liftOf,
  personCycles,
  type PersonDirection,
  personHeightPx,
  type PersonPose,
  type Shift,
} from './person-steps.ts'

/**
 * Which pictures a person is made of: for each layer, direction, pose and step a frame `person/<layer>/<variant>/<direction>/<picture>`
 * and where it lies, pixels at 1×, y down. Most people take four pictures; whoever brings something or somebody, five or six.
 */
export type PersonFrame = Shift & { readonly frame: string }
type PictureOf = (direction: PersonDirection, pose: PersonPose, step: number) => PersonFrame | null
/** `tint`: 0xRRGGBB. The picture is null where the layer has nothing to show. */
export type PersonLayer = { readonly tint: number; readonly pictureOf: PictureOf }

const white = 0xffffff
const tintOf = (colour: string): number => Number.parseInt(colour.slice(1), 16)
const isAway = (direction: PersonDirection): boolean => direction === 'n' || direction === 'ne'
const still: Shift = { dx: 0, dy: 0 }
const put = (layer: string, variant: string, direction: PersonDirection, picture: string, { dx, dy } = still): PersonFrame => ({
  frame: `person/${layer}/${variant}/${direction}/${picture}`,
  dx,
  dy,
})

/** Whoever covers the head does not bare the arms. */
const dressed = ({ head, topKind }: Look): TopKind => (isVeiled(head) && (topKind === 'tee' || topKind === 'school') ? 'shirt' : topKind)

/** The layers of one look from back to front. */
export function personLayers(look: Look): readonly PersonLayer[] {
  const { aid, isElder } = look
  const own = (look.skin * 5 + look.top * 3 + look.bottom + look.headColour * 7) % 12
  const top = dressed(look)
  const chair = look.bottomKind === 'trousers' ? 'chair' : 'chair-skirt'
  const lift = (direction: PersonDirection, pose: PersonPose, step: number, bend: number): Shift =>
    liftOf({ aid, isElder, own }, direction, pose, step, bend)

  const body: PictureOf = (direction, pose, step) => {
    if (aid === 'wheelchair') return put('body', chair, direction, 'sit')
    return put('body', look.bottomKind, direction, pose === 'sit' ? 'sit' : pose === 'walk' ? `walk${step}` : 'stand')
  }
  const skin: PictureOf = (direction, pose, step) => {
    const gaze = gazeOf(aid, pose, step, own)
    return put('skin', 'plain', direction, gaze === null ? armsOf(aid, pose, step) : `glance${gaze}`, lift(direction, pose, step, 1))
  }
  const clothes: PictureOf = (direction, pose, step) =>
    put('top', top, direction, armsOf(aid, pose, step), lift(direction, pose, step, 0.6))
  const hair: PictureOf = (direction, pose, step) => {
    const gaze = gazeOf(aid, pose, step, own)
    return put('hair', look.head, gaze === null ? direction : glances[direction][gaze], 'stand', lift(direction, pose, step, 1))
  }
  const skinTint = tintOf(skinTones[look.skin])
  return [
    { tint: tintOf(clothColours[look.bottom]), pictureOf: body },
    { tint: skinTint, pictureOf: skin },
    // A vest has its own colours.
    { tint: top === 'vest' ? white : tintOf(clothColours[look.top]), pictureOf: clothes },
    { tint: tintOf(headColoursOf(look.head)[look.headColour]), pictureOf: hair },
    ...aidLayers(look, lift, skinTint),
  ]
}

const childSteps = ['walk0', 'stand', 'walk1', 'walk0', 'stand', 'walk1'] as const

/** What or who comes along, before the person. */
function aidLayers(
  look: Look,
  lift: (direction: PersonDirection, pose: PersonPose, step: number, bend: number) => Shift,
  skinTint: number,
): PersonLayer[] {
  const { aid } = look
  const standing =
    (layer: string): PictureOf =>
    (direction) =>
      put(layer, aid, direction, 'stand')
  const worn =
    (layer: string): PictureOf =>
    (direction, pose, step) =>
      put(layer, aid, direction, 'stand', lift(direction, pose, step, 0.6))
  const unlessAway =
    (pictureOf: PictureOf): PictureOf =>
    (direction, pose, step) =>
      isAway(direction) ? null : pictureOf(direction, pose, step)
  switch (aid) {
    case 'none':
      return []
    case 'cane':
    case 'white-cane':
      return [{ tint: white, pictureOf: standing('aid') }]
    case 'wheelchair':
      return [
        {
          tint: white,
          pictureOf: (direction, pose, step) => put('aid', aid, direction, `roll${pose === 'walk' ? step % 3 : 0}`),
        },
      ]
    case 'child':
      return [
        { tint: skinTint, pictureOf: standing('aidSkin') },
        {
          tint: tintOf(childTints[(look.top + look.bottom) % childTints.length]),
          pictureOf: (direction, pose, step) => put('aid', aid, direction, pose === 'walk' ? childSteps[step] : 'stand'),
        },
      ]
    case 'baby':
      return [
        { tint: skinTint, pictureOf: unlessAway(worn('aidSkin')) },
        { tint: white, pictureOf: worn('aid') },
      ]
    case 'pregnant':
      return [
        { tint: tintOf(clothColours[look.top]), pictureOf: unlessAway(worn('aid')) },
        { tint: skinTint, pictureOf: unlessAway(worn('aidSkin')) },
      ]
  }
}

/** What `pack.ts` writes beside the sheet. */
export const personTable = { heightPx: personHeightPx, cycles: personCycles }
