import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DrawnSheet, framesOf } from '../../../assets/art/drawing.ts'
import { contrast, wingColours } from '../../../assets/art/palette.ts'
import { personTable } from '../../../assets/art/person-table.ts'
import { hashSources } from '../../../assets/art/source-hash.ts'

const art = join(import.meta.dirname, '../../../assets/art')
const packed = (name: string): string => readFileSync(join(art, 'packed', name), 'utf8')
const kutai = JSON.parse(packed('sheet-kutai.json')) as DrawnSheet
const frames = framesOf(kutai)

describe('the packed sheets', () => {
  it('were packed from the sources as they are: run node assets/art/pack.ts', () => {
    expect(packed('sources.sha256').trim()).toBe(hashSources(art))
  })

  it.each(['kutai', 'plain'])('%s has a drawing and a place inside the sheet for every name, no place upon another', (theme) => {
    const sheet = JSON.parse(packed(`sheet-${theme}.json`)) as DrawnSheet
    const names = Object.keys(framesOf(sheet))
    expect(names.length).toBeGreaterThan(350)
    expect(names.toSorted()).toEqual(Object.keys(frames).toSorted())
    const lists = Object.values(sheet).filter((value) => Array.isArray(value))
    expect(lists.map((list) => list.length)).toEqual(lists.map(() => sheet.names.length))
    expect(sheet.drawings.filter((drawing, i) => drawing.length === 0 && sheet.w[i] > 2)).toEqual([])
    const taken = new Uint8Array(sheet.width * sheet.height)
    const wrong: string[] = []
    sheet.names.forEach((name, i) => {
      const [x1, y1] = [sheet.x[i] + sheet.w[i], sheet.y[i] + sheet.h[i]]
      if (x1 > sheet.width || y1 > sheet.height) wrong.push(name)
      for (let y = sheet.y[i]; y < y1; y++) {
        const row = taken.subarray(y * sheet.width + sheet.x[i], y * sheet.width + x1)
        if (row.includes(1)) wrong.push(name)
        row.fill(1)
      }
    })
    expect(wrong).toEqual([])
  })

  it('anchor every tile in its middle, so that it stands on the south corner', () => {
    const tiles = Object.entries(frames).filter(([name]) => /^(floor|wall|prop)\//.test(name))
    expect(tiles.length).toBeGreaterThan(100)
    expect(tiles.filter(([, { anchor }]) => anchor.x !== 0.5)).toEqual([])
    const floor = tiles.filter(([name]) => name.startsWith('floor/'))
    expect(floor.filter(([, { anchor, frame }]) => anchor.y !== 1 || frame.w > 128 || frame.h > 64)).toEqual([])
  })

  it('have a picture for every layer, variant, direction and step that the table of poses names', () => {
    expect(JSON.parse(packed('person.json'))).toEqual(personTable)
    const names = Object.entries(personTable.layers).flatMap(([layer, { variants, poses }]) =>
      variants.flatMap((variant) =>
        personTable.directions.flatMap((direction) =>
          Object.values(poses).flatMap((steps) => steps.map((step) => `person/${layer}/${variant}/${direction}/${step.pose}`)),
        ),
      ),
    )
    expect(names.length).toBeGreaterThan(200)
    expect(names.filter((name) => !frames[name])).toEqual([])
  })

  it.each(Object.entries(wingColours))('white on the colour of %s is at least 4.5:1', (_, colour) => {
    expect(contrast('#FFFFFF', colour)).toBeGreaterThanOrEqual(4.5)
  })
})
