import { correctionReason } from '@balai/engine/net'
import { percentile } from '../figures/percentile.ts'
import type { Meter } from './bot-socket.ts'
import type { TwinComparison } from './compare-twins.ts'
import type { CrowdWindow } from './crowd.ts'
import type { BotOptions } from './options.ts'
import { sumOf, type Tally } from './tally.ts'

/** All that a run has seen. */
export type Findings = CrowdWindow & {
  readonly options: BotOptions
  /** How well this process itself kept up: what it measures is worth little when its own turns come late. */
  readonly lateMs: readonly number[]
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

const row = (key: string, value: number, unit: string, n: number): BotFigure => ({ key, value, unit, n })

/** What any crowd's window says, of whatever server. */
export function windowFigures(window: CrowdWindow): BotFigure[] {
  const { meters, people, seconds, secondsDown, walkingShares } = window
  const rate = (key: keyof Meter): number[] => meters.map((meter) => meter[key] / seconds)
  const total = (key: keyof Meter): number => meters.reduce((sum, meter) => sum + meter[key], 0)
  const viewers = meters.length
  return [
    row('people', mean(people), '', viewers),
    row('seconds', seconds, 's', 1),
    row('down_mean', mean(rate('bytesDown')), 'B/s a viewer', viewers),
    row('down_p99', percentile(rate('bytesDown'), 0.99), 'B/s a viewer', viewers),
    row('down_second_p99', percentile(secondsDown, 0.99), 'B in a second', secondsDown.length),
    row('frames_mean', mean(rate('framesDown')), '/s a viewer', total('framesDown')),
    row('news_frames_mean', mean(rate('newsFrames')), '/s a viewer', total('newsFrames')),
    row('up_mean', mean(rate('bytesUp')), 'B/s a viewer', viewers),
    row('up_frames_mean', mean(rate('framesUp')), '/s a viewer', total('framesUp')),
    row('intents', total('intents') / seconds, '/s', total('intents')),
    row('walking_mean', 100 * mean(walkingShares), '%', walkingShares.length),
    row('walking_least', 100 * percentile(walkingShares, 0), '%', walkingShares.length),
  ]
}

/** How well the process that was the crowd kept up. */
export function crowdFigures({ lateMs, cpuCores }: Pick<Findings, 'lateMs' | 'cpuCores'>): BotFigure[] {
  return [
    row('late_p99', percentile(lateMs, 0.99), 'ms', lateMs.length),
    row('late_most', percentile(lateMs, 1), 'ms', lateMs.length),
    row('bots_cpu', cpuCores, 'cores', 1),
  ]
}

/** The figures of a run, always the same keys in the same order but for the codes and reasons that occurred. */
export function figuresOf(found: Findings): BotFigure[] {
  const { tally, twins } = found
  const { light, twins: twinCorrections } = tally.corrections
  const corrections = (name: string): number => (light.get(name) ?? 0) + (twinCorrections.get(name) ?? 0)
  const reasons = [...new Set([...Object.keys(correctionReason), ...light.keys(), ...twinCorrections.keys()])]
  const codes = [...tally.closes.keys()].sort()
  return [
    ...windowFigures(found),
    row('connect_p50', percentile(tally.connectMs, 0.5), 'ms', tally.connectMs.length),
    row('connect_p99', percentile(tally.connectMs, 0.99), 'ms', tally.connectMs.length),
    row('went_home', tally.left, '', tally.connections),
    row('avatar_ticks', tally.ticks, '', tally.ticks),
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
    ...crowdFigures(found),
  ]
}

const keyWidth = 22

export const tableHead = `${'key'.padEnd(keyWidth)} ${'value'.padStart(12)} ${'unit'.padEnd(14)} ${'n'.padStart(9)}`

export function tableRow({ key, value, unit, n }: BotFigure, width = keyWidth): string {
  const text = Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 1 ? 3 : Math.abs(value) < 10 ? 2 : 1)
  return `${key.padEnd(width)} ${text.padStart(12)} ${unit.padEnd(14)} ${String(n).padStart(9)}`
}
