export { createDocuments, type DocumentPlace, type Documents } from './create-documents.ts'
export { openDocumentKeys, type DocumentKeys, type PublicKeyView } from './document-keys.ts'
export type { DocumentService, DocumentText, DocumentVerifier, IssuedDocument, PickupDesk, Verification } from './document-port.ts'
export type { SignatureProvider } from './signature-provider.ts'
