import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BlobStore } from '../../../server/papers/index.ts'

/** What every place for papers must do. */
export function blobContract(name: string, open: () => Promise<{ readonly blobs: BlobStore; readonly close: () => Promise<void> }>): void {
  describe(`${name} as a blob store`, () => {
    let blobs: BlobStore
    let close = async (): Promise<void> => undefined
    beforeAll(async () => {
      ;({ blobs, close } = await open())
    })
    afterAll(() => close())
    const read = async (name: string): Promise<Buffer | null> => {
      const stream = await blobs.get(name)
      return stream === null ? null : buffer(stream)
    }
    const names = async (): Promise<string[]> => (await listed(blobs)).sort()

    test('gives back what it was given, also after it was given something else', async () => {
      const [small, large] = [randomBytes(3), randomBytes(3_000_000)]
      await blobs.put('0abc-Z_9', small)
      expect((await read('0abc-Z_9'))?.equals(small)).toBe(true)
      await blobs.put('0abc-Z_9', large)
      expect((await read('0abc-Z_9'))?.equals(large)).toBe(true)
      await blobs.put('empty', new Uint8Array(0))
      expect((await read('empty'))?.length).toBe(0)
    })

    test('knows what it has, and since when', async () => {
      const beforeMs = Date.now() - 60_000
      await blobs.put('listed', randomBytes(10))
      expect(await names()).toContain('listed')
      for await (const { writtenAtMs } of blobs.list()) expect(writtenAtMs).toBeGreaterThan(beforeMs)
    })

    test('has nothing after it was removed, and does not mind what was never there', async () => {
      await blobs.put('gone', randomBytes(10))
      await blobs.remove('gone')
      await blobs.remove('gone')
      expect(await read('gone')).toBeNull()
      expect(await read('never')).toBeNull()
      expect(await names()).not.toContain('gone')
    })

    test('takes no name that leads elsewhere', async () => {
      for (const wrong of ['', '../secret', 'a/b', 'a.b', 'a b', 'é', 'a'.repeat(129)]) {
        await expect(blobs.put(wrong, randomBytes(1))).rejects.toThrow(TypeError)
        await expect(blobs.get(wrong)).rejects.toThrow(TypeError)
        await expect(blobs.remove(wrong)).rejects.toThrow(TypeError)
      }
    })

    test('has every one of many written at once', async () => {
      const many = Array.from({ length: 40 }, (_, i) => ({ name: `many-${i}`, bytes: randomBytes(5000 + i) }))
      await Promise.all(many.map(({ name, bytes }) => blobs.put(name, bytes)))
      for (const { name, bytes } of many) expect((await read(name))?.equals(bytes)).toBe(true)
      expect((await names()).filter((name) => name.startsWith('many-'))).toHaveLength(40)
    })
  })
}

/** The names of all that is there. */
export async function listed(blobs: BlobStore): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of blobs.list()) names.push(name)
  return names
}
