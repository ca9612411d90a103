import { periodOf, type SurveyPeriod } from './period.ts'
import { profileChoices, profileFields, type ProfileField } from './profile.ts'
import { releasesOf, type Response } from './release.ts'
import { sampleStatus, type SampleStatus } from './sample-size.ts'
import { shownCells } from './suppress.ts'
import { scoreSurveys, type SurveyScore } from './survey.ts'

/** A row of a table; `score` null: fewer than five, or hidden so that they cannot be reckoned from the rest. */
export type ScoredCell = { readonly key: string; readonly score: SurveyScore | null }
/** What everybody may see of a region's or an agency's survey in one quarter. */
export type Dashboard = {
  readonly period: SurveyPeriod
  /** The quarter goes on: only whole is shown, and it lags a day or more. */
  readonly isRunning: boolean
  /** null: fewer than five answers are public, or what is shown would tell them. */
  readonly whole: SurveyScore | null
  readonly sample: SampleStatus
  /** Of a region: its agencies. Of an agency: its services, once the quarter has ended. */
  readonly parts: readonly ScoredCell[]
  /** Of a region, once the quarter has ended. `key` empty: did not say. */
  readonly profile: readonly { readonly field: ProfileField; readonly cells: readonly ScoredCell[] }[]
}

/** Services done in a quarter, by agency. */
export type ServedCounts = ReadonlyMap<string, number>

/**
 * A region's board (`agency` null) or an agency's, from all of the region's answers.
 * @param today YYYY-MM-DD in the region; what was answered today is not public yet
 */
export function buildDashboard(
  responses: readonly Response[],
  options: { readonly agency: string | null; readonly period: SurveyPeriod; readonly today: string; readonly served: ServedCounts },
): Dashboard {
  const { agency, period, today, served } = options
  const isRunning = period >= periodOf(today)
  const byAgency = publicOf(responses, period, today)
  if (agency === null) {
    const all = [...byAgency.values()].flat()
    return {
      period,
      isRunning,
      whole: scoreSurveys(all.map(({ answers }) => answers)),
      sample: sampleStatus(sum(served.values()), all.length),
      parts: scoreCells(byAgency),
      profile: isRunning ? [] : profileFields.map((field) => ({ field, cells: scoreCells(byProfile(all, field)) })),
    }
  }
  const own = byAgency.get(agency) ?? []
  return {
    period,
    isRunning,
    whole: scoreSurveys(own.map(({ answers }) => answers)),
    sample: sampleStatus(served.get(agency) ?? 0, own.length),
    parts: isRunning ? [] : scoreCells(groupBy(own, ({ service }) => service ?? '')),
    profile: [],
  }
}

/** By agency, those whose release falls into the quarter. An answer that waited over its end counts in the next. */
function publicOf(responses: readonly Response[], period: SurveyPeriod, today: string): Map<string, Response[]> {
  const found = new Map<string, Response[]>()
  for (const [agency, own] of groupBy(responses, (response) => response.agency)) {
    const released = releasesOf(own, today).filter(({ on }) => periodOf(on) === period)
    if (released.length > 0)
      found.set(
        agency,
        released.flatMap((release) => release.responses),
      )
  }
  return found
}

function scoreCells(groups: ReadonlyMap<string, readonly Response[]>): ScoredCell[] {
  const shown = shownCells(new Map([...groups].map(([key, rows]) => [key, rows.length])))
  return [...groups.keys()].sort().map((key) => ({
    key,
    score: shown.has(key) ? scoreSurveys((groups.get(key) ?? []).map(({ answers }) => answers)) : null,
  }))
}

/** Every choice has its row, so that a missing one tells nothing. */
function byProfile(responses: readonly Response[], field: ProfileField): Map<string, Response[]> {
  const groups = new Map<string, Response[]>([...profileChoices[field], ''].map((choice) => [choice, []]))
  for (const response of responses) groups.get(response.profile[field] ?? '')?.push(response)
  return groups
}

function groupBy(responses: readonly Response[], keyOf: (response: Response) => string): Map<string, Response[]> {
  const groups = new Map<string, Response[]>()
  for (const response of responses) {
    const key = keyOf(response)
    const others = groups.get(key)
    if (others === undefined) groups.set(key, [response])
    else others.push(response)
  }
  return groups
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
