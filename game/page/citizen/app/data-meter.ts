import { signal, type ReadonlySignal } from '@preact/signals'

/** What this visit has cost in data so far. */
export type DataMeter = {
  readonly bytes: ReadonlySignal<number>
  /** Bytes that the browser's own list of loaded files does not tell of: sockets, talks. */
  add(bytes: number): void
}

/** Counts every file that the page loads, its own among them, headers included; lives as long as the page. */
export function createDataMeter(): DataMeter {
  const bytes = signal(0)
  const add = (more: number) => {
    if (more > 0) bytes.value += more
  }
  if (typeof PerformanceObserver !== 'undefined') {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) add((entry as PerformanceResourceTiming).transferSize ?? 0)
    })
    // What was loaded before this script is told of too.
    for (const type of ['navigation', 'resource']) observer.observe({ type, buffered: true })
  }
  return { bytes, add }
}
