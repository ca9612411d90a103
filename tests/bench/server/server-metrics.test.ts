import { describe, expect, it } from 'vitest'
import { parseMetrics } from '../../../bench/server/server-metrics.ts'

describe('the metrics of a server', () => {
  const metrics = parseMetrics(`# HELP balai_world_slipped_ticks Asked
# TYPE balai_world_slipped_ticks gauge
balai_world_slipped_ticks{region="kukar"} 3
balai_world_slipped_ticks{region="kendari"} 4
balai_main_loop_p99_ms{thread="a"} 12.5
balai_main_loop_p99_ms{thread="b"} 4
balai_http_seconds_bucket{le="0.01",route="/a b"} 1.5e3
nodejs_eventloop_lag_seconds 0
`)
  it('are summed over labels, but for times, of which the worst counts', () => {
    expect(metrics.get('balai_world_slipped_ticks')).toBe(7)
    expect(metrics.get('balai_main_loop_p99_ms')).toBe(12.5)
    expect(metrics.get('balai_http_seconds_bucket')).toBe(1500)
    expect(metrics.get('nodejs_eventloop_lag_seconds')).toBe(0)
  })
  it('are not there when nobody says them', () => {
    expect(metrics.has('balai_world_people')).toBe(false)
  })
})
