import { CodedError } from '@balai/engine/core'

/** An action that the server will take again later only: a recall right after a call, a no-show before somebody could have come. */
export type Hold = {
  readonly ticket: string
  readonly action: string
  /** Server time, ms since 1970. */
  readonly untilMs: number
}

/** The hold that a refusal means; null when it is another refusal. `nowMs`: server time. */
export function holdOf(error: unknown, of: { readonly ticket: string; readonly action: string }, nowMs: number): Hold | null {
  if (!(error instanceof CodedError) || error.code !== 'too-soon') return null
  const { seconds } = error.details
  return typeof seconds === 'number' && seconds > 0 ? { ...of, untilMs: nowMs + seconds * 1000 } : null
}

/** Puts a hold beside the others: the newest counts for an action, and those that are over go. */
export function addHold(holds: readonly Hold[], hold: Hold, nowMs: number): readonly Hold[] {
  const others = holds.filter((one) => one.untilMs > nowMs && !(one.ticket === hold.ticket && one.action === hold.action))
  return [...others, hold]
}

/** Whole seconds until the action can be tried again; 0 when it can now. */
export function heldSeconds(holds: readonly Hold[], of: { readonly ticket: string; readonly action: string }, nowMs: number): number {
  const hold = holds.find((one) => one.ticket === of.ticket && one.action === of.action)
  return hold ? Math.max(0, Math.ceil((hold.untilMs - nowMs) / 1000)) : 0
}
