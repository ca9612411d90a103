import { AwsClient } from 'aws4fetch'
import { it } from 'vitest'
import { createS3Blobs } from '../../server/papers/s3-blobs.ts'
import { blobContract } from '../server/papers/blob-contract.ts'

const {
  S3_ENDPOINT: endpoint,
  S3_ACCESS_KEY_ID: accessKeyId,
  S3_SECRET_ACCESS_KEY: secretAccessKey,
  S3_REGION: region = 'us-east-1',
} = process.env

if (endpoint === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
  it.skip('skipped: no S3 service is named; run MinIO and set S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY', () => undefined)
} else
  blobContract('MinIO', async () => {
    const bucket = `balai-test-${process.pid}`
    const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
    const root = `${endpoint}/${bucket}`
    const made = await client.fetch(root, { method: 'PUT' })
    if (!made.ok) throw new Error(`a bucket could not be made: ${made.status}`)
    const blobs = createS3Blobs({ endpoint, bucket, region, accessKeyId, secretAccessKey })
    return {
      blobs,
      async close() {
        for await (const { name } of blobs.list()) await blobs.remove(name)
        await client.fetch(root, { method: 'DELETE' })
      },
    }
  })
