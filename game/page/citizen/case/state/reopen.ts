import type { Draft } from '../draft/draft.ts'
import type { Sending } from '../outbox/sending.ts'
import { draftName } from './apply.ts'
import type { CaseApp } from './case-app.ts'

/** Takes a case that the server refused back into its form, with all that was filled in; a correction goes back to its case. */
export async function reopen({ keep, courier }: Pick<CaseApp, 'keep' | 'courier'>, sending: Sending): Promise<void> {
  if (!sending.isCorrection) await keep.write(draftName(sending.region, sending.service), draftOf(sending, Date.now()))
  await courier.drop(sending.id)
  if (!sending.isCorrection) location.assign(`/ajukan/${sending.region}/${sending.service}`)
}

/** The same case, so that what the server knows of it (its claim, its papers) still holds. */
export function draftOf(sending: Sending, nowMs: number): Draft {
  const { id, region, service, version, answers, papers } = sending
  return {
    id,
    region,
    service,
    version,
    answers,
    recalled: [],
    papers: Object.fromEntries(Object.entries(papers).map(([slug, paper]) => [slug, { paper, isAgreed: true }])),
    step: 0,
    isDeclared: false,
    startedAtMs: nowMs,
    changedAtMs: nowMs,
  }
}
