import { createRng } from '@balai/engine/core'
import { daysOfPeriod, movePeriod, periodOf, profileChoices, surveyElements } from '../game/survey/index.ts'
import type { Store } from '../server/store/index.ts'
import { createSurveyService } from '../server/survey/index.ts'

/** The quarter before this one: most agencies with answers enough, one with too few to be shown. */
export async function answerSurveys(store: Store): Promise<void> {
  const surveys = createSurveyService({ store, clock: Date.now, key: new Uint8Array(32), cases: { find: async () => null } })
  const { from } = daysOfPeriod(movePeriod(periodOf(new Date().toISOString().slice(0, 10)), -1))
  const dayOf = (day: number): string => new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10)
  const rng = createRng(11)
  const any = (choices: readonly string[]): string => choices[Math.floor(rng() * choices.length)]
  for (const [agency, answers, served, mean] of [
    ['disdukcapil', 170, 240, 3.4],
    ['bapenda', 60, 90, 3.1],
    ['dpmptsp', 48, 70, 3.55],
    ['samsat', 80, 130, 2.7],
    ['imigrasi', 3, 25, 3],
  ] as const) {
    for (let i = 0; i < served; i++) await surveys.served({ region: 'kukar', agency, day: dayOf(i % 80) })
    for (let i = 0; i < answers; i++) {
      const lift = (element: number): number => mean + (element % 4) * 0.12 - (element === 2 ? 0.5 : 0.2)
      const points = (element: number): number => Math.max(1, Math.min(4, Math.floor(lift(element) + rng())))
      const fields = Object.entries(profileChoices).filter(() => rng() < 0.85)
      await surveys.answer(
        { kind: 'ticket', id: `${agency}-${i}` },
        {
          region: 'kukar',
          agency,
          service: null,
          day: dayOf(Math.floor((i * 80) / answers)),
          answers: Object.fromEntries(surveyElements.map((name, element) => [name, points(element)])),
          profile: Object.fromEntries(fields.map(([field, choices]) => [field, any(choices)])),
        },
      )
    }
  }
}
