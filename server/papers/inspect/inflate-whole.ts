import { inflateSync } from 'node:zlib'
import type { Inflate } from '../../../game/case/index.ts'

/** Unpacks zlib data that is whole, with its checksum, and never more than is asked for. */
export const inflateWhole: Inflate = (packed, mostBytes) => {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, mostBytes) })
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken'
  }
}
