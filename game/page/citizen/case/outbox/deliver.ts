import { CodedError } from '@balai/engine/core'
import {
  paperRefusals,
  type CaseClaimRequest,
  type CaseReceipt,
  type CaseRequest,
  type CaseResubmitRequest,
  type CaseView,
  type PaperRequest,
  type PaperView,
} from '../../../../api/index.ts'
import type { ApiCall } from '../../../shared/index.ts'
import type { DeviceKeep } from '../keep/device-keep.ts'
import type { PaperShelf } from '../papers/paper-shelf.ts'
import type { OutboxItem } from './outbox.ts'
import type { ByteSending } from './send-bytes.ts'
import type { Sending } from './sending.ts'

/** The version of the sentence under which a paper is ticked: `case.papers.agree` in the page's words. */
export const consentText = 'kasus-1'

export type Delivery = {
  readonly call: ApiCall
  readonly keep: DeviceKeep
  readonly shelf: PaperShelf
  readonly sendBytes: (sending: ByteSending) => Promise<string>
}
export type PaperProgress = Pick<ByteSending, 'onUrl' | 'onSent' | 'signal'>

/** Tells the server that the citizen wants to submit, before anything large is sent. @throws CodedError */
export function deliverClaim({ call }: Delivery, sending: Sending): Promise<CaseReceipt> {
  const body: CaseClaimRequest = { case: sending.id, manifest: sending.manifest, deviceAt: sending.deviceAt }
  return call<CaseReceipt>('POST', '/api/cases/claims', { body })
}

/**
 * Sends a paper's bytes, from where they are, and has them taken into the vault.
 * @throws CodedError; `paper-broken` when its bytes are no longer on this device
 */
export async function deliverPaper(delivery: Delivery, work: { item: OutboxItem; region: string; progress: PaperProgress }): Promise<void> {
  const { call, shelf, sendBytes } = delivery
  const id = work.item.id.slice('paper/'.length)
  const paper = shelf.find(id)
  if (paper?.vaultId) return
  const bytes = paper ? await shelf.bytes(id) : null
  if (!paper || !bytes) throw new CodedError('paper-broken', paperRefusals['paper-broken'].id)
  const url = await sendBytes({ bytes, uploadUrl: work.item.uploadUrl, ...work.progress })
  const upload = url.split(/[?#]/)[0].split('/').pop() ?? ''
  const body: PaperRequest = { upload, kind: paper.kind, region: work.region, expiresOn: paper.expiresOn }
  const view = await call<PaperView>('POST', '/api/papers', { body, timeoutMs: 60_000 })
  await shelf.change(id, { vaultId: view.id })
}

/** Submits, when its papers are in the vault; sending it again changes nothing. @throws CodedError */
export function deliverCase({ call, shelf }: Delivery, sending: Sending): Promise<CaseView> {
  // What this device does not know was named by its id in the vault.
  const papers = Object.fromEntries(
    Object.entries(sending.papers).map(([requirement, id]) => [requirement, shelf.find(id)?.vaultId ?? id] as const),
  )
  const consent = { text: consentText, papers: Object.values(papers) }
  if (sending.isCorrection) {
    const body: CaseResubmitRequest = { answers: sending.answers, papers, consent }
    // A second correction of the same case is another request; the same one, sent again, is not.
    const idempotencyKey = `${sending.id}-${Date.parse(sending.deviceAt)}`
    return call<CaseView>('POST', `/api/cases/${sending.id}/resubmit`, { body, idempotencyKey, timeoutMs: 30_000 })
  }
  const { id, region, service, version, answers, receipt, hashes } = sending
  const body: CaseRequest = {
    case: id,
    region,
    service,
    version,
    answers,
    papers,
    claim: receipt && { receipt, papers: hashes },
    consent,
  }
  return call<CaseView>('POST', '/api/cases', { body, idempotencyKey: id, timeoutMs: 30_000 })
}
