import { afterAll, expect, test } from 'vitest'
import { createS3Blobs } from '../../../server/papers/s3-blobs.ts'
import { blobContract } from './blob-contract.ts'
import { startSmallS3 } from './small-s3.ts'

const service = await startSmallS3()
afterAll(() => service.close())

blobContract('an S3 service', async () => ({ blobs: createS3Blobs(service.options), close: async () => undefined }))

test('wrong keys are refused, and the error names what to look at', async () => {
  expect(service.refusals()).toBe(0)
  const blobs = createS3Blobs({ ...service.options, secretAccessKey: 'salah' })
  await expect(blobs.put('a', new Uint8Array(1))).rejects.toThrow(/answered 403.*S3_BUCKET/)
  expect(service.refusals()).toBeGreaterThan(0)
})
