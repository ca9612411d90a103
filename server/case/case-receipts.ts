import { createHash, sign, verify } from 'node:crypto'
import type { CaseClaimRequest, CaseReceipt, CaseReceiptKey } from '../../game/api/index.ts'
import { caseReceiptText } from '../../game/case/index.ts'
import type { CaseKeys } from './case-keys.ts'

/** Proof of the first moment of contact. Nothing is kept: the signature is the memory. */
export type CaseReceipts = {
  /** What the server says it received, and when. */
  claim(request: CaseClaimRequest): CaseReceipt
  /** Whether this install signed it. Never throws, whatever stands in it. */
  isGenuine(receipt: CaseReceipt): boolean
  readonly key: CaseReceiptKey
}

export function createCaseReceipts(options: { keys: CaseKeys['receipt']; clock: () => number }): CaseReceipts {
  const { keys, clock } = options
  const name = createHash('sha256').update(keys.raw).digest('base64url').slice(0, 12)
  return {
    claim({ case: id, manifest, deviceAt }) {
      const receipt = { case: id, manifest, deviceAt, serverAt: new Date(clock()).toISOString() }
      const signature = sign(null, Buffer.from(caseReceiptText(receipt)), keys.private).toString('base64url')
      return { ...receipt, key: name, signature }
    },
    isGenuine: (receipt) =>
      receipt.key === name && verify(null, Buffer.from(caseReceiptText(receipt)), keys.public, Buffer.from(receipt.signature, 'base64url')),
    key: { key: name, publicKey: keys.raw.toString('base64url') },
  }
}
