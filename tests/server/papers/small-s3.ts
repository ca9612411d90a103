import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Options } from '../../../server/papers/s3-blobs.ts'

const keys = { accessKeyId: 'AKIABALAI', secretAccessKey: 'rahasia/rahasia' }
const pageSize = 7

/** As much of an S3 service as the vault uses, which reckons every signature itself (AWS Signature Version 4) and refuses a wrong one. */
export async function startSmallS3(): Promise<{ readonly options: S3Options; readonly refusals: () => number; close(): Promise<void> }> {
  const objects = new Map<string, { bytes: Buffer; at: Date }>()
  let refusals = 0
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      if (signatureOf(request, body) !== /Signature=(\w+)/.exec(request.headers.authorization ?? '')?.[1]) {
        refusals++
        return response.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>')
      }
      const url = new URL(request.url ?? '/', 'http://s3')
      const key = url.pathname.slice('/berkas/'.length)
      if (url.pathname === '/berkas') return response.end(listed(url))
      if (request.method === 'PUT') {
        objects.set(key, { bytes: body, at: new Date() })
        return response.writeHead(200).end()
      }
      if (request.method === 'DELETE') return response.writeHead(objects.delete(key) ? 204 : 204).end()
      const object = objects.get(key)
      return object === undefined ? response.writeHead(404).end('<Code>NoSuchKey</Code>') : response.writeHead(200).end(object.bytes)
    })
  })
  function listed(url: URL): string {
    const after = url.searchParams.get('continuation-token') ?? ''
    const names = [...objects.keys()].filter((key) => key.startsWith(url.searchParams.get('prefix') ?? '') && key > after).sort()
    const page = names.slice(0, pageSize)
    const rows = page.map(
      (key) => `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString()}</LastModified></Contents>`,
    )
    const more = names.length > pageSize ? `<NextContinuationToken>${page[page.length - 1]}</NextContinuationToken>` : ''
    return `<?xml version="1.0"?><ListBucketResult>${more}${rows.join('')}</ListBucketResult>`
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    options: { endpoint, bucket: 'berkas', region: 'id-kukar-1', ...keys },
    refusals: () => refusals,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

function signatureOf(request: IncomingMessage, body: Buffer): string {
  const [, scope = '', signed = ''] = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '') ?? []
  const [day, region, service] = scope.split('/')
  const url = new URL(request.url ?? '/', 'http://s3')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = signed
    .split(';')
    .map((name) => `${name}:${String(request.headers[name])}\n`)
    .join('')
  const said = request.headers['x-amz-content-sha256']
  // What is signed is the hash of the body, or that it is not.
  if (said !== 'UNSIGNED-PAYLOAD' && said !== hash(body)) return 'body'
  const canonical = [request.method, url.pathname, query, headers, signed, said].join('\n')
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash(canonical)].join('\n')
  const key = hmac(hmac(hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region), service), 'aws4_request')
  return hmac(key, text).toString('hex')
}
