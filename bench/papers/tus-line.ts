import { request } from 'node:http'
import { paperUploadPath } from '../../game/api/index.ts'
import type { RunCitizen } from '../figures/run-citizen.ts'

/** What a request of the protocol was answered; status 0: the line broke before an answer. */
export type TusAnswer = { readonly status: number; readonly offset: number; readonly location: string }

/** One citizen's line to the uploads, which may be cut anywhere. */
export type TusLine = {
  create(bytes: number, metadata?: string): Promise<TusAnswer>
  offset(location: string): Promise<TusAnswer>
  /** Sends `bytes` from `offset` on. @param cutAfter hang up after so many of them; left out: send all */
  send(location: string, offset: number, bytes: Uint8Array, cutAfter?: number): Promise<TusAnswer>
}

const pieceBytes = 128 * 1024
const answerWithinMs = 60_000

/** @param port where the server listens on loopback, asked at every call: it may have started again elsewhere */
export function createTusLine(port: () => number, { cookie, from }: RunCitizen): TusLine {
  const shared = { 'tus-resumable': '1.0.0', cookie, 'x-forwarded-for': from }

  function call(
    method: string,
    path: string,
    headers: Record<string, string | number>,
    bytes?: Uint8Array,
    cutAfter = Infinity,
  ): Promise<TusAnswer> {
    return new Promise((resolve) => {
      const call = request({
        host: '127.0.0.1',
        port: port(),
        path,
        method,
        headers: { ...shared, ...headers },
        agent: false,
        timeout: answerWithinMs,
      })
      const broke = (): void => resolve({ status: 0, offset: -1, location: '' })
      call.on('error', broke)
      call.on('timeout', () => call.destroy())
      call.on('close', broke)
      call.on('response', (response) => {
        response.resume()
        const { location = '', 'upload-offset': offset } = response.headers
        response.on('end', () => resolve({ status: response.statusCode ?? 0, offset: Number(offset ?? -1), location }))
        response.on('error', broke)
      })
      if (bytes === undefined) call.end()
      else void write(call, bytes, cutAfter)
    })
  }
  return {
    create: (bytes, metadata) =>
      call('POST', paperUploadPath, { 'upload-length': bytes, ...(metadata === undefined ? {} : { 'upload-metadata': metadata }) }),
    offset: (location) => call('HEAD', location, {}),
    send: (location, offset, bytes, cutAfter) =>
      call(
        'PATCH',
        location,
        { 'upload-offset': offset, 'content-type': 'application/offset+octet-stream', 'content-length': bytes.length },
        bytes,
        cutAfter,
      ),
  }
}

/** As fast as the line takes it; the line is torn, not closed, when it is cut. */
async function write(call: ReturnType<typeof request>, bytes: Uint8Array, cutAfter: number): Promise<void> {
  let goOn = (): void => undefined
  call.on('drain', () => goOn()).on('close', () => goOn())
  for (let at = 0; at < bytes.length && !call.destroyed; at += pieceBytes) {
    const end = Math.min(at + pieceBytes, bytes.length, cutAfter)
    if (end > at && !call.write(bytes.subarray(at, end))) {
      await new Promise<void>((free) => {
        goOn = free
      })
    }
    if (end >= cutAfter) {
      // What was written is given time to leave this process.
      await new Promise((left) => setTimeout(left, 5))
      return void call.destroy()
    }
  }
  call.end()
}
