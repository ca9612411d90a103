import type { BreachNotice, BreachView, ConsentView, DataRequestView, HoldingView } from '../../game/api/index.ts'
import {
  isDataRequestLate,
  purposes,
  retentionClasses,
  stopByMs,
  type Breach,
  type Consent,
  type DataRequest,
  type Held,
} from '../../game/case/index.ts'

const iso = (atMs: number): string => new Date(atMs).toISOString()
const instant = (atMs: number | null): string | null => (atMs === null ? null : iso(atMs))

export function consentView(consent: Consent): ConsentView {
  const { id, purpose, textVersion, textSha256, how, about, givenAtMs, withdrawnAtMs, stoppedAtMs } = consent
  const { name, words, stops } = purposes[purpose]
  const times = {
    givenAt: iso(givenAtMs),
    withdrawnAt: instant(withdrawnAtMs),
    stoppedAt: instant(stoppedAtMs),
    stopBy: instant(stopByMs(consent)),
  }
  return { id, purpose, name, words, stops, textVersion, textSha256, how, about, ...times }
}

/** How much of each class is held, and what the law says of it. */
export function holdingViews(holdings: readonly Held[]): HoldingView[] {
  const counts = new Map<Held['class'], number>()
  for (const held of holdings) counts.set(held.class, (counts.get(held.class) ?? 0) + 1)
  return [...counts].map(([slug, count]) => {
    const { name, days, basis, keeps } = retentionClasses[slug]
    return { class: slug, name, count, days, basis, keeps }
  })
}

export function dataRequestView(request: DataRequest, nowMs: number): DataRequestView {
  const { id, kind, about, state, askedAtMs, answerByMs, answeredAtMs } = request
  const isLate = isDataRequestLate(request, nowMs)
  return { id, kind, about, state, askedAt: iso(askedAtMs), answerBy: iso(answerByMs), answeredAt: instant(answeredAtMs), isLate }
}

export function breachNotice({ id, facts, foundAtMs, notifiedAtMs }: Breach): BreachNotice {
  return { id, facts, foundAt: iso(foundAtMs), notifiedAt: instant(notifiedAtMs) }
}

export function breachView(breach: Breach): BreachView {
  const { region, people, isPublic, state, notifyByMs, isInTime, closedAtMs } = breach
  const more = { notifyBy: iso(notifyByMs), isInTime, closedAt: instant(closedAtMs) }
  return { ...breachNotice(breach), region, people: people.length, isPublic, state, ...more }
}
