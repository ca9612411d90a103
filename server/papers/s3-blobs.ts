import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { checkBlobName, type BlobStore } from './blob-store.ts'

export type S3Options = {
  /** `https://minio.example.go.id:9000`, without a path. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}
const prefix = 'papers/'

/** Papers in a bucket of an S3 service of the region's own, addressed by path. */
export function createS3Blobs(options: S3Options): BlobStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = options
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`
  const urlOf = (name: string): string => `${root}/${prefix}${checkBlobName(name)}`

  async function call(url: string, init: RequestInit, good: readonly number[]): Promise<Response> {
    const answer = await client.fetch(url, init)
    if (good.includes(answer.status)) return answer
    await answer.body?.cancel()
    throw new Error(`the bucket ${bucket} answered ${answer.status} to ${init.method ?? 'GET'}: check S3_ENDPOINT, S3_BUCKET and its keys`)
  }
  return {
    async put(name, bytes) {
      await drop(await call(urlOf(name), { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer> }, [200]))
    },
    async get(name) {
      const answer = await call(urlOf(name), {}, [200, 404])
      if (answer.status === 200 && answer.body !== null) return Readable.fromWeb(answer.body as ReadableStream)
      await drop(answer)
      return null
    },
    async remove(name) {
      await drop(await call(urlOf(name), { method: 'DELETE' }, [200, 204, 404]))
    },
    async *list() {
      let more: string | null = ''
      while (more !== null) {
        const token: string = more === '' ? '' : `&continuation-token=${encodeURIComponent(more)}`
        const text = await (await call(`${root}?list-type=2&prefix=${encodeURIComponent(prefix)}${token}`, {}, [200])).text()
        for (const [, key, written] of text.matchAll(
          /<Contents>.*?<Key>([^<]*)<\/Key>.*?<LastModified>([^<]*)<\/LastModified>.*?<\/Contents>/gs,
        )) {
          yield { name: key.slice(prefix.length), writtenAtMs: Date.parse(written) }
        }
        more = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text)?.[1] ?? null
      }
    },
  }
}

const drop = async (answer: Response): Promise<void> => {
  await answer.body?.cancel()
}
