import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { writePlaylist, type Origin } from '../../game/stream/index.ts'

export type PlaylistEncoding = 'br' | 'gzip' | 'identity'

/** The playlist as it stands now; written and packed once for each change, however many viewers ask. */
export interface PlaylistCache {
  read(encoding: PlaylistEncoding): Buffer
}

export function createPlaylistCache(origin: Origin): PlaylistCache {
  let version = -1
  let packed: Partial<Record<PlaylistEncoding, Buffer>> = {}
  return {
    read(encoding) {
      if (version !== origin.version) {
        version = origin.version
        packed = { identity: Buffer.from(writePlaylist(origin.window, origin.stream === null)) }
      }
      const plain = packed.identity as Buffer
      packed[encoding] ??= encoding === 'br' ? brotli(plain) : gzipSync(plain, { level: 5 })
      return packed[encoding]
    },
  }
}

function brotli(plain: Buffer): Buffer {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  return brotliCompressSync(plain, { params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: plain.length } })
}

/** The best of ours that an Accept-Encoding header allows. */
export function chooseEncoding(header: string | string[] | undefined): PlaylistEncoding {
  const offered = String(header ?? '')
    .split(',')
    .map((token) => token.trim().toLowerCase())
    .filter((token) => !/;\s*q=0(\.0+)?$/.test(token))
    .map((token) => token.split(';')[0])
  return offered.includes('br') ? 'br' : offered.includes('gzip') ? 'gzip' : 'identity'
}
