import { CodedError } from '@balai/engine/core'
import {
  buildDashboard,
  checkAnswers,
  checkProfile,
  daysOfPeriod,
  isPeriod,
  periodOf,
  type Dashboard,
  type Profile,
  type SurveyPeriod,
} from '../../game/survey/index.ts'
import type { CaseDirectory, CaseSummary } from '../case/index.ts'
import { sign } from '../identity/index.ts'
import type { Store } from '../store/index.ts'
import { createAnswerShelf } from './answer-shelf.ts'
import { finishedCaseStates } from './finished-cases.ts'
import { createServedCounts, type ServedOne } from './served-counts.ts'

/** What was rated: a ticket of the queue, or a case. */
export type Subject = { readonly kind: 'ticket' | 'case'; readonly id: string }

/** The satisfaction survey. Answers are kept without ticket, person and time of day; a one-way token says that something has been rated. */
export type SurveyService = {
  /**
   * Keeps the answers to one finished service.
   * @throws CodedError survey-invalid {element}, profile-invalid {field}, survey-done
   */
  answer(
    subject: Subject,
    given: {
      readonly region: string
      readonly agency: string
      readonly service: string | null
      /** Office day, YYYY-MM-DD. */
      readonly day: string
      readonly answers: Readonly<Record<string, number>>
      readonly profile: Profile
    },
  ): Promise<void>
  isRated(subject: Subject): Promise<boolean>
  /** The citizen's own case, when it is finished. @throws CodedError unknown-case, survey-early */
  finishedCase(id: string, citizen: string): Promise<CaseSummary>
  /** Counts one more service that was finished: the sample is measured by their number. */
  served(one: ServedOne): Promise<void>
  /** The public board of a region, or of one of its agencies. @throws CodedError unknown-period */
  board(region: string, agency: string | null, period: SurveyPeriod, today: string): Promise<Dashboard>
}

export function createSurveyService(options: {
  store: Pick<Store, 'findRecord' | 'putRecord' | 'recordsAt' | 'hasSurvey'>
  clock: () => number
  /** Of its own, derived from the install's secret. */
  key: Uint8Array
  cases: Pick<CaseDirectory, 'find'>
}): SurveyService {
  const { store, clock, key, cases } = options
  const shelf = createAnswerShelf({ store, clock })
  const counts = createServedCounts({ store })
  const tokenOf = ({ kind, id }: Subject): string => sign(key, `${kind}/${id}`, 'base64url')
  const underway = new Set<string>()

  async function isRated(subject: Subject): Promise<boolean> {
    if ((await store.findRecord('survey', tokenOf(subject))) !== null) return true
    // Tickets that were rated before answers lay under tokens.
    return subject.kind === 'ticket' && store.hasSurvey(subject.id)
  }
  return {
    isRated,
    async finishedCase(id, citizen) {
      const found = await cases.find(id)
      if (found === null || found.citizen !== citizen) throw new CodedError('unknown-case', 'there is no such case of this citizen')
      if (!finishedCaseStates.has(found.state)) throw new CodedError('survey-early', 'the case is not finished; rate it then')
      return found
    },
    async answer(subject, { answers, profile, ...where }) {
      const checked = checkAnswers(answers)
      if (!checked.ok) throw new CodedError('survey-invalid', `answer ${checked.element} with 1, 2, 3 or 4`, { element: checked.element })
      const told = checkProfile(profile)
      if (!told.ok) throw new CodedError('profile-invalid', `${told.field} is none of its list`, { field: told.field })
      const token = tokenOf(subject)
      const done = (): CodedError => new CodedError('survey-done', 'one survey for each finished service')
      if (underway.has(token)) throw done()
      underway.add(token)
      try {
        if (await isRated(subject)) throw done()
        // Two processes that write at once write one row: the token is its key.
        await shelf.put(token, { ...where, answers, profile })
      } finally {
        underway.delete(token)
      }
    },
    served: (one) => counts.add(one),
    async board(region, agency, period, today) {
      if (!isPeriod(period) || period > periodOf(today)) throw new CodedError('unknown-period', 'a quarter such as 2026-T4', { period })
      const { from, until } = daysOfPeriod(period)
      const [responses, served] = await Promise.all([shelf.all(region), counts.between(region, from, until)])
      return buildDashboard(responses, { agency, period, today, served })
    },
  }
}
