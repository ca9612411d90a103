/** What a chart draws, without saying how. */
export type ChartSpec = {
  /** What stands below each place, from left to right. */
  readonly labels: readonly string[]
  readonly series: readonly ChartSeries[]
  /** `stacked`: bars on top of each other; `beside`: next to each other; `lines`: points joined. */
  readonly shape: 'stacked' | 'beside' | 'lines'
}
export type ChartSeries = {
  /** For the key beside the chart. */
  readonly name: string
  /** 1 to 3: `--chart-1` … of the style sheet. */
  readonly colour: 1 | 2 | 3
  /** One for each label; null where there is none. */
  readonly values: readonly (number | null)[]
}

/** Bars on top of each other as bars from the floor, the tallest first so that the lower ones lie over it. */
export function stacked(series: readonly ChartSeries[]): readonly ChartSeries[] {
  return series.map((one, index) => ({ ...one, values: one.values.map((_, at) => sumTo(series, index, at)) })).reverse()
}

function sumTo(series: readonly ChartSeries[], last: number, at: number): number {
  return series.slice(0, last + 1).reduce((sum, { values }) => sum + (values[at] ?? 0), 0)
}
