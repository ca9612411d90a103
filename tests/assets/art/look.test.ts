import { describe, expect, it } from 'vitest'
import {
  aidKinds,
  bottomKinds,
  clothColours,
  headColoursOf,
  headKinds,
  type Look,
  packLook,
  skinTones,
  topKinds,
  unpackLook,
} from '../../../assets/art/look.ts'

const plain: Look = {
  skin: 0,
  top: 0,
  bottom: 0,
  head: 'short',
  headColour: 0,
  bottomKind: 'trousers',
  topKind: 'shirt',
  aid: 'none',
  isElder: false,
}

describe('a packed look', () => {
  it('comes back as it was, each part through its whole range, and no two are one number', () => {
    const looks: Look[] = [
      ...skinTones.map((_, skin) => ({ ...plain, skin })),
      ...clothColours.slice(1).flatMap((_, i) => [
        { ...plain, top: i + 1 },
        { ...plain, bottom: i + 1 },
      ]),
      ...headKinds.flatMap((head) => headColoursOf(head).map((_, headColour) => ({ ...plain, skin: 1, head, headColour }))),
      ...bottomKinds.slice(1).map((bottomKind) => ({ ...plain, bottomKind })),
      ...topKinds.slice(1).map((topKind) => ({ ...plain, topKind })),
      ...aidKinds.slice(1).map((aid) => ({ ...plain, aid })),
      { ...plain, isElder: true },
      { skin: 5, top: 15, bottom: 15, head: 'cap', headColour: 7, bottomKind: 'sarong', topKind: 'vest', aid: 'white-cane', isElder: true },
    ]
    expect(looks.map((look) => unpackLook(packLook(look)))).toEqual(looks)
    expect(looks.map(packLook).every((packed) => packed === packed >>> 0)).toBe(true)
    expect(new Set(looks.map(packLook)).size).toBe(new Set(looks.map((look) => JSON.stringify(look))).size)
  })

  it('from before clothes were many, means what it meant; nobody is given age or company by it', () => {
    // Skin 3, top 8, bottom 13, bun, hair 5, a skirt, batik; and whatever lay in the upper bits, as they fell by lot.
    const old = 3 | (8 << 3) | (13 << 7) | (4 << 11) | (5 << 14) | (1 << 17) | (1 << 19)
    const meant = { ...plain, skin: 3, top: 8, bottom: 13, head: 'bun', headColour: 5, bottomKind: 'skirt', topKind: 'batik' }
    for (const upper of [0, 1, 0b111_1111_1111, 0b100_1100_1100]) expect(unpackLook((old | (upper << 21)) >>> 0)).toEqual(meant)
  })

  it('can be drawn whatever the 32 bits say, as they may come from anybody', () => {
    const numbers = [0, 0xffffffff, 0x80000000, 0x7fffffff, 0xaaaaaaaa, 0x55555555]
    for (let i = 0; i < 4000; i++) numbers.push(Math.imul(i, 0x9e3779b1) >>> 0, ((0b10110 << 27) | (Math.imul(i, 0x85ebca6b) >>> 5)) >>> 0)
    for (const bits of numbers) {
      const look = unpackLook(bits)
      expect(unpackLook(packLook(look)), String(bits)).toEqual(look)
    }
  })

  it('refuses an index outside its table', () => {
    expect(() => packLook({ ...plain, skin: 6 })).toThrow('look.skin must be')
    expect(() => packLook({ ...plain, top: -1 })).toThrow('look.top must be')
    expect(() => packLook({ ...plain, headColour: 8 })).toThrow('look.headColour must be')
  })
})
