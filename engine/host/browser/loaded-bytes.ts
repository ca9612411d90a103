/**
 * Bytes over the network of what this worker has loaded by itself (a page's own list does not name them): scripts, WASM, pictures.
 * 0 on a page, which counts its own.
 */
export function loadedBytes(): number {
  if (typeof document !== 'undefined') return 0
  return (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).reduce((sum, entry) => sum + entry.transferSize, 0)
}
