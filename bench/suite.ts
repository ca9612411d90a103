import Benchmark from 'benchmark'

/** One thing to time. */
export type Case = {
  readonly name: string
  /** Does `operations` operations; the same work every time it is called. */
  readonly run: () => void
  /** Default 1. */
  readonly operations?: number
}

/** A suite makes its cases, seeded, and frees what they hold. */
export type Suite = {
  readonly name: string
  readonly about: string
  readonly open: () => Promise<{ readonly cases: readonly Case[]; readonly close: () => void }>
}

export type Row = {
  readonly name: string
  readonly operationsPerSecond: number
  /** Relative margin of error at 95 %, percent. */
  readonly marginPercent: number
  readonly nsPerOperation: number
  /** Samples that benchmark.js kept. */
  readonly samples: number
}

const warmUpMs = 400

/** Warms every case up, then times one after the other. `onRow` hears of each as it ends. */
export function runSuite(cases: readonly Case[], onRow: (row: Row) => void): Row[] {
  return cases.map((one) => {
    for (const until = performance.now() + warmUpMs; performance.now() < until; ) one.run()
    const bench = new Benchmark(one.name, one.run, { maxTime: 2, minSamples: 20 })
    bench.run({ async: false })
    if (bench.error) throw bench.error
    const secondsPerOperation = bench.stats.mean / (one.operations ?? 1)
    const row = {
      name: one.name,
      operationsPerSecond: 1 / secondsPerOperation,
      marginPercent: bench.stats.rme,
      nsPerOperation: secondsPerOperation * 1e9,
      samples: bench.stats.sample.length,
    }
    onRow(row)
    return row
  })
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

export const tableHead = `${'name'.padEnd(52)} ${'ops/s'.padStart(12)} ${'±%'.padStart(6)} ${'ns/op'.padStart(14)} ${'n'.padStart(4)}`

export function tableRow(row: Row): string {
  const { name, operationsPerSecond, marginPercent, nsPerOperation, samples } = row
  const cells = [
    numbers.format(operationsPerSecond).padStart(12),
    marginPercent.toFixed(1).padStart(6),
    numbers.format(nsPerOperation).padStart(14),
  ]
  return `${name.padEnd(52)} ${cells.join(' ')} ${String(samples).padStart(4)}`
}
