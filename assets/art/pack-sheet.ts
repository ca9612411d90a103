import type { Drawing, DrawnSheet, SheetTheme } from './drawing.ts'
import { indexColours } from './index-colours.ts'
import { layOut } from './lay-out.ts'
import { type Theme, themes } from './palette.ts'
import type { Piece } from './piece.ts'
import { readSvg } from './read-svg.ts'
import { allPieces } from './sources/index.ts'

export type ThemeName = Theme['name']
export const themeNames = Object.keys(themes) as ThemeName[]
export type PackedArt = { readonly sheet: DrawnSheet; readonly themes: Readonly<Record<ThemeName, SheetTheme>> }

/** Draws and packs all pictures: one sheet, and for each theme what makes it that theme's. @throws TypeError when two pieces have one name */
export async function packArt(): Promise<PackedArt> {
  const pieces = themeNames.map((name) => allPieces(themes[name]))
  const parts = themeNames.map(() => new Map<string, Drawing>())
  const written = pieces[0].map((_, i) => themeNames.map((_name, theme) => readSvg(pieces[theme][i].svg, parts[theme])))
  checkNames(pieces)

  // Pictures that are drawn alike share a place.
  const shared = new Map<string, number[]>()
  written.forEach((drawings, i) => {
    const key = JSON.stringify([drawings, pieces[0][i].reach, pieces[0][i].anchor])
    shared.set(key, [...(shared.get(key) ?? []), i])
  })
  const pictures = [...shared.values()]
  const names = pictures.map((list) => list.map((i) => pieces[0][i].name).join(' '))
  const {
    drawings,
    shared: colours,
    own,
  } = indexColours(
    names,
    pictures.map(([i]) => written[i]),
  )
  // Only what has a part can be of another size in another theme.
  const { width, height, places } = await layOut(
    pictures.map(([i]) => (written[i][0].includes('U') ? pieces.map((list) => list[i]) : [pieces[0][i]])),
  )
  const sheet: DrawnSheet = {
    width,
    height,
    colours,
    names,
    x: places.map((place) => place.x),
    y: places.map((place) => place.y),
    w: places.map(({ left, right }) => left + right),
    h: places.map(({ up, down }) => up + down),
    anchorX: places.map(({ left }) => left),
    anchorY: places.map(({ up }) => up),
    drawings,
  }
  const ofThemes = themeNames.map((name, i) => [name, { colours: own[i], parts: Object.fromEntries(parts[i]) }])
  return { sheet, themes: Object.fromEntries(ofThemes) as PackedArt['themes'] }
}

function checkNames(pieces: readonly (readonly Piece[])[]): void {
  const lists = pieces.map((list) => list.map(({ name }) => name))
  const twice = lists[0].find((name, i) => lists[0].indexOf(name) !== i)
  if (twice !== undefined) throw new TypeError(`two pieces are called ${twice}: every piece needs a name of its own`)
  if (lists.some((list) => list.join(' ') !== lists[0].join(' ')))
    throw new TypeError('every theme must draw the same pieces in the same order')
}
