import { percentile } from '../figures/percentile.ts'
import type { Meter } from './bot-socket.ts'
import type { TwinComparison } from './compare-twins.ts'
import type { BotOptions } from './options.ts'
import { sumOf, type Tally } from './tally.ts'

/** All that a run has seen. */
export type Findings = {
  readonly options: BotOptions
  /** Length of the window as it was. */
  readonly seconds: number
  /** Once a second: people who were in. */
  readonly people: readonly number[]
  /** What each viewer's connection carried in the window. */
  readonly meters: readonly Meter[]
  /** Once a second: whose feet the last tick moved, of those who were in. */
  readonly walkingShares: readonly number[]
  /** Bytes down of each viewer in each whole second. */
  readonly secondsDown: readonly number[]
  /** How well this process itself kept up: what it measures is worth little when its own turns come late. */
  readonly lateMs: readonly number[]
  readonly cpuCores: number
  readonly twins: TwinComparison
  /** From the first entry to the end, as are corrections, closes and connections; the rest is the window's. */
  readonly tally: Tally
  readonly intentsInAll: number
  /** Others whom twins had to ask for, because what they computed was not what the server has; in so many frames of news. */
  readonly lost: number
  readonly twinFrames: number
}

/** `n`: how many samples stand behind the value. */
export type BotFigure = { readonly key: string; readonly value: number; readonly unit: string; readonly n: number }

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The figures of a run, always the same keys in the same order but for the codes and reasons that occurred. */
export function figuresOf(found: Findings): BotFigure[] {
  const { meters, options, seconds, tally, twins } = found
  const rate = (key: keyof Meter): number[] => meters.map((meter) => meter[key] / seconds)
  const total = (key: keyof Meter): number => meters.reduce((sum, meter) => sum + meter[key], 0)
  const viewers = meters.length
  const row = (key: string, value: number, unit: string, n: number): BotFigure => ({ key, value, unit, n })
  const { light, twins: twinCorrections } = tally.corrections
  const corrections = (name: string): number => (light.get(name) ?? 0) + (twinCorrections.get(name) ?? 0)
  const reasons = [...new Set(['tooLate', 'diverged', 'tooMany', ...light.keys(), ...twinCorrections.keys()])]
  const codes = [...tally.closes.keys()].sort()
  return [
    row('people', mean(found.people), '', options.n),
    row('seconds', seconds, 's', 1),
    row('down_mean', mean(rate('bytesDown')), 'B/s a viewer', viewers),
    row('down_p99', percentile(rate('bytesDown'), 0.99), 'B/s a viewer', viewers),
    row('down_second_p99', percentile(found.secondsDown, 0.99), 'B in a second', found.secondsDown.length),
    row('frames_mean', mean(rate('framesDown')), '/s a viewer', total('framesDown')),
    row('news_frames_mean', mean(rate('newsFrames')), '/s a viewer', total('newsFrames')),
    row('up_mean', mean(rate('bytesUp')), 'B/s a viewer', viewers),
    row('intents', total('intents') / seconds, '/s', total('intents')),
    row('walking_mean', 100 * mean(found.walkingShares), '%', found.walkingShares.length),
    row('walking_least', 100 * percentile(found.walkingShares, 0), '%', found.walkingShares.length),
    row('connect_p50', percentile(tally.connectMs, 0.5), 'ms', tally.connectMs.length),
    row('connect_p99', percentile(tally.connectMs, 0.99), 'ms', tally.connectMs.length),
    row('went_home', tally.left, '', tally.connections),
    ...reasons.map((name) => row(`corrections_${name}`, corrections(name), '', found.intentsInAll)),
    ...codes.map((code) => row(`closes_${code}`, tally.closes.get(code) ?? 0, '', tally.connections)),
    row('failures', sumOf(tally.failures), '', tally.connections),
    row('twin_lost', found.lost, '', found.twinFrames),
    row('twin_pictures_wrong', twins.divergences, '', twins.pairs),
    row('twin_worst', twins.worstM, 'm', twins.pairs),
    row('twin_walking', twins.walking, '', twins.pairs + twins.walking),
    row('twin_strangers', twins.strangers, '', twins.pairs + twins.walking + twins.strangers),
    row('twin_lag', twins.lagTicks, 'ticks', twins.twins),
    row('twin_diverged', twinCorrections.get('diverged') ?? 0, '', twins.twins),
    row('late_p99', percentile(found.lateMs, 0.99), 'ms', found.lateMs.length),
    row('late_most', percentile(found.lateMs, 1), 'ms', found.lateMs.length),
    row('bots_cpu', found.cpuCores, 'cores', 1),
  ]
}

export const tableHead = `${'key'.padEnd(22)} ${'value'.padStart(12)} ${'unit'.padEnd(14)} ${'n'.padStart(9)}`

export function tableRow({ key, value, unit, n }: BotFigure): string {
  const text = Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1)
  return `${key.padEnd(22)} ${text.padStart(12)} ${unit.padEnd(14)} ${String(n).padStart(9)}`
}
