import type { CaseMark } from '../../../../api/index.ts'

/** Where on a picture a mark lies, said of its middle: for who cannot see it, and for who looks for it. */
type MarkPlace = `${'top' | 'middle' | 'bottom'}-${'left' | 'centre' | 'right'}`

export function markPlace({ x, y, width, height }: Pick<CaseMark, 'x' | 'y' | 'width' | 'height'>): MarkPlace {
  return `${third(y + height / 2, ['top', 'middle', 'bottom'])}-${third(x + width / 2, ['left', 'centre', 'right'])}`
}

function third<T extends string>(at: number, [first, second, last]: readonly [T, T, T]): T {
  if (at < 1 / 3) return first
  return at > 2 / 3 ? last : second
}
