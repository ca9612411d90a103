import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { contrast, wingColours } from '../../../assets/art/palette.ts'
import { personTable } from '../../../assets/art/person-table.ts'
import { hashSources } from '../../../assets/art/source-hash.ts'

const art = join(import.meta.dirname, '../../../assets/art')
const packed = (name: string): string => join(art, 'packed', name)
type Frame = { frame: { x: number; y: number; w: number; h: number }; anchor: { x: number; y: number } }
const atlas = JSON.parse(readFileSync(packed('atlas.json'), 'utf8')) as {
  frames: Record<string, Frame>
  meta: { image: string; scale: string }
}

/** Bytes of one theme's picture. Raise it only in the change that needs it, and say for what. */
const budgetBytes = 200_000

describe('the packed atlas', () => {
  it('was packed from the sources as they are: run node assets/art/pack.ts', () => {
    expect(readFileSync(packed('sources.sha256'), 'utf8').trim()).toBe(hashSources(art))
  })

  it.each(['atlas.webp', 'atlas-plain.webp'])('%s keeps its budget and holds every frame of the one table', async (name) => {
    const { width, height } = await sharp(packed(name)).metadata()
    expect(statSync(packed(name)).size).toBeLessThan(budgetBytes)
    expect(Object.keys(atlas.frames).length).toBeGreaterThan(350)
    const outside = Object.entries(atlas.frames).filter(([, { frame }]) => frame.x + frame.w > width || frame.y + frame.h > height)
    expect(outside).toEqual([])
  })

  it('anchors every tile in its middle, so that it stands on the south corner', () => {
    const tiles = Object.entries(atlas.frames).filter(([name]) => /^(floor|wall|prop)\//.test(name))
    expect(tiles.length).toBeGreaterThan(100)
    expect(tiles.filter(([, { anchor }]) => anchor.x !== 0.5)).toEqual([])
    const floor = tiles.filter(([name]) => name.startsWith('floor/'))
    expect(floor.filter(([, { anchor, frame }]) => anchor.y !== 1 || frame.w > 128 || frame.h > 64)).toEqual([])
  })

  it('has a picture for every layer, variant, direction and step that the table of poses names', () => {
    expect(JSON.parse(readFileSync(packed('person.json'), 'utf8'))).toEqual(personTable)
    const names = Object.entries(personTable.layers).flatMap(([layer, { variants, poses }]) =>
      variants.flatMap((variant) =>
        personTable.directions.flatMap((direction) =>
          Object.values(poses).flatMap((steps) => steps.map((step) => `person/${layer}/${variant}/${direction}/${step.pose}`)),
        ),
      ),
    )
    expect(names.length).toBeGreaterThan(200)
    expect(names.filter((name) => !atlas.frames[name])).toEqual([])
  })

  it.each(Object.entries(wingColours))('white on the colour of %s is at least 4.5:1', (_, colour) => {
    expect(contrast('#FFFFFF', colour)).toBeGreaterThanOrEqual(4.5)
  })
})
