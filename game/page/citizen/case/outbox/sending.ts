import type { Answers, Form, Localized } from '../../../../case/index.ts'
import type { CaseReceipt } from '../../../../api/index.ts'

/** A case on its way: all that its items need, as it was when the citizen pressed "send". Kept until the server has it. */
export type Sending = {
  readonly id: string
  readonly region: string
  readonly service: string
  /** For the screen, where the catalogue may be out of reach. */
  readonly title: Localized
  readonly version: number
  readonly answers: Answers
  /** Which of the answers may be offered again in another case. */
  readonly form: Form
  /** Id on this device by slug of the requirement. */
  readonly papers: Readonly<Record<string, string>>
  /** What they are called, by slug. */
  readonly names: Readonly<Record<string, Localized>>
  /** SHA-256 of their bytes as they are sent, by slug. */
  readonly hashes: Readonly<Record<string, string>>
  /** SHA-256 of the manifest. */
  readonly manifest: string
  /** ISO 8601 by this device's clock: when "send" was pressed. */
  readonly deviceAt: string
  readonly receipt: CaseReceipt | null
  /** The case's number, when the server has it. */
  readonly number: string | null
  /** It corrects a case that was returned. */
  readonly isCorrection: boolean
}
