import { describe, expect, it } from 'vitest'
import {
  bottomKinds,
  clothColours,
  hairColours,
  headKinds,
  type Look,
  lookLayers,
  packLook,
  skinTones,
  topKinds,
  unpackLook,
} from '../../../assets/art/look.ts'

const plain: Look = { skin: 0, top: 0, bottom: 0, head: 'short', headColour: 0, bottomKind: 'trousers', topKind: 'shirt' }

describe('a packed look', () => {
  it('comes back as it was, each part through its whole range', () => {
    const looks: Look[] = [
      ...skinTones.map((_, skin) => ({ ...plain, skin })),
      ...clothColours.flatMap((_, i) => [
        { ...plain, top: i },
        { ...plain, bottom: i },
      ]),
      ...headKinds.flatMap((head) => hairColours.map((_, headColour) => ({ ...plain, head, headColour }))),
      ...bottomKinds.map((bottomKind) => ({ ...plain, bottomKind })),
      ...topKinds.map((topKind) => ({ ...plain, topKind })),
      { skin: 5, top: 15, bottom: 15, head: 'caping', headColour: 7, bottomKind: 'skirt', topKind: 'batik' },
    ]
    expect(looks.map((look) => unpackLook(packLook(look)))).toEqual(looks)
    expect(new Set(looks.map(packLook)).size).toBe(new Set(looks.map((look) => JSON.stringify(look))).size)
  })

  it('can be drawn whatever the 32 bits say, as they may come from anybody', () => {
    for (const bits of [0, 0xffffffff, 0x80000000, 0x7fffffff, 0xaaaaaaaa, 0x55555555]) {
      const look = unpackLook(bits)
      expect(unpackLook(packLook(look))).toEqual(look)
      for (const { tint } of lookLayers(look)) expect(tint).toBeGreaterThan(0)
    }
  })

  it('refuses an index outside its table', () => {
    expect(() => packLook({ ...plain, skin: 6 })).toThrow('look.skin must be')
    expect(() => packLook({ ...plain, top: -1 })).toThrow('look.top must be')
  })
})
