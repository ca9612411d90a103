const stretchMs = 12

/**
 * Waited for between small pieces of work, it lets the page draw and answer touches once the work has gone on for 12 ms.
 * @param now milliseconds, rising. @param rest lets the page have its turn
 */
export function createBreath(now: () => number, rest: () => Promise<void>): () => Promise<void> | void {
  let sinceMs = now()
  return () => {
    if (now() - sinceMs < stretchMs) return
    return rest().finally(() => {
      sinceMs = now()
    })
  }
}
