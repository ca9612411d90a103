import { connect, type NetConnectOpts } from 'node:net'
import { paperRefusal } from './paper-refusal.ts'

/** A virus scanner. */
export type Scanner = {
  /** Resolves when nothing was found. @throws paper-virus {name}; scanner-unavailable when it does not answer */
  scan(bytes: Uint8Array): Promise<void>
}
/** A socket in the file system, or a host and port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number }

const chunkBytes = 256 * 1024

/** `/run/clamav/clamd.ctl`, or `host:3310`. @throws TypeError that names CLAMD */
export function readClamdAddress(text: string): ClamdAddress {
  if (text.startsWith('/')) return { path: text }
  const [, host, port] = /^(?:tcp:\/\/)?(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? []
  if (host === undefined) throw new TypeError('CLAMD must be the path of its socket (/run/clamav/clamd.ctl) or host:port (localhost:3310)')
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

/** ClamAV's daemon over its socket (clamd(8): INSTREAM). One connection a file. */
export function createClamd(address: ClamdAddress, options: { readonly mostMs?: number } = {}): Scanner {
  const { mostMs = 60_000 } = options
  return {
    async scan(bytes) {
      const answer = await instream(address, bytes, mostMs)
      if (answer === 'stream: OK') return
      const name = /^stream: (.+) FOUND$/.exec(answer)?.[1]
      if (name === undefined) throw paperRefusal('scanner-unavailable', { reason: answer.slice(0, 200) })
      throw paperRefusal('paper-virus', { name: name.replace(/[^\w.()/:-]/g, '?').slice(0, 80) })
    },
  }
}

function instream(address: NetConnectOpts, bytes: Uint8Array, mostMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address)
    let answer = ''
    const fail = (reason: string): void => {
      socket.destroy()
      reject(paperRefusal('scanner-unavailable', { reason }))
    }
    socket.setTimeout(mostMs, () => fail('it took too long'))
    socket.once('error', (error) => fail(error.message))
    socket.on('data', (part: Buffer) => {
      answer += part.toString('latin1')
      const end = answer.indexOf('\0')
      if (end >= 0) {
        socket.destroy()
        resolve(answer.slice(0, end))
      } else if (answer.length > 4096) fail('an answer without end')
    })
    socket.once('close', () => fail('it hung up'))
    socket.once('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        const chunk = bytes.subarray(at, at + chunkBytes)
        const length = Buffer.alloc(4)
        length.writeUInt32BE(chunk.length)
        socket.write(length)
        socket.write(chunk)
      }
      socket.write(Buffer.alloc(4))
    })
  })
}
