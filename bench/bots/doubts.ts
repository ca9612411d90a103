import type { BotFigure } from './findings.ts'

/** From here on the bots are a part of what they measure. */
const mostLateMs = 100
const leastIn = 0.95

/** Why the figures of a run are not those of the run that was asked for, as sentences; empty when they are. */
export function doubtsOf(figures: readonly BotFigure[]): string[] {
  const find = (key: string) => figures.find((figure) => figure.key === key)
  const people = find('people')
  const late = find('late_p99')
  const doubts: string[] = []
  if (people === undefined || !(people.value >= leastIn * people.n))
    doubts.push(`only ${people?.value.toFixed(0) ?? 0} of ${people?.n ?? 0} were in: the numbers are theirs`)
  if (late === undefined || !(late.value <= mostLateMs))
    doubts.push(
      `the bots' own turns came ${late?.value.toFixed(0) ?? '?'} ms late: this machine has too little time for so many, and for its server`,
    )
  return doubts
}
