import type { BotFigure } from '../../../bench/bots/findings.ts'
import type { Load } from '../../../bench/server/measure-load.ts'

/** A load as a good run of 1,000 finds it, but for what is given. */
export function load(part: Partial<Load> = {}, figures: Readonly<Record<string, number>> = {}): Load {
  const values = {
    people: 1000,
    seconds: 20,
    frames_mean: 10,
    down_mean: 2150,
    late_p99: 5,
    walking_mean: 50,
    walking_least: 45,
    ...figures,
  }
  return {
    figures: Object.entries(values).map(([key, value]): BotFigure => ({ key, value, unit: '', n: 1000 })),
    cpuCores: 0.25,
    othersCores: 0.01,
    residentBeforeMb: 100,
    residentMb: 130,
    loopP99Ms: 10,
    ...part,
  }
}
