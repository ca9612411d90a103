import { isPeriod } from '../../../survey/index.ts'

/** What `/skm/kukar?instansi=disdukcapil&periode=2026-T4` asks for; null where it says nothing. */
export type SurveyAddress = { readonly region: string | null; readonly agency: string | null; readonly period: string | null }

export function readAddress(location: { readonly pathname: string; readonly search: string }): SurveyAddress {
  const query = new URLSearchParams(location.search)
  const region = /^\/skm\/([^/]+)/.exec(location.pathname)?.[1]
  const period = query.get('periode')
  return {
    region: region === undefined ? null : decodeURIComponent(region),
    agency: query.get('instansi') || null,
    period: period !== null && isPeriod(period) ? period : null,
  }
}

export function surveyPath(region: string, agency: string | null, period: string | null): string {
  return `/skm/${encodeURIComponent(region)}${queryOf({ instansi: agency, periode: period })}`
}

/** Where the board is fetched. */
export function boardPath(region: string, agency: string | null, period: string | null, as: 'json' | 'csv'): string {
  return `/api/regions/${encodeURIComponent(region)}/survey${as === 'csv' ? '.csv' : ''}${queryOf({ agency, period })}`
}

function queryOf(values: Readonly<Record<string, string | null>>): string {
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null)
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}
