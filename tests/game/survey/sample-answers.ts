import { surveyElements, type Profile, type Response } from '../../../game/survey/index.ts'

export const all = (answer: number): Record<string, number> => Object.fromEntries(surveyElements.map((element) => [element, answer]))

/** `count` answers of one day, agency and service, all the same. */
export function answered(
  count: number,
  day: string,
  more: { agency?: string; service?: string | null; answer?: number; profile?: Profile } = {},
): Response[] {
  const { agency = 'disdukcapil', service = 'ktp', answer = 4, profile = {} } = more
  return Array.from({ length: count }, () => ({ day, agency, service, answers: all(answer), profile }))
}
