/**
 * Runs an asynchronous refresh so that the newest state always goes out last: a call during a run leads to one more run after it.
 * @param onError told of a failed run; the next call runs again
 */
export function createRefresher(refresh: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let isRunning = false
  let isWanted = false
  async function run(): Promise<void> {
    isRunning = true
    try {
      while (isWanted) {
        isWanted = false
        await refresh()
      }
    } catch (error) {
      onError(error)
    } finally {
      isRunning = false
    }
  }
  return () => {
    isWanted = true
    if (!isRunning) void run()
  }
}
