import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of complaints, reports of levies and gifts. What `details` carries is named in SPEC.md. */
export const voiceErrors = {
  'complained-about': { meaning: 'it is about this officer or their agency', remedy: 'another officer handles it' },
  'not-for-you': { meaning: 'it is for another role, agency or region', remedy: 'leave it to them' },
  'in-other-hands': { meaning: 'another officer has it in hand', remedy: 'leave it to them' },
  'not-in-hand': { meaning: 'nobody has taken it, or somebody else has', remedy: 'take it first' },
  'answered-before': { meaning: 'this officer has answered it before', remedy: 'another officer takes it' },
  'voice-state': { meaning: 'it is {state}', remedy: 'look at it again' },
  'not-the-voice': { meaning: 'it was sent by somebody else', remedy: 'open it with its code or account' },
  'rating-invalid': { meaning: 'a rating is 1, 2, 3 or 4', remedy: 'choose one of them' },
  'reopen-late': { meaning: 'the time for reopening is over', remedy: 'send a new complaint' },
  'reopen-spent': { meaning: 'it was with the highest role', remedy: 'go to SP4N-LAPOR! or the Ombudsman' },
  'retract-late': { meaning: 'the time for taking it back is over', remedy: 'add words that say so' },
  'gift-future': { meaning: 'a gift is declared after it was received', remedy: 'correct the day' },
} as const satisfies ErrorTable
export type VoiceErrorCode = keyof typeof voiceErrors

/** What follows from a command, or why nothing does. */
export type VoiceDecision<Event> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly code: VoiceErrorCode; readonly details: Readonly<Record<string, unknown>> }

export const accepted = <Event>(...events: readonly Event[]): VoiceDecision<Event> => ({ ok: true, events })
export const refused = <Event>(code: VoiceErrorCode, details: Readonly<Record<string, unknown>> = {}): VoiceDecision<Event> => ({
  ok: false,
  code,
  details,
})
