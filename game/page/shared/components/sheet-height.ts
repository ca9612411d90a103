/** The three heights of a sheet on a phone: its head, half of the screen, nearly all of it. */
export type SheetHeight = 'peek' | 'half' | 'full'

/** What a tap on the grip gives: half → full → peek → half. */
export function nextHeight(height: SheetHeight): SheetHeight {
  if (height === 'half') return 'full'
  return height === 'full' ? 'peek' : 'half'
}

/** Where a sheet comes to rest that was let go at this share (0 to 1) of the screen's height. */
export function nearestHeight(share: number): SheetHeight {
  if (share < 0.45) return 'peek'
  return share < 0.77 ? 'half' : 'full'
}
