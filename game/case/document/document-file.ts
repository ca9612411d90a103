import { assert } from '@balai/engine/core'
import type { Collector, DocumentEvent, PickupLane, ProductKind } from './document-event.ts'

export type DocumentStateName = 'active' | 'superseded' | 'revoked'
/** One document, as its events have made it. */
export type DocumentState = {
  readonly id: string
  readonly number: string
  readonly kind: ProductKind
  readonly textHash: string
  readonly state: DocumentStateName
  readonly issuedAtMs: number
  readonly prints: number
  /** Codes made so far. */
  readonly rounds: number
  /** The code that opens it now; null: none was made, or it is used up. */
  readonly codeHash: string | null
  readonly pinHash: string | null
  readonly wrongPins: number
  readonly handedOver: { readonly atMs: number; readonly lane: PickupLane; readonly collector: Collector } | null
}
/** The documents of one case, the oldest first. */
export type DocumentFile = { readonly documents: readonly DocumentState[] }

/** The file after these events. */
export function foldDocuments(events: readonly DocumentEvent[]): DocumentFile {
  return { documents: events.reduce<readonly DocumentState[]>(applyDocumentEvent, []) }
}

export function findDocument({ documents }: DocumentFile, id: string): DocumentState | null {
  return documents.find((document) => document.id === id) ?? null
}

function applyDocumentEvent(documents: readonly DocumentState[], event: DocumentEvent): readonly DocumentState[] {
  if (event.type === 'issued') return [...documents, begin(event)]
  const at = documents.findIndex(({ id }) => id === event.document)
  assert(at !== -1, `no document ${event.document} was issued`)
  return documents.with(at, change(documents[at], event))
}

function begin({ document: id, number, kind, textHash, atMs }: Extract<DocumentEvent, { type: 'issued' }>): DocumentState {
  const pickup = { rounds: 0, codeHash: null, pinHash: null, wrongPins: 0, handedOver: null }
  return { id, number, kind, textHash, state: 'active', issuedAtMs: atMs, prints: 0, ...pickup }
}

function change(document: DocumentState, event: Exclude<DocumentEvent, { type: 'issued' }>): DocumentState {
  switch (event.type) {
    case 'superseded':
      return { ...document, state: 'superseded', codeHash: null }
    case 'revoked':
      return { ...document, state: 'revoked', codeHash: null }
    case 'code-made':
      return { ...document, rounds: event.round, codeHash: event.codeHash }
    case 'pin-set':
      return { ...document, pinHash: event.pinHash, wrongPins: 0 }
    case 'pin-failed':
      return { ...document, wrongPins: document.wrongPins + 1 }
    case 'printed':
      return { ...document, prints: document.prints + 1, codeHash: null, wrongPins: 0 }
    case 'handed-over': {
      const { atMs, lane, collector } = event
      return { ...document, codeHash: null, handedOver: { atMs, lane, collector } }
    }
  }
}
