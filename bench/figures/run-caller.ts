import { Agent, request } from 'node:http'

export type Answer = { readonly status: number; readonly body: unknown; readonly setCookie: string | null }
export type CallOptions = {
  readonly cookie?: string
  readonly key?: string
  readonly body?: unknown
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One caller on kept-alive connections, which reads and writes JSON. */
export type Caller = {
  /** @throws the connection's error when no whole answer came */
  call(method: 'GET' | 'POST' | 'DELETE', path: string, options?: CallOptions): Promise<Answer>
  close(): void
}

const answerWithinMs = 20_000

/** @param port where the server listens on loopback, asked at every call: it may have started again elsewhere */
export function createCaller(port: () => number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  return {
    call(method, path, options = {}) {
      const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
      if (options.cookie !== undefined) headers.cookie = options.cookie
      if (options.key !== undefined) headers['idempotency-key'] = options.key
      // Every citizen calls from an address of their own; the server stands behind a proxy it trusts.
      if (options.from !== undefined) headers['x-forwarded-for'] = options.from
      const text = options.body === undefined ? '' : JSON.stringify(options.body)
      if (text !== '') headers['content-type'] = 'application/json'
      headers['content-length'] = String(Buffer.byteLength(text))
      return new Promise((resolve, reject) => {
        const call = request({ host: '127.0.0.1', port: port(), path, method, headers, agent, timeout: answerWithinMs }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('close', () => (response.complete ? undefined : reject(new Error('the answer broke off'))))
          response.on('end', () => {
            const said = Buffer.concat(chunks).toString()
            const isJson = response.headers['content-type']?.includes('json') === true
            const setCookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? null
            resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(said) : said, setCookie })
          })
        })
        call.on('timeout', () => call.destroy(new Error(`no answer within ${answerWithinMs / 1000} s`)))
        call.on('error', reject)
        call.end(text)
      })
    },
    close: () => agent.destroy(),
  }
}
