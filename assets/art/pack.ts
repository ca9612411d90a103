import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DrawnSheet } from './drawing.ts'
import { layOut } from './lay-out.ts'
import { themes } from './palette.ts'
import { personTable } from './person-table.ts'
import { readSvg } from './read-svg.ts'
import { hashSources } from './source-hash.ts'

/**
 * Run: node assets/art/pack.ts. Writes `packed/`: for each theme a sheet of drawings with their places, which the browser draws once; the
 * table of people's poses; and the sources' hash.
 */
const scale = 2
const here = import.meta.dirname
const packed = join(here, 'packed')

mkdirSync(packed, { recursive: true })
rmSync(join(packed, 'sources.sha256'), { force: true })
for (const [name, theme] of Object.entries(themes)) {
  const { width, height, places } = await layOut(theme, scale)
  const sheet: DrawnSheet = {
    scale,
    width,
    height,
    names: places.map((place) => place.names.join(' ')),
    x: places.map((place) => place.x),
    y: places.map((place) => place.y),
    w: places.map(({ bitmap }) => bitmap.width),
    h: places.map(({ bitmap }) => bitmap.height),
    anchorX: places.map(({ bitmap }) => bitmap.anchorX),
    anchorY: places.map(({ bitmap }) => bitmap.anchorY),
    drawings: places.map(({ bitmap }) => readSvg(bitmap.piece.svg)),
  }
  const json = `${JSON.stringify(sheet)}\n`
  writeFileSync(join(packed, `sheet-${name}.json`), json)
  console.log(`sheet-${name}.json: ${places.length} pictures on ${width} × ${height}, ${json.length} bytes unpacked`)
}
writeFileSync(join(packed, 'person.json'), `${JSON.stringify(personTable, null, 1)}\n`)
writeFileSync(join(packed, 'sources.sha256'), `${hashSources(here)}\n`)
