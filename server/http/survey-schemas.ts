import { z } from 'zod'
import type { SurveyBoard, SurveyDue, SurveyRequest } from '../../game/api/index.ts'
import { profileChoices, profileFields, surveyElements, type SurveyElement } from '../../game/survey/index.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const word = z.string().max(32)

/** Answers and profile are read in full by the domain, which names the first at fault in its own sentence. */
export const surveyRequest = z.object({
  answers: z.record(word, z.number()),
  profile: z
    .record(word, word)
    .optional()
    .describe(profileFields.map((field) => `${field}: ${profileChoices[field].join(', ')}`).join('; ')),
}) satisfies z.ZodType<SurveyRequest>
export const surveyDue = z.object({ isDue: z.boolean() }) satisfies z.ZodType<SurveyDue>

const elements = z.object(
  Object.fromEntries(surveyElements.map((element) => [element, z.number().min(1).max(4)])) as Record<SurveyElement, z.ZodNumber>,
)
const score = z
  .object({ n: z.number().int().min(5), elements, ikm: z.number().min(25).max(100), grade: z.enum(['A', 'B', 'C', 'D']) })
  .nullable()
  .describe('null: fewer than five, or hidden so that nobody can be reckoned')
const cells = list(z.object({ key: z.string(), score }))
export const surveyBoard = z.object({
  region: z.string(),
  agency: z.string().nullable(),
  period: z.string().describe('a quarter: 2026-T4'),
  from: z.iso.date(),
  until: z.iso.date(),
  now: z.string(),
  isRunning: z.boolean(),
  whole: score,
  sample: z.object({
    served: z.number().int(),
    needed: z.number().int(),
    answered: z.number().int(),
    isEnough: z.boolean(),
  }),
  parts: cells,
  profile: list(z.object({ field: z.enum(['sex', 'age', 'education', 'occupation', 'time']), cells })),
}) satisfies z.ZodType<SurveyBoard>

export const boardQuery = z.object({
  agency: z.string().min(1).max(64).optional(),
  period: z.string().max(16).optional().describe('a quarter, 2026-T4; left out: the one before now'),
})
export const caseParams = z.object({ case: z.string().min(1).max(64) })
