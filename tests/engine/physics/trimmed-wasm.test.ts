import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createRapierPhysics, type PhysicsPort, type RapierOptions } from '@balai/engine/physics'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordSurface } from '../../../scripts/trim-rapier/record.ts'
import { type CreatePhysics, walkSurface } from '../../../scripts/trim-rapier/surface.ts'
import { type Recording, trim } from '../../../scripts/trim-rapier/trim.ts'
import { readWasm } from '../../../scripts/trim-rapier/wasm-file.ts'
import { trimmedMessage, writeWasm } from '../../../scripts/trim-rapier/write-wasm.ts'
import { rapierWasm } from '../../../scripts/vite-rapier-wasm.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const packageFile = createRequire(join(root, 'engine/package.json')).resolve('@dimforge/rapier3d-compat')
const file = readWasm(readFileSync(join(dirname(packageFile), 'rapier_wasm3d_bg.wasm')))
const committed = readFileSync(join(root, 'engine/physics/wasm/rapier-trimmed.wasm'))
const { exports } = JSON.parse(readFileSync(join(root, 'engine/physics/wasm/used-exports.json'), 'utf8')) as { exports: string[] }

type Create = (options: RapierOptions) => Promise<PhysicsPort>
let folder: string
let recording: Recording

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-trimmed-'))
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [rapierWasm()],
    build: {
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: join(root, 'engine/physics/index.ts'),
        output: { entryFileNames: 'physics.mjs' },
        preserveEntrySignatures: 'strict',
      },
    },
  })
  recording = await recordSurface(file, await bundled('recording', committed))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The physics as a browser gets it, in an instance of its own, on that .wasm. */
async function bundled(name: string, wasm: Uint8Array): Promise<CreatePhysics> {
  const url = `${pathToFileURL(join(folder, 'physics.mjs')).href}?${name}`
  const { createRapierPhysics: create } = (await import(/* @vite-ignore */ url)) as { createRapierPhysics: Create }
  return (options) => create({ ...options, wasm })
}

const walk = { worlds: 10, moves: 20 }

test('the committed file is what npm run trim-rapier makes of the installed package', () => {
  expect(Buffer.from(trim(file, recording).wasm).equals(committed)).toBe(true)
})

test('20,000 seeded moves in 100 worlds give the same bits on the trimmed file and on the untouched package (seed 2)', async () => {
  const seeded = { seed: 2, worlds: 100, moves: 200 }
  const untouched = await walkSurface(createRapierPhysics, seeded)
  expect(new Set(untouched).size).toBe(100)
  expect(await walkSurface(await bundled('committed', committed), seeded)).toEqual(untouched)
}, 60_000)

test('a call of an export that was trimmed away fails by its name', async () => {
  const needed = ['rawkinematiccharactercontroller_computedGrounded', 'rawshape_capsule', 'rawcolliderset_coSetTranslation']
  for (const name of needed) {
    expect(recording.exports).toContain(name)
    const faulty = writeWasm(file, new Set(exports.filter((each) => each !== name)), () => true)
    const walking = walkSurface(await bundled(name, faulty), { seed: 3, ...walk })
    await expect(walking).rejects.toThrow(`rapier export ${name} was trimmed: run npm run trim-rapier`)
  }
})

test('so does every function inside that the walk ran, when it is trimmed away', async () => {
  const inside = [...recording.functions].filter((index) => !file.exports.some((each) => each.index === index))
  const planted = inside.filter((_, i) => i % 20 === 7)
  expect(planted.length).toBeGreaterThan(4)
  for (const index of planted) {
    const faulty = writeWasm(file, new Set(exports), (each) => each !== index)
    const walking = walkSurface(await bundled(`function${index}`, faulty), { seed: 4, ...walk })
    await expect(walking).rejects.toThrow(trimmedMessage)
  }
}, 60_000)
