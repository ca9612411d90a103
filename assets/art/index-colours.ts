import type { Drawing } from './drawing.ts'
import type { WrittenDrawing } from './drawing-writer.ts'

/** Drawings with numbers for colours, and what the numbers mean: first those that all themes share, then each theme's own. */
export type Indexed = {
  readonly drawings: readonly Drawing[]
  readonly shared: readonly string[]
  readonly own: readonly (readonly string[])[]
}

const isColour = (value: string | number): value is string => typeof value === 'string' && value.startsWith('#')

/**
 * Puts one picture's drawings in several themes together into one. `written[i]`: picture i, a drawing for each theme.
 * @throws TypeError when they differ in more than colour
 */
export function indexColours(names: readonly string[], written: readonly (readonly WrittenDrawing[])[]): Indexed {
  /** By the colours of one spot in all themes, how often it occurs. */
  const counts = new Map<string, number>()
  const merged = written.map((themes, i) => mergeThemes(names[i], themes))
  for (const spot of merged.flat()) if (Array.isArray(spot)) counts.set(spot.join(' '), (counts.get(spot.join(' ')) ?? 0) + 1)
  // What occurs most has the shortest number.
  const byCount = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([spot]) => spot.split(' '))
  const shared = byCount.filter((spot) => new Set(spot).size === 1)
  const differing = byCount.filter((spot) => new Set(spot).size > 1)
  const index = new Map([...shared, ...differing].map((spot, i) => [spot.join(' '), i]))
  return {
    drawings: merged.map((drawing) => drawing.map((spot) => (Array.isArray(spot) ? (index.get(spot.join(' ')) ?? 0) : spot))),
    shared: shared.map(([colour]) => colour),
    own: written.length === 0 ? [] : written[0].map((_, theme) => differing.map((spot) => spot[theme])),
  }
}

/** Where there is a colour, the list of it in all themes. */
function mergeThemes(name: string, themes: readonly WrittenDrawing[]): (string | number | string[])[] {
  const [first] = themes
  const isSame = themes.every(({ length }) => length === first.length)
  return first.map((value, at) => {
    const all = themes.map((drawing) => drawing[at])
    if (isSame && all.every(isColour)) return all
    if (!isSame || all.some((other) => other !== value))
      throw new TypeError(`${name} is not drawn in the same way in every theme: make what differs a part, as assets/art/ornament.ts does`)
    return value
  })
}
