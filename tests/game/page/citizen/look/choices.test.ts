import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clothColours, headColoursOf, headKinds, type Look, packLook, unpackLook } from '../../../../../assets/art/look.ts'
import { readyMade } from '../../../../../assets/art/ready-made.ts'
import { type Choice, groupsOf, isChosen, parts, readyGroup } from '../../../../../game/page/citizen/look/choices.ts'
import { clothNames, headColourNames } from '../../../../../game/page/citizen/look/colour-names.ts'

const texts = JSON.parse(readFileSync('assets/locales/id/look.json', 'utf8')) as Record<string, string>
const looks: Look[] = [...Object.values(readyMade), ...headKinds.map((head) => ({ ...readyMade.batik, head, headColour: 0 }))]
const allGroups = looks.flatMap((look) => [readyGroup, ...parts.flatMap((part) => groupsOf(part, look))])
const find = (choices: readonly Choice[], id: string): Look => {
  const choice = choices.find((one) => one.id === id)
  if (!choice) throw new Error(`there is no choice ${id}`)
  return choice.look
}

describe('the choices of a look', () => {
  it('can all be packed, and one of each group holds for what is chosen from it', () => {
    for (const { choices } of allGroups) {
      for (const choice of choices) {
        expect(unpackLook(packLook(choice.look))).toEqual(choice.look)
        expect(choices.filter((other) => isChosen(other, choice.look))).toEqual([choice])
      }
    }
  })

  it('have a text each, in words that tell them apart', () => {
    for (const { id, choices } of allGroups) {
      expect(texts[id === 'ready' ? 'look.ready' : `look.group.${id}`], id).toBeTruthy()
      const words = choices.map(({ name, values }) => texts[name]?.replace('{number}', String(values?.number)))
      expect(words.filter((text) => !text)).toEqual([])
      expect(new Set(words).size, id).toBe(choices.length)
    }
  })

  it('name every colour there is', () => {
    expect(clothNames.length).toBe(clothColours.length)
    for (const head of headKinds) expect(headColourNames(head).length).toBeLessThanOrEqual(headColoursOf(head).length)
    const named = [...clothNames, ...headKinds.flatMap(headColourNames)]
    expect(named.filter((name) => !texts[`look.colour.${name}`])).toEqual([])
  })

  it('change one thing: the rest stays as it was', () => {
    const look = readyMade.parent
    const [heads] = groupsOf('head', look)
    expect(find(heads.choices, 'hijab')).toEqual({ ...look, head: 'hijab' })
    const [bottoms] = groupsOf('bottom', look)
    expect(find(bottoms.choices, 'sarong')).toEqual({ ...look, bottomKind: 'sarong' })
    const [aids] = groupsOf('aid', look)
    expect(find(aids.choices, 'none')).toEqual({ ...look, aid: 'none' })
  })

  it('cover the arms of who covers the head, and grey the hair of who is old', () => {
    const [heads] = groupsOf('head', readyMade.ponytail)
    expect(find(heads.choices, 'khimar').topKind).toBe('shirt')
    const [tops] = groupsOf('top', readyMade.hijab)
    expect(tops.choices.map(({ id }) => id)).toEqual(['shirt', 'batik', 'koko', 'kebaya'])
    const [, ages] = groupsOf('skin', readyMade.curly)
    const old = find(ages.choices, 'elder')
    expect([old.isElder, old.headColour]).toEqual([true, 5])
    const [, again] = groupsOf('skin', old)
    expect(find(again.choices, 'adult')).toEqual({ ...readyMade.curly, headColour: 0 })
  })
})
