/** Leaves out of a list what is not needed for it to fail: halves first, then less and less. `isFailing` is asked up to `mostTries` times. */
export async function shrinkList<T>(
  list: readonly T[],
  isFailing: (list: readonly T[]) => Promise<boolean>,
  mostTries = 600,
): Promise<readonly T[]> {
  let kept = list
  let tries = 0
  for (let size = Math.ceil(list.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length && tries < mostTries; ) {
      const fewer = kept.toSpliced(start, size)
      tries++
      if (await isFailing(fewer)) kept = fewer
      else start += size
    }
  }
  return kept
}
