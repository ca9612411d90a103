import { newRequestKey } from '../api/request-key.ts'

/**
 * What the two ends tell each other to put up the line between them; the server hands it on unread.
 *
 * The officer is the only one who offers. A `round` is one peer connection: the citizen begins it with `ready`,
 * and whatever carries another round is of a line that is gone.
 */
export type TalkSignal =
  /** Officer → citizen: I am here; say `ready` (again). */
  | { readonly kind: 'hello' }
  /** Citizen → officer: make me an offer. */
  | { readonly kind: 'ready'; readonly round: string }
  | { readonly kind: 'offer'; readonly round: string; readonly sdp: string }
  | { readonly kind: 'answer'; readonly round: string; readonly sdp: string }
  | { readonly kind: 'candidate'; readonly round: string; readonly candidate: RTCIceCandidateInit }
  /** Citizen → officer: the line is lost on my side too; find another path. */
  | { readonly kind: 'restart'; readonly round: string }
  /** Whether this end sends its picture and its voice, for the other end's words. */
  | { readonly kind: 'sending'; readonly video: boolean; readonly audio: boolean }
  /** This end closed its panel. */
  | { readonly kind: 'bye' }

/** Checks what came over the wire; null when it is none of ours. */
export function readTalkSignal(data: unknown): TalkSignal | null {
  if (typeof data !== 'object' || data === null) return null
  const { kind, round, sdp, candidate, video, audio } = data as Record<string, unknown>
  if (kind === 'hello' || kind === 'bye') return { kind }
  if (kind === 'sending') return { kind, video: video === true, audio: audio === true }
  if (typeof round !== 'string' || round.length > 64) return null
  if (kind === 'ready' || kind === 'restart') return { kind, round }
  if ((kind === 'offer' || kind === 'answer') && typeof sdp === 'string') return { kind, round, sdp }
  if (kind === 'candidate' && typeof candidate === 'object' && candidate !== null) {
    return { kind, round, candidate: candidate as RTCIceCandidateInit }
  }
  return null
}

/** A name for a new round. */
export const newRound = newRequestKey
