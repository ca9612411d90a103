import { CodedError } from '@balai/engine/core'
import { decideDocument, documentErrors, isVerifyCode, plainCode, type DocumentCommand, type DocumentEvent } from '../../game/case/index.ts'
import { commandStream, type RecordRow, type Store } from '../store/index.ts'
import type { DocumentCodes } from './document-codes.ts'
import type { IssuedDocument } from './document-port.ts'
import {
  finderKey,
  foldCase,
  readDocument,
  rowsOf,
  streamOf,
  type CaseDocuments,
  type IssueFacts,
  type StoredDocumentEvent,
} from './document-rows.ts'

export type ArchiveStore = Pick<Store, 'append' | 'readStream' | 'findRecord' | 'recordsOf' | 'recordsDue' | 'putRecord'>
export type FoundDocument = ReturnType<typeof readDocument>
type PlainCommand = DocumentCommand extends infer Command ? (Command extends unknown ? Omit<Command, 'document'> : never) : never

/** Documents in the store: found by what is printed on them, changed by commands. */
export interface DocumentArchive {
  find(id: string): Promise<FoundDocument | null>
  ofCitizen(citizen: string): Promise<IssuedDocument[]>
  ofCase(region: string, caseId: string): Promise<CaseDocuments>
  /** Where the documents of a case are; null: it has none. */
  regionOfCase(caseId: string): Promise<string | null>
  findBy(what: 'verify' | 'number' | 'pickup', text: string): Promise<FoundDocument | null>
  /** @throws CodedError of documentErrors; what a refusal leaves behind (a wrong PIN) is on the disk then */
  command(
    document: Pick<IssuedDocument, 'id' | 'region' | 'case'>,
    command: PlainCommand,
    more?: (events: readonly DocumentEvent[]) => RecordRow[],
  ): Promise<CaseDocuments>
  /** The first event of a document. Resolves with the case's documents, whether or not it was the first to be issued with this text. */
  issue(command: Extract<DocumentCommand, { type: 'issue' }>, facts: IssueFacts): Promise<CaseDocuments>
}

export function createDocumentArchive(options: { store: ArchiveStore; codes: DocumentCodes }): DocumentArchive {
  const { store, codes } = options

  async function find(id: string): Promise<FoundDocument | null> {
    const row = await store.findRecord('document', id)
    return row === null ? null : readDocument(row)
  }
  async function run(
    stream: string,
    command: DocumentCommand,
    more: (events: readonly DocumentEvent[]) => RecordRow[],
    facts?: IssueFacts,
  ): Promise<CaseDocuments> {
    const decided: { refusal: CodedError | null; events: readonly StoredDocumentEvent[] } = { refusal: null, events: [] }
    const { state } = await commandStream<CaseDocuments, StoredDocumentEvent>(store, {
      stream,
      fold: foldCase,
      decide({ file }) {
        const decision = decideDocument(file, command)
        decided.refusal = decision.ok ? null : refusal(decision)
        decided.events = decision.events.map((event) => (event.type === 'issued' ? { ...event, facts } : event))
        if (decided.refusal !== null && decided.events.length === 0) throw decided.refusal
        return decided.events
      },
      records: (state) => [...rowsOf(state, codes), ...more(decided.events)],
    })
    if (decided.refusal !== null) throw decided.refusal
    return state
  }

  return {
    find,
    ofCitizen: async (citizen) => (await store.recordsOf('document', citizen)).map(readDocument).map(({ seal: _seal, ...view }) => view),
    ofCase: async (region, caseId) => {
      const events = await store.readStream(streamOf(region, caseId))
      return foldCase(events.map(({ type, atMs, data }) => ({ ...(data as object), type, atMs }) as StoredDocumentEvent))
    },
    regionOfCase: async (caseId) => (await store.findRecord('document-code', finderKey('case', caseId)))?.region ?? null,
    async findBy(what, text) {
      const key = keyOf(what, text)
      const row = key === null ? null : await store.findRecord('document-code', finderKey(what, key))
      return row === null ? null : find((row.data as { document: string }).document)
    },
    command: ({ id, region, case: caseId }, command, more = () => []) =>
      run(streamOf(region, caseId), { ...command, document: id } as DocumentCommand, more),
    issue: (command, facts) => run(streamOf(facts.region, facts.case), command, () => [], facts),
  }

  /** null: it cannot be one at all. */
  function keyOf(what: 'verify' | 'number' | 'pickup', text: string): string | null {
    if (what === 'number') return text.trim().toUpperCase()
    const code = plainCode(text)
    if (what === 'verify' && !isVerifyCode(code)) return null
    return codes.hashOf(what, code)
  }
}

function refusal({ code, details }: Extract<ReturnType<typeof decideDocument>, { ok: false }>): CodedError {
  return documentRefusal(code, details)
}

export function documentRefusal(code: keyof typeof documentErrors, details: Readonly<Record<string, unknown>> = {}): CodedError {
  const { meaning, remedy } = documentErrors[code]
  return new CodedError(code, `${meaning}; ${remedy}`, details)
}
