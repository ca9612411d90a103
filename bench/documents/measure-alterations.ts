import { createRng } from '@balai/engine/core'
import type { Measurement } from '../figures/figure.ts'
import { alterAudit, isAuditGood } from './alter-audit.ts'
import { alterCode, alterPdf, alterSeal, isHonestGood, type Trial } from './alter-documents.ts'
import { withOffice } from './issue-documents.ts'

const seed = 20_260_302

/**
 * Alterations that go unnoticed: bytes of PDFs, codes, seals, lines of the audit. n: alterations tried; 0 when something unaltered is not good,
 * because whoever refuses everything misses nothing.
 */
export async function measureAlterationsMissed(documents: number): Promise<Measurement> {
  return withOffice(documents, async (office) => {
    const rng = createRng(seed)
    const { issued, days } = office
    const honest = await Promise.all(issued.map((one) => isHonestGood(office, one)))
    if (honest.includes(false) || !(await isAuditGood(days))) {
      process.stderr.write('something that nobody altered is not good\n')
      return { value: 0, n: 0 }
    }
    const trials: Trial[] = []
    for (const [index, one] of issued.entries()) {
      const other = issued[(index + 1) % issued.length]
      trials.push(...(await alterPdf(office, one, rng)), ...(await alterCode(office, one, other, rng)))
      trials.push(...(await alterSeal(office, one, other)), ...(await alterAudit(days, rng)))
    }
    const missed = trials.filter(({ isSeen }) => !isSeen)
    for (const how of new Set(missed.map((trial) => trial.how)))
      process.stderr.write(`missed ${missed.filter((trial) => trial.how === how).length} times: ${how}\n`)
    return { value: missed.length, n: trials.length }
  })
}
