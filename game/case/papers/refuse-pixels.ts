import { paperError } from './paper-errors.ts'
import type { PaperLimits } from './paper-limits.ts'

/** @throws paper-pixels {megapixels, limit}, before anything is decoded */
export function refusePixels(width: number, height: number, { mostPixels }: Pick<PaperLimits, 'mostPixels'>): void {
  if (width * height <= mostPixels) return
  const megapixels = Math.ceil((width * height) / 1e6)
  throw paperError('paper-pixels', `${width} × ${height}`, { megapixels, limit: Math.floor(mostPixels / 1e6) })
}
