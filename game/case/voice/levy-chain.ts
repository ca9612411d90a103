import { canonicalJson } from '../audit/canonical-json.ts'
import type { LevyEvent, LevyFacts } from './levy-state.ts'

/** SHA-256 of a text in UTF-8, hexadecimal. */
type Sha256 = (text: string) => string
/** An event before it has its hash. */
export type LooseLevyEvent = LevyEvent extends infer Event ? (Event extends LevyEvent ? Omit<Event, 'hash'> : never) : never

/** The hash of an event after the one before; `previous` null: the first of its region. */
export function linkLevy(region: string, previous: string | null, event: LooseLevyEvent, sha256: Sha256): string {
  return sha256(canonicalJson({ chain: 'balai/levy/1', previous: previous ?? sha256(`balai/levy/1/${region}`), event }))
}

/** The text of the facts of which an event carries the hash. */
export const factsText = (facts: LevyFacts): string => canonicalJson(facts)

/** Whether these are the facts that were sealed. */
export function isSealedFacts(event: Extract<LevyEvent, { type: 'sealed' }>, facts: LevyFacts, sha256: Sha256): boolean {
  return event.facts.sha256 === sha256(factsText(facts))
}

/** The line, from 1, at which a region's chain does not hold; null: it holds. Times never go back in it. */
export function brokenLevyLine(region: string, events: readonly LevyEvent[], sha256: Sha256): number | null {
  let previous: string | null = null
  let latestMs = Number.NEGATIVE_INFINITY
  for (const [index, { hash, ...event }] of events.entries()) {
    if (event.atMs < latestMs || linkLevy(region, previous, event as LooseLevyEvent, sha256) !== hash) return index + 1
    previous = hash
    latestMs = event.atMs
  }
  return null
}
