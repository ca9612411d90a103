import { createHash } from 'node:crypto'
import {
  headText,
  linkText,
  sealText,
  splitEvent,
  type ProofHead,
  type ProofLine,
  type PublicEvent,
  type QueueEvent,
} from '../../game/queue/index.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The nonce of the line so many after the head. A store draws them. */
export const nonceOf = (index: number): string => `nonce-${String(index).padStart(12, '0')}`

/** A day's events as an export. */
export function sealDay(head: ProofHead, events: readonly QueueEvent[]): ProofLine[] {
  return chain(
    head,
    events.map((event, index) => {
      const { shown, hidden } = splitEvent(event)
      return { event: shown, seal: sha256(sealText(hidden, nonceOf(index))) }
    }),
  )
}

/** Links lines anew, as a house would that writes its history again. */
export function chain(head: ProofHead, lines: readonly { readonly event: PublicEvent; readonly seal: string }[]): ProofLine[] {
  let hash = sha256(headText(head))
  return lines.map(({ event, seal }) => {
    hash = sha256(linkText(hash, event, seal))
    return { event, seal, hash }
  })
}
