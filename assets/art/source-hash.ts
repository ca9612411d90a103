import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 over every TypeScript file that the sheet is made from, by name: tells a stale pack. */
export function hashSources(folder: string): string {
  const drawing = [
    'palette.ts',
    'iso.ts',
    'piece.ts',
    'ornament.ts',
    'look.ts',
    'person-steps.ts',
    'render.ts',
    'lay-out.ts',
    'pack-rects.ts',
    'svg-tree.ts',
    'svg-shape.ts',
    'svg-matrix.ts',
    'drawing-writer.ts',
    'read-svg.ts',
    'index-colours.ts',
    'pack-sheet.ts',
    'pack.ts',
  ]
  const sources = readdirSync(join(folder, 'sources'))
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => join('sources', name))
  const hash = createHash('sha256')
  for (const name of [...drawing, ...sources])
    hash.update(`${name.replaceAll('\\', '/')}\n`).update(readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'))
  return hash.digest('hex')
}
