import { mkdtemp, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createClamd, readClamdAddress } from '../../../server/papers/clamd.ts'
import { eicar, startSmallClamd } from './small-clamd.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})
async function clamd(options: Parameters<typeof startSmallClamd>[0] = {}) {
  const started = await startSmallClamd(options)
  closers.push(started.close)
  return started
}

describe('the virus scanner', () => {
  test('hears every byte in chunks, and answers OK or what it found', async () => {
    const { address, heard } = await clamd()
    const scanner = createClamd(address)
    const bytes = Uint8Array.from({ length: 700_001 }, (_, i) => i & 255)
    await scanner.scan(bytes)
    expect(Buffer.compare(heard()[0], bytes)).toBe(0)
    await scanner.scan(new Uint8Array(0))
    await expect(scanner.scan(Buffer.concat([bytes, Buffer.from(eicar)]))).rejects.toMatchObject({
      code: 'paper-virus',
      details: { name: 'Eicar-Test-Signature' },
    })
  })

  test('listens on a socket in the file system too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'balai-clamd-'))
    closers.push(() => rm(folder, { recursive: true }))
    const { address } = await clamd({ path: join(folder, 'clamd.ctl') })
    await createClamd(address).scan(new Uint8Array(10))
    expect(address).toEqual(readClamdAddress(join(folder, 'clamd.ctl')))
  })

  test('that fails, hangs up, says nonsense, says nothing or is not there lets no paper through', async () => {
    const answers: ((socket: Socket) => void)[] = [
      (socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'),
      (socket) => socket.destroy(),
      (socket) => socket.end('stream: OK FOUND OK\0'),
      (socket) => socket.write('a'.repeat(5000)),
      () => undefined,
    ]
    for (const answer of answers) {
      const { address } = await clamd({ answer })
      await expect(createClamd(address, { mostMs: 300 }).scan(new Uint8Array(10))).rejects.toMatchObject({ code: 'scanner-unavailable' })
    }
    const { address, close } = await startSmallClamd()
    await close()
    await expect(createClamd(address).scan(new Uint8Array(10))).rejects.toMatchObject({ code: 'scanner-unavailable' })
  })

  test('a name that it found is shown without what could be markup', async () => {
    const { address } = await clamd({ answer: (socket) => socket.end('stream: <b>Win.Test</b>-1 FOUND\0') })
    await expect(createClamd(address).scan(new Uint8Array(1))).rejects.toMatchObject({ details: { name: '?b?Win.Test?/b?-1' } })
  })

  test('addresses are a path or host and port', () => {
    expect(readClamdAddress('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
    expect(readClamdAddress('scan.kukar.go.id:3310')).toEqual({ host: 'scan.kukar.go.id', port: 3310 })
    expect(readClamdAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 })
    for (const wrong of ['localhost', 'host:', ':3310', 'a b:1']) expect(() => readClamdAddress(wrong)).toThrow(/CLAMD/)
  })
})
