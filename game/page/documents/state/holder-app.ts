import { signal, type ReadonlySignal } from '@preact/signals'
import type { DocumentsResponse, DocumentView, PickupCodeResponse } from '../../../api/index.ts'
import type { ApiCall } from '../../shared/index.ts'

/** A citizen's documents and what they can do with each. */
export type HolderApp = {
  readonly documents: ReadonlySignal<readonly DocumentView[]>
  /** The codes made on this page, by document: they are told once. */
  readonly codes: ReadonlySignal<Readonly<Record<string, string>>>
  makeCode(document: string): Promise<void>
  setPin(document: string, pin: string): Promise<void>
}

/** @throws CodedError of the API */
export async function openHolder(call: ApiCall): Promise<HolderApp> {
  const load = async (): Promise<readonly DocumentView[]> => (await call<DocumentsResponse>('GET', '/api/documents')).documents
  const documents = signal(await load())
  const codes = signal<Readonly<Record<string, string>>>({})
  return {
    documents,
    codes,
    async makeCode(document) {
      const { code } = await call<PickupCodeResponse>('POST', `/api/documents/${encodeURIComponent(document)}/pickup`)
      codes.value = { ...codes.value, [document]: code }
      documents.value = await load()
    },
    async setPin(document, pin) {
      await call('POST', `/api/documents/${encodeURIComponent(document)}/pin`, { body: { pin } })
      documents.value = await load()
    },
  }
}
