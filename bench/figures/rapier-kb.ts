import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CodedError } from '@balai/engine/core'
import type { FigureErrorCode, Measurement } from './figure.ts'

const assets = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url))

/**
 * kB (1,000 bytes) of every .wasm file of the built pages that is Rapier, as the server sends it: packed by brotli beforehand.
 * n: such files, of which there is one.
 * @throws CodedError `no-pages` without a build
 */
export async function measureRapierKb(): Promise<Measurement> {
  if (!existsSync(assets)) throw new CodedError<FigureErrorCode>('no-pages', 'there are no built pages: run npm run build')
  const files = readdirSync(assets).filter((file) => /^rapier.*\.wasm$/.test(file))
  const bytes = files.map((file) => statSync(join(assets, existsSync(join(assets, `${file}.br`)) ? `${file}.br` : file)).size)
  return { value: bytes.reduce((sum, size) => sum + size, 0) / 1000, n: files.length }
}
