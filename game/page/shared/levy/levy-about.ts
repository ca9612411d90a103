import type { LevyRequest } from '../../../api/index.ts'

/** What the report is about: the server knows from it who served, where and for which fee. */
export type LevyAbout = Pick<LevyRequest, 'region' | 'ticket' | 'slip' | 'case'>
