import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { rapierWasm } from '../../../scripts/vite-rapier-wasm.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const packageFile = createRequire(join(root, 'engine/package.json')).resolve('@dimforge/rapier3d-compat')

test('a browser bundle carries the WASM of the package as a file and not as base64', async () => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [rapierWasm()],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(root, 'engine/physics/index.ts'), preserveEntrySignatures: 'strict' },
    },
  })
  const { output } = built as Rolldown.RolldownOutput
  const files = output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.wasm'))
  expect(files).toHaveLength(1)
  const { source } = files[0] as Rolldown.OutputAsset
  expect(Buffer.from(source).equals(readFileSync(join(dirname(packageFile), 'rapier_wasm3d_bg.wasm')))).toBe(true)
  const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join()
  expect(code).toContain('createRapierPhysics')
  expect(code).toContain(files[0].fileName)
  expect(code).not.toMatch(/[A-Za-z0-9+/]{10000}/)
})
