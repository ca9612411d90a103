export { createVoiceService, type VoiceService } from './create-voice.ts'
export { createOccasions, type Occasions } from './occasions.ts'
export type {
  ComplaintService,
  GiftService,
  LevyForIntegrity,
  LevyOccasion,
  LevyService,
  OpenComplaint,
  OpenLevy,
  Sender,
} from './voice-port.ts'
