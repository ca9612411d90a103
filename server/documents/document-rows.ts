import {
  foldDocuments,
  type Collector,
  type DocumentEvent,
  type DocumentFile,
  type DocumentSeal,
  type DocumentState,
  type PickupLane,
  type ProductKind,
} from '../../game/case/index.ts'
import type { RecordRow } from '../store/index.ts'
import type { DocumentCodes } from './document-codes.ts'
import type { IssuedDocument } from './document-port.ts'

/** What is stored with the event that issues a document. */
export type IssueFacts = {
  readonly case: string
  readonly citizen: string
  readonly region: string
  readonly agency: string
  readonly service: string
  readonly paper: string
  /** Opens the content's hash. */
  readonly nonce: string
  readonly seal: DocumentSeal
}
/** An event as the stream has it. */
export type StoredDocumentEvent = DocumentEvent & { readonly facts?: IssueFacts }
/** The documents of a case and what was stored with each. */
export type CaseDocuments = { readonly file: DocumentFile; readonly facts: ReadonlyMap<string, IssueFacts>; readonly atMs: number }

/** `data` of a record of the kind `document`. */
type DocumentData = Omit<IssueFacts, 'citizen' | 'region' | 'agency' | 'nonce'> & {
  readonly number: string
  readonly kind: ProductKind
  readonly prints: number
  readonly hasPickupCode: boolean
  readonly hasPin: boolean
  readonly handedOver: { readonly atMs: number; readonly lane: PickupLane; readonly collector: Collector } | null
}

export const streamOf = (region: string, caseId: string): string => `document/${region}/${caseId}`

export function foldCase(events: readonly StoredDocumentEvent[]): CaseDocuments {
  const facts = new Map(events.flatMap((event) => (event.facts === undefined ? [] : [[event.document, event.facts] as const])))
  return { file: foldDocuments(events), facts, atMs: events.at(-1)?.atMs ?? 0 }
}

/** The rows that the events came to: each document, and what finds it. */
export function rowsOf({ file, facts, atMs }: CaseDocuments, codes: DocumentCodes): RecordRow[] {
  return file.documents.flatMap((document) => {
    const found = facts.get(document.id)
    return found === undefined ? [] : [documentRow(document, found, atMs), ...finders(document, found, codes, atMs)]
  })
}

function documentRow(document: DocumentState, facts: IssueFacts, atMs: number): RecordRow {
  const { id, number, kind, prints, state, handedOver, issuedAtMs } = document
  const { case: caseId, service, paper, seal } = facts
  const pickup = { hasPickupCode: document.codeHash !== null, hasPin: document.pinHash !== null, handedOver }
  const data: DocumentData = { case: caseId, service, paper, seal, number, kind, prints, ...pickup }
  const place = { region: facts.region, owner: facts.citizen, desk: facts.agency, state, dueMs: null }
  return { kind: 'document', id, ...place, createdAtMs: issuedAtMs, updatedAtMs: atMs, data }
}

/** What a code or a number leads to. Codes are kept as keyed hashes. */
function finders(
  { id, number, codeHash, issuedAtMs }: DocumentState,
  { case: caseId, region, seal }: IssueFacts,
  codes: DocumentCodes,
  atMs: number,
) {
  const row = (key: string): RecordRow => {
    const place = { region, owner: '', desk: '', state: '', dueMs: null }
    return { kind: 'document-code', id: key, ...place, createdAtMs: issuedAtMs, updatedAtMs: atMs, data: { document: id } }
  }
  const verify = codes.hashOf('verify', seal.statement.code)
  const always = [row(finderKey('case', caseId)), row(finderKey('verify', verify)), row(finderKey('number', number))]
  return codeHash === null ? always : [...always, row(finderKey('pickup', codeHash))]
}

export function finderKey(what: 'verify' | 'number' | 'pickup' | 'case', key: string): string {
  return `${what}/${key}`
}

export function readDocument(row: RecordRow): IssuedDocument & { readonly seal: DocumentSeal } {
  const { seal, ...data } = row.data as DocumentData
  const { statement } = seal
  const place = { id: row.id, citizen: row.owner, region: row.region, agency: row.desk, state: row.state as IssuedDocument['state'] }
  return { ...data, ...place, issuedAtMs: row.createdAtMs, title: statement.title, code: statement.code, seal }
}

/** One document as the file has it now. */
export function viewOf({ file, facts, atMs }: CaseDocuments, id: string): IssuedDocument {
  const document = file.documents.find((one) => one.id === id)
  const found = facts.get(id)
  if (document === undefined || found === undefined) throw new Error(`the stream has no document ${id}`)
  const { seal: _seal, ...view } = readDocument(documentRow(document, found, atMs))
  return view
}
