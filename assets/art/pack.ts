import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packArt } from './pack-sheet.ts'
import { personTable } from './person-table.ts'
import { hashSources } from './source-hash.ts'

/**
 * Run: node assets/art/pack.ts. Writes `packed/`: the sheet of all drawings with their places, which the browser draws once; for each theme
 * its colours and ornament; the table of people's poses; and the sources' hash.
 */
const here = import.meta.dirname
const packed = join(here, 'packed')

mkdirSync(packed, { recursive: true })
rmSync(join(packed, 'sources.sha256'), { force: true })
const { sheet, themes } = await packArt()
const write = (name: string, value: unknown): void => {
  const json = `${JSON.stringify(value)}\n`
  writeFileSync(join(packed, name), json)
  console.log(`${name}: ${json.length} bytes unpacked`)
}
console.log(`${sheet.names.length} pictures on ${sheet.width} × ${sheet.height}, ${sheet.colours.length} colours`)
write('sheet.json', sheet)
for (const [name, theme] of Object.entries(themes)) write(`theme-${name}.json`, theme)
writeFileSync(join(packed, 'person.json'), `${JSON.stringify(personTable, null, 1)}\n`)
writeFileSync(join(packed, 'sources.sha256'), `${hashSources(here)}\n`)
