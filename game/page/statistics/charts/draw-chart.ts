import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { stacked, type ChartSeries, type ChartSpec } from './chart-spec.ts'

const heightPx = 220

/** A chart in the element that it was given. Free it with `remove()`. */
export type DrawnChart = { fit(widthPx: number): void; remove(): void }

/**
 * Draws with uPlot, the only one that does: on a canvas, and all its styles go through the DOM's own properties, so that a policy of
 * `style-src 'self'` holds. Colours come from the style sheet.
 */
export function drawChart(element: HTMLElement, spec: ChartSpec, widthPx: number): DrawnChart {
  const style = getComputedStyle(element)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  const font = `13px ${colour('--font')}`
  const series = spec.shape === 'stacked' ? stacked(spec.series) : spec.series
  const places = spec.labels.map((_, index) => index)
  const axis = { font, stroke: colour('--ink-soft') }
  const plot = new uPlot(
    {
      width: widthPx,
      height: heightPx,
      padding: [8, 4, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      select: { show: false, left: 0, top: 0, width: 0, height: 0 },
      scales: {
        x: { time: false, range: () => [-0.6, spec.labels.length - 0.4] },
        y: { range: (_, __, max) => [0, Math.max(1, (max ?? 0) * 1.08)] },
      },
      axes: [
        {
          ...axis,
          size: 28,
          gap: 4,
          grid: { show: false },
          ticks: { show: false },
          splits: () => places,
          values: () => thinned(spec.labels, widthPx),
        },
        {
          ...axis,
          size: 36,
          gap: 4,
          grid: { stroke: colour('--line'), width: 1 },
          ticks: { show: false },
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
        },
      ],
      series: [{}, ...series.map((one, index) => drawn(one, { ...spec, index, colour: colour(`--chart-${one.colour}`) }))],
    },
    [places, ...series.map(({ values }) => [...values])],
    element,
  )
  return { fit: (width) => plot.setSize({ width, height: heightPx }), remove: () => plot.destroy() }
}

function drawn(series: ChartSeries, how: Pick<ChartSpec, 'shape'> & { index: number; colour: string }): uPlot.Series {
  const { shape, index, colour } = how
  if (shape === 'lines')
    return { label: series.name, stroke: colour, width: 2.5, points: { show: true, size: 8, fill: colour }, spanGaps: false }
  const bars =
    shape === 'stacked'
      ? { size: [0.66, 44] as [number, number] }
      : { size: [0.34, 24] as [number, number], align: (index === 0 ? -1 : 1) as -1 | 1 }
  return {
    label: series.name,
    fill: colour,
    stroke: colour,
    width: 0,
    points: { show: false },
    paths: uPlot.paths.bars?.({ ...bars, radius: 0.12 }),
  }
}

/** Every so many labels that they do not touch. */
function thinned(labels: readonly string[], widthPx: number): string[] {
  const longest = Math.max(...labels.map(({ length }) => length)) * 8 + 8
  const step = Math.max(1, Math.ceil((labels.length * longest) / Math.max(1, widthPx - 40)))
  return labels.map((label, index) => (index % step === 0 ? label : ''))
}
