import type { Dashboard, Profile } from '../survey/index.ts'

/** POST /api/tickets/:ticket/survey and POST /api/cases/:case/survey: nine answers of 1 to 4 by element slug, and what the respondent wishes to say of themselves. */
export type SurveyRequest = { readonly answers: Readonly<Record<string, number>>; readonly profile?: Profile }
/** GET /api/cases/:case/survey: `isDue` while the case is finished and not rated. POST answers it too. */
export type SurveyDue = { readonly isDue: boolean }
/** GET /api/regions/:region/survey?agency=&period=2026-T4 (CSV: survey.csv): what everybody may see. */
export type SurveyBoard = Dashboard & {
  readonly region: string
  /** null: the whole region. */
  readonly agency: string | null
  /** First and last day of the quarter. */
  readonly from: string
  readonly until: string
  /** The region's quarter now; later ones are not there. */
  readonly now: string
}

/** Rows of `apiErrors`. */
export const surveyRefusals = {
  'profile-invalid': {
    status: 422,
    id: 'Keterangan {field} tidak ada dalam pilihan. Kosongkan, atau pilih dari daftar.',
    en: '{field} is none of the choices. Leave it empty or choose from the list.',
  },
  'survey-early': {
    status: 409,
    id: 'Layanan ini belum selesai. Penilaian dapat diisi setelah selesai.',
    en: 'This service is not finished. It can be rated when it is.',
  },
  'unknown-period': {
    status: 404,
    id: 'Tidak ada survei untuk {period}. Contoh penulisan: 2026-T4.',
    en: 'There is no survey of {period}. Write it like 2026-T4.',
  },
} as const
