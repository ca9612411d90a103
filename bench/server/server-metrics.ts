/** What the server says of itself, by the name of the metric: the sum over its labels, or the largest where a sum means nothing. */
export type ServerMetrics = ReadonlyMap<string, number>

/** Times: the worst of several halls, not their sum. */
const isTime = (name: string): boolean => name.endsWith('_ms') || name.endsWith('_seconds')

/** Reads `GET /metrics`, those whose names begin with `only`. Empty when the server does not answer. */
export async function readServerMetrics(origin: string, only = ''): Promise<ServerMetrics> {
  try {
    return parseMetrics(await (await fetch(`${origin}/metrics?only=${only}`)).text())
  } catch {
    return new Map()
  }
}

/** Prometheus' text form: `name{labels} value`. */
export function parseMetrics(text: string): ServerMetrics {
  const metrics = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name, value] = /^([a-zA-Z_:][\w:]*)(?:\{.*\})? (\S+)/.exec(line) ?? []
    if (name === undefined) continue
    const before = metrics.get(name)
    metrics.set(name, before === undefined ? Number(value) : isTime(name) ? Math.max(before, Number(value)) : before + Number(value))
  }
  return metrics
}
