import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of the survey. What `details` carries is named in SPEC.md. */
export const surveyErrors = {
  'survey-invalid': { meaning: 'an element has no answer of 1 to 4, or is none of the nine', remedy: 'answer {element} with 1, 2, 3 or 4' },
  'profile-invalid': { meaning: 'a statement of the profile is none of its list', remedy: 'leave {field} out, or choose from its list' },
} as const satisfies ErrorTable
export type SurveyErrorCode = keyof typeof surveyErrors
