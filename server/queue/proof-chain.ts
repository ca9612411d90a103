import { createHash, randomBytes } from 'node:crypto'
import { headText, linkText, sealText, splitEvent, type ProofHead, type ProofLine, type QueueEvent } from '../../game/queue/index.ts'
import type { StoredEvent } from '../store/index.ts'

/** What is stored beside an event: the nonce that opens its seal, and its link. The first event of a day carries the head. */
export type ProofPart = { readonly nonce: string; readonly seal: string; readonly hash: string; readonly head?: ProofHead }

const nonceBytes = 16

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Binds an event to the chain that ends in `previous`; null begins one. */
export function linkEvent(head: ProofHead, previous: string | null, event: QueueEvent): ProofPart {
  const { shown, hidden } = splitEvent(event)
  const nonce = randomBytes(nonceBytes).toString('base64url')
  const seal = sha256(sealText(hidden, nonce))
  const hash = sha256(linkText(previous ?? sha256(headText(head)), shown, seal))
  return previous === null ? { nonce, seal, hash, head } : { nonce, seal, hash }
}

/** An event as the store has it. */
export function toStored(event: QueueEvent, proof: ProofPart): Omit<StoredEvent, 'version'> {
  const { type, atMs, ...data } = event
  return { type, atMs, data: { ...data, proof } }
}

export function fromStored({ type, atMs, data }: StoredEvent): { readonly event: QueueEvent; readonly proof: ProofPart | null } {
  const { proof, ...rest } = data as { proof?: ProofPart }
  return { event: { ...rest, type, atMs } as unknown as QueueEvent, proof: proof ?? null }
}

/** What anybody may see of a day. null for a day that has no event yet, or was written before there were proofs. */
export function exportProof(stored: readonly StoredEvent[]): { readonly head: ProofHead; readonly lines: ProofLine[] } | null {
  const events = stored.map(fromStored)
  const head = events[0]?.proof?.head
  if (head === undefined) return null
  const lines = events.map(({ event, proof }) => ({ event: splitEvent(event).shown, seal: proof?.seal ?? '', hash: proof?.hash ?? '' }))
  return { head, lines }
}
