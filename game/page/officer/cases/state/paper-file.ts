import { CodedError } from '@balai/engine/core'
import type { ApiErrorBody } from '../../../../api/index.ts'
import type { Language } from '../../../shared/index.ts'

/** A paper fetched for showing. `url` is a blob's address: whoever asked for it revokes it. */
export type PaperFile = { readonly url: string; readonly type: string; readonly bytes: number }

const shownTypes: readonly string[] = ['image/jpeg', 'image/png', 'application/pdf']

/**
 * Fetches a paper of a case. The server writes the opening into the audit before the first byte. The type is one of ours, whatever was answered: nothing
 * that comes as a paper is ever run as a page.
 * @throws CodedError with the server's sentence, or `offline`
 */
export async function fetchPaper(
  page: { readonly fetch: typeof fetch; readonly language: Language },
  at: { readonly caseId: string; readonly paper: string; readonly type: string },
): Promise<PaperFile> {
  const path = `/api/officer/cases/${encodeURIComponent(at.caseId)}/papers/${encodeURIComponent(at.paper)}/file`
  let response: Response
  try {
    response = await page.fetch(path, { credentials: 'same-origin', headers: { 'accept-language': page.language } })
  } catch {
    throw new CodedError('offline', `${path} could not be reached; open it again when the network is back`)
  }
  if (!response.ok) {
    const body = (await response.json().catch(() => null)) as Partial<ApiErrorBody> | null
    throw new CodedError(body?.error?.code ?? 'internal', body?.error?.message ?? `status ${response.status}`)
  }
  const bytes = await response.arrayBuffer()
  const type = shownTypes.includes(at.type) ? at.type : 'application/octet-stream'
  return { url: URL.createObjectURL(new Blob([bytes], { type })), type, bytes: bytes.byteLength }
}
