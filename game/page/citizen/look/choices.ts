import {
  type AidKind,
  type BottomKind,
  clothColours,
  hairColours,
  type HeadKind,
  headColoursOf,
  isVeiled,
  type Look,
  packLook,
  skinTones,
  type TopKind,
} from '../../../../assets/art/look.ts'
import { type ReadyMade, readyMade } from '../../../../assets/art/ready-made.ts'
import type { TextValues } from '../../shared/index.ts'
import { clothNames, headColourNames } from './colour-names.ts'

/** One thing to choose: what the person would look like, and its name. */
export type Choice = {
  readonly id: string
  readonly look: Look
  readonly name: string
  readonly values?: TextValues
  /** Shown as a spot of this colour instead of as a person. */
  readonly colour?: string
}

/** Choices of which one holds. `id` is the last part of its text's key. `shown`: which part of the person tells them apart. */
export type Group = {
  readonly id: string
  readonly shown: 'whole' | 'head' | 'top' | 'bottom' | 'colour' | 'words'
  readonly choices: readonly Choice[]
}

export const parts = ['skin', 'head', 'top', 'bottom', 'aid'] as const
export type Part = (typeof parts)[number]

const heads: readonly HeadKind[] = [
  'short',
  'long',
  'ponytail',
  'bun',
  'curly',
  'thin',
  'hijab',
  'khimar',
  'peci',
  'kopiah',
  'cap',
  'caping',
]
/** Uniforms of staff are not for citizens. */
const tops: readonly TopKind[] = ['shirt', 'tee', 'batik', 'koko', 'kebaya', 'school']
/** For whoever covers the head: those that cover the arms too. */
const coveringTops: readonly TopKind[] = tops.filter((top) => top !== 'tee' && top !== 'school')
/** Two rows of seven: without khaki, which is an officer's, and one of the greys. */
const clothOffered = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15]
const bottoms: readonly BottomKind[] = ['trousers', 'skirt', 'sarong']
const aids: readonly AidKind[] = ['none', 'child', 'baby', 'pregnant', 'cane', 'white-cane', 'wheelchair']

/** The people that are put together already. */
export const readyGroup: Group = {
  id: 'ready',
  shown: 'whole',
  choices: (Object.keys(readyMade) as ReadyMade[]).map((id) => ({ id, look: readyMade[id], name: `look.ready.${id}` })),
}

/** What can be changed on this part of a person. */
export function groupsOf(part: Part, look: Look): readonly Group[] {
  switch (part) {
    case 'skin':
      return [
        {
          id: 'skin',
          shown: 'colour',
          choices: skinTones.map((colour, skin) => ({
            id: String(skin),
            look: { ...look, skin },
            name: 'look.skin.tone',
            values: { number: skin + 1 },
            colour,
          })),
        },
        {
          id: 'age',
          shown: 'words',
          choices: (['adult', 'elder'] as const).map((id) => ({ id, look: withAge(look, id === 'elder'), name: `look.age.${id}` })),
        },
      ]
    case 'head':
      return [
        { id: 'head', shown: 'head', choices: heads.map((head) => ({ id: head, look: withHead(look, head), name: `look.head.${head}` })) },
        colours('head-colour', headColourNames(look.head), headColoursOf(look.head), (headColour) => ({ ...look, headColour })),
      ]
    case 'top':
      return [
        {
          id: 'top',
          shown: 'top',
          choices: (isVeiled(look.head) ? coveringTops : tops).map((topKind) => ({
            id: topKind,
            look: { ...look, topKind },
            name: `look.top.${topKind}`,
          })),
        },
        colours('top-colour', clothNames, clothColours, (top) => ({ ...look, top })),
      ]
    case 'bottom':
      return [
        {
          id: 'bottom',
          shown: 'bottom',
          choices: bottoms.map((bottomKind) => ({ id: bottomKind, look: { ...look, bottomKind }, name: `look.bottom.${bottomKind}` })),
        },
        colours('bottom-colour', clothNames, clothColours, (bottom) => ({ ...look, bottom })),
      ]
    case 'aid':
      return [{ id: 'aid', shown: 'whole', choices: aids.map((aid) => ({ id: aid, look: { ...look, aid }, name: `look.aid.${aid}` })) }]
  }
}

/** Hair keeps its colour, a veil its own; between the two the first is taken. What bares the arms does not go with a veil. */
function withHead(look: Look, head: HeadKind): Look {
  const isSame = headColoursOf(head) === headColoursOf(look.head)
  const topKind = isVeiled(head) && !coveringTops.includes(look.topKind) ? 'shirt' : look.topKind
  return { ...look, head, topKind, headColour: isSame ? look.headColour : 0 }
}

function colours(id: string, names: readonly string[], all: readonly string[], change: (index: number) => Look): Group {
  const offered = offeredOf(names, all)
  return {
    id,
    shown: 'colour',
    choices: offered.map((index) => ({ id: `${index}`, look: change(index), name: `look.colour.${names[index]}`, colour: all[index] })),
  }
}

/** Hair goes grey with age, unless it is already, and back. */
function withAge(look: Look, isElder: boolean): Look {
  if (look.isElder === isElder) return look
  const isGrey = look.headColour === 5 || look.headColour === 6
  const isHair = headColoursOf(look.head) === hairColours
  return { ...look, isElder, headColour: isHair && isGrey !== isElder ? (isElder ? 5 : 0) : look.headColour }
}

/** Whole rows of seven. */
function offeredOf(names: readonly string[], all: readonly string[]): readonly number[] {
  if (all === clothColours) return clothOffered
  // The second black is a shade of the first.
  return names.map((_, index) => index).filter((index) => (all === hairColours ? index !== 1 : index < 7))
}

/** Whether this is how the person looks already. */
export const isChosen = (choice: Choice, look: Look): boolean => packLook(choice.look) === packLook(look)
