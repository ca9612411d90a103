import type { BotFigure } from '../bots/findings.ts'
import type { Load } from './measure-load.ts'

/** The value of a crowd's figure; NaN when it has none of that name, which no bar lets pass. */
export function figureOf(figures: readonly BotFigure[], key: string): number {
  return figures.find((figure) => figure.key === key)?.value ?? Number.NaN
}

/** Memory that one person more costs, MB of 1,000,000 bytes. */
export function growthMb({ figures, residentMb, residentBeforeMb }: Load): number {
  return (residentMb - residentBeforeMb) / figureOf(figures, 'people')
}

/** What a crowd costs a server, whatever server it is. NaN where it could not be measured. */
export function loadFigures(load: Load): BotFigure[] {
  const people = Math.round(figureOf(load.figures, 'people'))
  const seconds = Math.round(figureOf(load.figures, 'seconds'))
  const row = (key: string, value: number | null, unit: string, n: number): BotFigure => ({
    key,
    value: value ?? Number.NaN,
    unit,
    n: value === null ? 0 : n,
  })
  return [
    row('server_cpu', load.cpuCores, 's/s', seconds),
    row('server_cpu_each', (1e6 * load.cpuCores) / people, 'µs/s a person', people),
    row('others_cpu', load.othersCores, 's/s', seconds),
    row('rss_before', load.residentBeforeMb, 'MB', 1),
    row('rss_crowd', load.residentMb, 'MB', seconds),
    row('rss_each', growthMb(load), 'MB a person', people),
    row('loop_p99', load.loopP99Ms, 'ms', seconds),
  ]
}

/** Others may have what a core has left; where nothing is left, times are longer than they need be. */
const leastIdle = 0.1
const mostOthers = 0.2

/** What else went on, as sentences: the numbers are those of a busy machine. */
export function loadDoubts({ cpuCores, othersCores }: Load): string[] {
  if (othersCores === null || othersCores <= mostOthers || cpuCores + othersCores <= 1 - leastIdle) return []
  return [`other programs took ${othersCores.toFixed(2)} of the server's core and left nothing of it: measure when nothing else runs`]
}
