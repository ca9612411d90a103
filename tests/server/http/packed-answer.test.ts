import { brotliDecompressSync } from 'node:zlib'
import fastify from 'fastify'
import { expect, it, vi } from 'vitest'
import { createPackedAnswers } from '../../../server/http/index.ts'

it('packs what is asked for again better, and never differently', async () => {
  const text = JSON.stringify(
    Array.from({ length: 900 }, (_, i) => ({ slug: `layanan-${i * 7919}`, name: `Layanan ke-${i} untuk warga`, fee: i * 13 })),
  )
  const packed = createPackedAnswers(2)
  const app = fastify()
  app.get('/', (request, reply) => packed.send(request, reply, { key: 'k', type: 'application/json', text: () => text }))
  const get = async () => (await app.inject({ url: '/', headers: { 'accept-encoding': 'br' } })).rawPayload
  const quick = await get()
  expect((await get()).length).toBe(quick.length)
  const tight = await vi.waitUntil(async () => {
    const bytes = await get()
    return bytes.length < quick.length && bytes
  })
  expect([brotliDecompressSync(quick).toString(), brotliDecompressSync(tight).toString()]).toEqual([text, text])
  await app.close()
})
