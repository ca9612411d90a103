/**
 * Counts what was loaded over the network from addresses that start with `prefix`, headers included, for the data meter.
 * @returns what ends the counting
 */
export function countBytes(prefix: string, onBytes: (bytes: number) => void): () => void {
  if (typeof PerformanceObserver === 'undefined') return () => {}
  const full = new URL(prefix, location.href).href
  const observer = new PerformanceObserver((list) => {
    let bytes = 0
    for (const entry of list.getEntriesByType('resource'))
      if (entry.name.startsWith(full)) bytes += (entry as PerformanceResourceTiming).transferSize
    if (bytes > 0) onBytes(bytes)
  })
  observer.observe({ type: 'resource' })
  return () => observer.disconnect()
}
