import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Drawing, type DrawnSheet, framesOf, type SheetTheme } from '../../../assets/art/drawing.ts'
import { contrast, themes, wingColours } from '../../../assets/art/palette.ts'
import { hashSources } from '../../../assets/art/source-hash.ts'
import { placeColour } from '../../../assets/art/sources/place-mark.ts'

const art = join(import.meta.dirname, '../../../assets/art')
const packed = (name: string): string => readFileSync(join(art, 'packed', name), 'utf8')
const sheet = JSON.parse(packed('sheet.json')) as DrawnSheet
const frames = framesOf(sheet, 2)
const themeNames = Object.keys(themes)

describe('the packed sheet', () => {
  it('were packed from the sources as they are: run node assets/art/pack.ts', () => {
    expect(packed('sources.sha256').trim()).toBe(hashSources(art))
  })

  it('has a drawing and a place inside it for every name, no place upon another, small enough for a weak graphics card', () => {
    expect(Object.keys(frames).length).toBeGreaterThan(350)
    expect(Math.max(sheet.width, sheet.height) * 2).toBeLessThanOrEqual(4096)
    const { colours: _, ...others } = sheet
    const lists = Object.values(others).filter((value) => Array.isArray(value))
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

  it.each(themeNames)('has in %s a colour for every number and a part for every name', (name) => {
    const theme = JSON.parse(packed(`theme-${name}.json`)) as SheetTheme
    const kutai = JSON.parse(packed('theme-kutai.json')) as SheetTheme
    expect(Object.keys(theme.parts).toSorted()).toEqual(Object.keys(kutai.parts).toSorted())
    expect(theme.colours.length).toBe(kutai.colours.length)
    const colours = [...sheet.colours, ...theme.colours]
    expect(colours.filter((colour) => !/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(colour))).toEqual([])
    const used = sheet.drawings.flatMap(coloursIn)
    expect(Math.max(...used)).toBeLessThan(colours.length)
    expect(Math.min(...used)).toBe(0)
    expect(
      Object.values(theme.parts)
        .flatMap(coloursIn)
        .filter((colour) => colour < -5 || colour >= 0),
    ).toEqual([])
  })

  it('differs from theme to theme in colours and ornament alone', () => {
    expect(themeNames.map((name) => packed(`theme-${name}.json`).length).filter((length) => length > 20_000)).toEqual([])
    expect(new Set(themeNames.map((name) => JSON.stringify((JSON.parse(packed(`theme-${name}.json`)) as SheetTheme).parts))).size).toBe(4)
  })

  it('anchors every tile in its middle, so that it stands on the south corner', () => {
    const tiles = Object.entries(frames).filter(([name]) => /^(floor|wall|prop)\//.test(name))
    expect(tiles.length).toBeGreaterThan(100)
    expect(tiles.filter(([, { anchor }]) => anchor.x !== 0.5)).toEqual([])
    const floor = tiles.filter(([name]) => name.startsWith('floor/'))
    expect(floor.filter(([, { anchor, frame }]) => anchor.y !== 1 || frame.w > 128 || frame.h > 64)).toEqual([])
  })

  it.each(Object.entries(wingColours))('white on the colour of %s is at least 4.5:1', (_, colour) => {
    expect(contrast('#FFFFFF', colour)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(Object.values(themes))('signs of $name can be read: white on the colour of places, and signs on the floor', (theme) => {
    const colour = placeColour(theme)
    expect(contrast('#FFFFFF', colour)).toBeGreaterThanOrEqual(4.5)
    for (const sign of [colour, ...Object.values(wingColours)]) expect(contrast(sign, theme.floor)).toBeGreaterThanOrEqual(3)
    // Floor, furniture, people: each is told from the next by how dark it is.
    expect(contrast(theme.wood, theme.floor)).toBeGreaterThanOrEqual(3)
    expect(contrast(theme.inlay, theme.floor)).toBeLessThan(3)
  })
})

/** Fills and strokes, gradients and parts: the colours of their steps. */
function coloursIn(drawing: Drawing): number[] {
  const found: number[] = []
  const number = (at: number): number => Number(drawing[at])
  for (let i = 0; i < drawing.length; ) {
    const step = drawing[i]
    if (step === 'F') found.push(number(i + 2))
    if (step === 'S') found.push(number(i + 2))
    if (step === 'G') for (let k = 0; k < number(i + 8); k++) found.push(number(i + 10 + k * 2))
    if (step === 'U') for (let k = 0; k < number(i + 2); k++) found.push(number(i + 3 + k))
    i += step === 'G' ? 9 + number(i + 8) * 2 : step === 'U' ? 3 + number(i + 2) : (lengths[String(step)] ?? Number.NaN)
  }
  return found
}

const lengths: Readonly<Record<string, number>> = { m: 7, a: 2, F: 3, S: 6, C: 2, R: 1, L: 1, E: 1, P: 2 }
