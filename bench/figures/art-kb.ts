import { existsSync, readdirSync } from 'node:fs'
import { get } from 'node:http'
import { fileURLToPath } from 'node:url'
import { CodedError } from '@balai/engine/core'
import type { FigureErrorCode, Measurement } from './figure.ts'
import { startRunServer } from './run-server.ts'

const assets = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url))

/**
 * What Kutai Kartanegara's mall is drawn from, by tier: the sheet of all drawings, the theme's colours and ornament, the map. Both tiers draw
 * from the same files, the low one at half the fineness; a picture sheet or map of the region beside them counts for the tier that its name ends in.
 */
const drawnFrom = (tier: 'low' | 'high'): RegExp =>
  new RegExp(`^(sheet|theme-kutai|kukar|atlas)(-${tier})?-[\\w-]{8}\\.(json|tmj|png|webp|avif|bin)$`)

/**
 * kB (1,000 bytes) of these files' bodies as the server sends them to a browser that takes brotli. n: the files.
 * @throws CodedError `no-pages` without a build
 */
export async function measureArtKb(tier: 'low' | 'high'): Promise<Measurement> {
  if (!existsSync(assets)) throw new CodedError<FigureErrorCode>('no-pages', 'there are no built pages: run npm run build')
  const files = readdirSync(assets).filter((file) => drawnFrom(tier).test(file))
  const server = await startRunServer()
  try {
    const sizes = await Promise.all(files.map((file) => bodyBytes(`${server.origin}/assets/${file}`)))
    return { value: sizes.reduce((sum, size) => sum + size, 0) / 1000, n: files.length }
  } finally {
    await server.stop()
  }
}

/** Bytes of an answer's body on the line, packed as they are. */
function bodyBytes(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(address, { headers: { 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address} answered ${response.statusCode}`)),
      )
    })
    request.on('error', reject)
  })
}
