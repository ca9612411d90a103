import type { DocumentCommand } from './document-command.ts'
import type { DocumentErrorCode } from './document-errors.ts'
import type { Collector, DocumentEvent } from './document-event.ts'
import { findDocument, type DocumentFile, type DocumentState } from './document-file.ts'
import { checkPin } from './pin.ts'

export type DocumentDecision =
  | { readonly ok: true; readonly events: readonly DocumentEvent[] }
  | {
      readonly ok: false
      readonly code: DocumentErrorCode
      readonly details: Readonly<Record<string, unknown>>
      /** What is remembered of a refusal: a wrong PIN counts. */
      readonly events: readonly DocumentEvent[]
    }
type Of<Type extends DocumentCommand['type']> = Extract<DocumentCommand, { readonly type: Type }>

/** Wrong PINs after which the kiosk asks for a new one. */
export const mostWrongPins = 5

/** What a command does to the documents of a case. Pure; SPEC.md has the rules. */
export function decideDocument(file: DocumentFile, command: DocumentCommand): DocumentDecision {
  if (command.type === 'issue') return issue(file, command)
  const document = findDocument(file, command.document)
  if (document === null) return refuse('document-unknown')
  if (command.type === 'revoke') return revoke(document, command)
  if (document.state !== 'active') return refuse('document-not-active', { state: document.state })
  switch (command.type) {
    case 'make-code':
      return makeCode(document, command)
    case 'set-pin':
      return setPin(document, command)
    case 'print':
      return print(document, command)
    case 'hand-over':
      return handOver(document, command)
  }
}

function issue({ documents }: DocumentFile, { atMs, document, number, kind, textHash }: Of<'issue'>): DocumentDecision {
  const active = documents.filter(({ state }) => state === 'active')
  if (active.some((one) => one.textHash === textHash && one.kind === kind)) return accept()
  const superseded = active.map(({ id }): DocumentEvent => ({ type: 'superseded', atMs, document: id, by: document }))
  return accept(...superseded, { type: 'issued', atMs, document, number, kind, textHash })
}

function revoke({ id, state }: DocumentState, { atMs, reason, officer }: Of<'revoke'>): DocumentDecision {
  if (state === 'revoked') return refuse('document-not-active', { state })
  if (reason.trim() === '') return refuse('document-reason')
  return accept({ type: 'revoked', atMs, document: id, reason, officer })
}

function makeCode({ id, rounds, handedOver }: DocumentState, { atMs, codeHash }: Of<'make-code'>): DocumentDecision {
  if (handedOver !== null) return refuse('document-collected')
  const round = rounds + 1
  return accept({ type: 'code-made', atMs, document: id, codeHash: codeHash(round), round })
}

function setPin({ id, kind }: DocumentState, { atMs, pin, pinHash }: Of<'set-pin'>): DocumentDecision {
  if (kind === 'card') return refuse('document-is-card')
  const wrong = checkPin(pin)
  return wrong === null ? accept({ type: 'pin-set', atMs, document: id, pinHash }) : refuse(wrong)
}

function print(document: DocumentState, { atMs, codeHash, pinHash }: Of<'print'>): DocumentDecision {
  const { id, kind, wrongPins } = document
  if (document.codeHash === null || document.codeHash !== codeHash) return refuse('pickup-code')
  if (kind === 'card') return refuse('document-is-card')
  if (document.pinHash === null) return refuse('pin-missing')
  if (wrongPins >= mostWrongPins) return refuse('pin-locked')
  if (document.pinHash !== pinHash) {
    const left = mostWrongPins - wrongPins - 1
    const failed: DocumentEvent = { type: 'pin-failed', atMs, document: id }
    return { ok: false, code: left === 0 ? 'pin-locked' : 'pin-wrong', details: left === 0 ? {} : { left }, events: [failed] }
  }
  return accept({ type: 'printed', atMs, document: id, where: 'kiosk', codeHash })
}

function handOver(document: DocumentState, { atMs, officer, lane, codeHash, holderNikMasked, shown }: Of<'hand-over'>): DocumentDecision {
  if (document.handedOver !== null) return refuse('document-collected')
  if (codeHash !== null && document.codeHash !== codeHash) return refuse('pickup-code')
  const collector = collectorOf(shown, holderNikMasked)
  if (typeof collector === 'string') return refuse(collector)
  return accept({ type: 'handed-over', atMs, document: document.id, officer, lane, collector, isByCode: codeHash !== null })
}

function collectorOf(shown: Of<'hand-over'>['shown'], holderNikMasked: string): Collector | DocumentErrorCode {
  if (shown.kind === 'proxy') {
    if (shown.authority === null) return 'pickup-authority'
    return { kind: 'proxy', nikMasked: shown.nikMasked, authority: shown.authority }
  }
  const isHolder = /^\d{4}$/.test(shown.nikEnd) && holderNikMasked.endsWith(shown.nikEnd)
  return isHolder && shown.isNameChecked ? { kind: 'holder', nikMasked: holderNikMasked } : 'pickup-identity'
}

function accept(...events: readonly DocumentEvent[]): DocumentDecision {
  return { ok: true, events }
}

function refuse(code: DocumentErrorCode, details: Readonly<Record<string, unknown>> = {}): DocumentDecision {
  return { ok: false, code, details, events: [] }
}
