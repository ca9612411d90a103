import { canonicalJson } from '../audit/canonical-json.ts'
import type { Answers } from '../standard/condition.ts'

/** What a citizen is about to send, as the device names it before the papers have left it. */
export type CaseManifest = {
  readonly case: string
  readonly region: string
  readonly service: string
  readonly version: number
  readonly answers: Answers
  /** SHA-256, hexadecimal, of each paper's bytes as the device has them, by slug of the requirement. */
  readonly papers: Readonly<Record<string, string>>
}

/** The text whose SHA-256 a claim carries: the same for the same content, however it was put together. */
export function caseManifestText({ case: id, region, service, version, answers, papers }: CaseManifest): string {
  return canonicalJson({ case: id, region, service, version, answers, papers })
}

/** The text that a receipt signs: what came, when the device said it was, and when the server says. Instants are ISO 8601 in UTC. */
export function caseReceiptText(receipt: {
  readonly case: string
  readonly manifest: string
  readonly deviceAt: string
  readonly serverAt: string
}): string {
  return ['balai-case-receipt-1', receipt.case, receipt.manifest, receipt.deviceAt, receipt.serverAt].join('\n')
}
