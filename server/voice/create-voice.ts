import { addWorkingDays, closingOf, dayAt, type DueAfter, type WorkCalendar } from '../../game/case/index.ts'
import type { Audit } from '../audit/index.ts'
import type { PaperVault } from '../papers/index.ts'
import type { Store } from '../store/index.ts'
import { createComplaintService } from './complaint-service.ts'
import { createGiftService } from './gift-service.ts'
import { createLevyService } from './levy-service.ts'
import type { Occasions } from './occasions.ts'
import { createVoiceKeys } from './voice-keys.ts'
import type { ComplaintService, GiftService, LevyService } from './voice-port.ts'
import { createVoiceWords } from './voice-words.ts'

/** Everything that somebody says to the office, and the office about itself. */
export type VoiceService = { readonly complaints: ComplaintService; readonly levies: LevyService; readonly gifts: GiftService } & Pick<
  Occasions,
  'servedBy'
>

/** @param options.calendarOf the working days of a region, as its administrators have set them now */
export function createVoiceService(options: {
  readonly store: Store
  readonly audit: Pick<Audit, 'write'>
  readonly vault: Pick<PaperVault, 'put' | 'open'>
  readonly secret: Uint8Array
  readonly clock: () => number
  readonly calendarOf: (region: string) => Promise<WorkCalendar>
  readonly occasions: Occasions
}): VoiceService {
  const { store, audit, vault, secret, clock, calendarOf, occasions } = options
  const shared = { store, audit, clock, words: createVoiceWords(vault), keys: createVoiceKeys(secret) }
  /** The end of the so-many-th working day: whoever sends at night loses nothing, and the office has the whole day. */
  const dueAfter = async (region: string): Promise<DueAfter> => {
    const calendar = await calendarOf(region)
    return (fromMs, days) => closingOf(calendar, addWorkingDays(calendar, dayAt(calendar, fromMs), days))
  }
  return {
    complaints: createComplaintService({ ...shared, dueAfter, servedBy: occasions.servedBy }),
    levies: createLevyService({ ...shared, factsOf: occasions.factsOf }),
    gifts: createGiftService({ ...shared, dueAfter, calendarOf }),
    servedBy: occasions.servedBy,
  }
}
