import { useEffect, useRef } from 'preact/hooks'
import type { ChartSpec } from './chart-spec.ts'
import { drawChart } from './draw-chart.ts'

/** A chart and its key. Hidden from screen readers: the table beside it says the same. */
export function Chart(props: { title: string; unit: string; spec: ChartSpec }) {
  const { title, unit, spec } = props
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const chart = drawChart(element, spec, element.clientWidth)
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0) chart.fit(element.clientWidth)
    })
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.remove()
    }
  }, [spec])
  return (
    <figure class="card chart" aria-hidden="true">
      <figcaption>
        <strong>{title}</strong> <span class="soft">{unit}</span>
        <span class="chart-key">
          {spec.series.map(({ name, colour }) => (
            <span key={name} class={`key-${colour}`}>
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      <div ref={place} class="chart-place" />
    </figure>
  )
}
