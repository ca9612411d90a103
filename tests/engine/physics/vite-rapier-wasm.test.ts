import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { rapierWasm } from '../../../scripts/vite-rapier-wasm.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test('a browser bundle carries the trimmed WASM as a file and nothing as base64', async () => {
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
  expect(Buffer.from(source).equals(readFileSync(join(root, 'engine/physics/wasm/rapier-trimmed.wasm')))).toBe(true)
  const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join()
  expect(code).toContain('createRapierPhysics')
  expect(code).toContain(files[0].fileName)
  expect(code).not.toMatch(/[A-Za-z0-9+/]{10000}/)
})
