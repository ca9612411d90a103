import { CodedError } from '@balai/engine/core'
import type { VoiceDecision } from '../../game/case/index.ts'

/** The events of a decision. @throws CodedError with its refusal */
export function orRefuse<Event>(decision: VoiceDecision<Event>): readonly Event[] {
  if (decision.ok) return decision.events
  throw new CodedError(decision.code, `${decision.code} ${JSON.stringify(decision.details)}`, decision.details)
}
