import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { demoOtpGateway, httpOtpGateway } from '../../../server/identity/index.ts'

const message = { phone: '+6281234567890', code: '123456', expiresAtMs: Date.UTC(2026, 0, 5, 3, 5) }
let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=hush`
}

describe('the HTTP gateway', () => {
  it('posts the code with the token', async () => {
    const seen: unknown[] = []
    const url = await serve(async (request, response) => {
      let body = ''
      for await (const part of request) body += part
      seen.push(request.method, request.headers.authorization, request.headers['content-type'], JSON.parse(body))
      response.writeHead(202).end('queued')
    })
    await httpOtpGateway({ url, token: 't0ken' }).send(message)
    expect(seen).toEqual([
      'POST',
      'Bearer t0ken',
      'application/json',
      {
        phone: '+6281234567890',
        code: '123456',
        expiresAt: '2026-01-05T03:05:00.000Z',
        text: expect.stringContaining('123456, berlaku sampai 10.05 WIB / 11.05 WITA / 12.05 WIT'),
      },
    ])
  })

  it('I24 says what went wrong without the number, the code or the query', async () => {
    const refused = await serve((_request, response) => void response.writeHead(401).end())
    const error = await httpOtpGateway({ url: refused, token: '' })
      .send(message)
      .catch((reason: Error) => reason)
    expect(error).toMatchObject({ code: 'gateway-failed', message: expect.stringContaining('answered 401') })
    for (const secret of ['81234567890', '123456', 'hush']) expect((error as Error).message).not.toContain(secret)
  })

  it('follows no redirect, and gives up on silence and on a closed door', async () => {
    const elsewhere = await serve((_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    await expect(httpOtpGateway({ url: elsewhere, token: 't' }).send(message)).rejects.toMatchObject({ code: 'gateway-failed' })
    server?.close()
    const silent = await serve(() => {})
    await expect(httpOtpGateway({ url: silent, token: 't', timeoutMs: 50 }).send(message)).rejects.toThrow('did not answer within 50 ms')
    await expect(httpOtpGateway({ url: 'http://127.0.0.1:1/', token: 't' }).send(message)).rejects.toMatchObject({ code: 'gateway-failed' })
    expect(() => httpOtpGateway({ url: 'sms://x', token: 't' })).toThrow(TypeError)
  })
})

describe('the demonstration gateway', () => {
  it('writes the code to the log and keeps the newest first', async () => {
    const logged: unknown[] = []
    const gateway = demoOtpGateway((fields) => logged.push(fields))
    for (let i = 0; i < 60; i++) await gateway.send({ ...message, code: String(100_000 + i) })
    expect(gateway.recent()).toHaveLength(50)
    expect(gateway.recent()[0].code).toBe('100059')
    expect(logged[59]).toEqual({ phone: '+62 812 •••• 7890', code: '100059' })
  })
})
