/**
 * `npm run scenes`: a page that shows every visual scene of tests/visual.
 * `npm run scenes -- --update [NAME …]`: draws them as the test does and keeps the pictures in tests/visual/expected.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createSceneDrawer, expectedFolder, serveScenes } from '../tests/visual/scene-rig.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean' }, port: { type: 'string' } } })
if (values.update === true) await update(positionals)
else {
  const { address } = await serveScenes(Number(values.port ?? 0))
  process.stdout.write(`${address}?all\n`)
}

async function update(wanted: readonly string[]): Promise<void> {
  const drawer = await createSceneDrawer()
  try {
    mkdirSync(expectedFolder, { recursive: true })
    for (const name of drawer.names) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      // A palette: a third of the bytes, and no difference that the comparison would see.
      const png = await sharp(await drawer.draw(name))
        .png({ palette: true, colours: 256, dither: 0, effort: 8 })
        .toBuffer()
      writeFileSync(join(expectedFolder, `${name}.png`), png)
      process.stdout.write(`${name}.png ${Math.round(png.length / 1000)} kB\n`)
    }
  } finally {
    await drawer.close()
  }
}
