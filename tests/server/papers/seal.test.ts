import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { openSealed, sealBytes } from '../../../server/papers/seal.ts'

const key = new Uint8Array(32).fill(9)
const open = (id: string, sealed: Uint8Array, by = key): Promise<Buffer> => buffer(openSealed(id, by, Readable.from([Buffer.from(sealed)])))

describe('a sealed paper', () => {
  test.each([0, 1, 15, 65_535, 65_536, 65_537, 131_072, 300_000])(
    'of %i bytes opens to what was sealed, however it arrives',
    async (length) => {
      const bytes = randomBytes(length)
      const sealed = await sealBytes('p1', key, bytes)
      expect((await open('p1', sealed)).equals(bytes)).toBe(true)
      const pieces = Array.from({ length: Math.ceil(sealed.length / 7919) }, (_, i) =>
        Buffer.from(sealed.subarray(i * 7919, (i + 1) * 7919)),
      )
      expect((await buffer(openSealed('p1', key, Readable.from(pieces)))).equals(bytes)).toBe(true)
      if (length > 16) expect(Buffer.from(sealed).includes(bytes.subarray(0, 16))).toBe(false)
    },
  )

  test('does not open when a bit, its end, its order, its key or its name is another', async () => {
    const bytes = randomBytes(200_000)
    const sealed = await sealBytes('p1', key, bytes)
    for (const at of [0, 4, 70_000, sealed.length - 1]) {
      const changed = Uint8Array.from(sealed)
      changed[at] ^= 1
      await expect(open('p1', changed)).rejects.toThrow()
    }
    const chunk = 65_536 + 16
    for (const length of [0, 3, 10, 4 + chunk, 4 + 2 * chunk, sealed.length - 1])
      await expect(open('p1', sealed.subarray(0, length))).rejects.toThrow()
    const swapped = Buffer.concat([
      sealed.subarray(0, 4),
      sealed.subarray(4 + chunk, 4 + 2 * chunk),
      sealed.subarray(4, 4 + chunk),
      sealed.subarray(4 + 2 * chunk),
    ])
    await expect(open('p1', swapped)).rejects.toThrow()
    await expect(open('p2', sealed)).rejects.toThrow()
    await expect(open('p1', sealed, new Uint8Array(32))).rejects.toThrow()
  })

  test('gives out nothing of a chunk that is not right', async () => {
    const bytes = randomBytes(200_000)
    const sealed = Uint8Array.from(await sealBytes('p1', key, bytes))
    sealed[4 + 65_552 + 5] ^= 1
    const seen: Buffer[] = []
    const stream = openSealed('p1', key, Readable.from([Buffer.from(sealed)]))
    stream.on('data', (part: Buffer) => seen.push(part))
    await new Promise((ended) => stream.once('error', ended))
    expect(Buffer.concat(seen).equals(bytes.subarray(0, 65_536))).toBe(true)
  })
})
