import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DrawnSheet, framesOf } from '../../../assets/art/drawing.ts'
import { aidKinds, bottomKinds, headKinds, type Look, packLook, topKinds, unpackLook } from '../../../assets/art/look.ts'
import { peopleArt } from '../../../assets/art/people-art.ts'
import { greeterLook, officerLook, readyMade } from '../../../assets/art/ready-made.ts'
import { lookByLot } from '../../../game/page/citizen/mall/look.ts'
import { pose } from '../../../engine/snapshot/index.ts'

const sheet = JSON.parse(readFileSync(join(import.meta.dirname, '../../../assets/art/packed/sheet.json'), 'utf8')) as DrawnSheet
const frames = framesOf(sheet, 2)
const directions = ['s', 'se', 'e', 'ne', 'n'] as const
const plain: Look = { ...readyMade.batik }

/** Every picture that a look asks for, direction by direction, pose by pose, step by step. */
function stacksOf(look: Look): (string | null)[][] {
  const layers = peopleArt.layersOf(packLook(look))
  return directions.flatMap((direction) =>
    peopleArt.cycles.flatMap(({ steps }, at) =>
      Array.from({ length: steps }, (_, step) => layers.map((layer) => layer.pictureOf(direction, at, step)?.frame ?? null)),
    ),
  )
}

/** Everything that may be worn or brought along, each with the rest plain, and both kinds of legs in a wheelchair. */
const looks: Look[] = [
  ...headKinds.map((head) => ({ ...plain, head, headColour: 0 })),
  ...topKinds.flatMap((topKind) => [
    { ...plain, topKind },
    { ...plain, topKind, head: 'hijab' as const },
  ]),
  ...bottomKinds.flatMap((bottomKind) => aidKinds.map((aid) => ({ ...plain, bottomKind, aid }))),
  { ...plain, isElder: true },
]

describe('people', () => {
  it('have a picture in the sheet for every variant, direction, pose and step', () => {
    const asked = new Set(looks.flatMap((look) => stacksOf(look).flat()))
    asked.delete(null)
    expect(asked.size).toBeGreaterThan(500)
    expect([...asked].filter((name) => name !== null && frames[name] === undefined)).toEqual([])
    const drawn = Object.keys(frames).filter((name) => name.startsWith('person/'))
    // A picture that nobody asks for is carried in vain.
    expect(drawn.filter((name) => !asked.has(name))).toEqual([])
  })

  it('take four pictures, and at most six with what and whom they bring', () => {
    for (const look of looks) {
      const counts = stacksOf(look).map((stack) => stack.filter((frame) => frame !== null).length)
      if (look.aid === 'none') expect(new Set(counts)).toEqual(new Set([4]))
      expect(Math.max(...counts)).toBeLessThanOrEqual(6)
    }
  })

  it('have a cycle for every pose of a snapshot', () => {
    expect(Object.values(pose).toSorted((a, b) => a - b)).toEqual(peopleArt.cycles.map((_, i) => i))
  })

  it('that are ready-made, at work, or by lot, are packed as they are meant', () => {
    const everyday = new Set(['hijab', 'peci', 'batik', 'ponytail', 'curly'].map((name) => readyMade[name as keyof typeof readyMade]))
    const lots = Array.from({ length: 400 }, (_, i) => unpackLook(lookByLot(Math.imul(i, 0x9e3779b1) >>> 0)))
    for (const look of lots) {
      const meant = [...everyday].find(({ head }) => head === look.head)
      expect({ ...look, skin: 0, top: 0 }).toEqual({ ...meant, skin: 0, top: 0 })
    }
    expect(new Set(lots.map(({ head }) => head)).size).toBe(5)
    for (let seed = 0; seed < 64; seed++) {
      expect(unpackLook(officerLook(seed)).topKind).toBe('khaki')
      expect(unpackLook(greeterLook(seed)).topKind).toBe('vest')
    }
  })
})
