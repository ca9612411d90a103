/** Fewer respondents than this are never shown by themselves. */
export const smallestCell = 5

/**
 * Which cells of a table may be shown whose total is shown too. Too small ones are hidden; and when what is hidden together is itself too small, so that the
 * total less the rest would tell it, the smallest shown cell is hidden with it. One hidden cell alone is always too small.
 * @param cells respondents by key; together they are the total
 * @returns the keys that may be shown
 */
export function shownCells(cells: ReadonlyMap<string, number>): Set<string> {
  const bySize = [...cells].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
  const shown = bySize.filter(([, count]) => count >= smallestCell)
  const hidden = bySize.filter(([, count]) => count > 0 && count < smallestCell)
  let together = hidden.reduce((sum, [, count]) => sum + count, 0)
  while (shown.length > 0 && together > 0 && together < smallestCell) {
    const [, count] = shown.shift() as (typeof shown)[number]
    together += count
  }
  return new Set(shown.map(([key]) => key))
}
