import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { comparePictures } from './compare-pictures.ts'
import { createSceneDrawer, expectedFolder, type SceneDrawer } from './scene-rig.ts'

/** Soft edges differ a little from machine to machine; a person who is gone or stands elsewhere is more than this. */
const mostShare = 0.0025

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.scene.ts'))
  .map((file) => file.slice(0, -'.scene.ts'.length))
let drawer: SceneDrawer

beforeAll(async () => {
  drawer = await createSceneDrawer()
})
afterAll(() => drawer?.close())

it.each(names)('%s looks as it is kept', async (name) => {
  const file = join(expectedFolder, `${name}.png`)
  if (!existsSync(file)) throw new Error(`there is no ${file}: look at it with npm run scenes, then npm run scenes -- --update ${name}`)
  const actual = await drawer.draw(name)
  const { difference, share } = await comparePictures(readFileSync(file), actual)
  if (share <= mostShare) return
  const folder = mkdtempSync(join(tmpdir(), `balai-scene-${name}-`))
  writeFileSync(join(folder, 'actual.png'), actual)
  writeFileSync(join(folder, 'difference.png'), difference)
  expect.fail(
    `${(share * 100).toFixed(2)} % of ${name} differs: see ${folder}. If it is meant to: npm run scenes -- --update ${name}, and look at what changed`,
  )
})

it('keeps no picture of a scene that is gone', () => {
  const kept = (existsSync(expectedFolder) ? readdirSync(expectedFolder) : []).map((file) => file.replace(/\.png$/, ''))
  expect(kept.filter((name) => !names.includes(name))).toEqual([])
})
