import type {
  ComplaintView,
  GiftView,
  LevyDetail,
  LevyReceipt,
  LevyRow,
  OfficerComplaintRow,
  OfficerComplaintView,
} from '../../game/api/index.ts'
import {
  complaintLevels,
  isOverdue,
  mostReopenings,
  retractMs,
  type ComplaintState,
  type GiftState,
  type LevyState,
} from '../../game/case/index.ts'
import type { LevyForIntegrity, OpenComplaint, OpenLevy } from '../voice/index.ts'

const instant = (atMs: number): string => new Date(atMs).toISOString()
const instantOrNull = (atMs: number | null): string | null => (atMs === null ? null : instant(atMs))

/** A complaint as who sent it sees it: roles, and nobody's name. */
export function complaintView({ complaint, words }: OpenComplaint, nowMs: number): ComplaintView {
  const { id, number, region, agency, kind, state, level, createdAtMs, dueMs, isLate, rating, reopenUntilMs, reopenings } = complaint
  const mayReopen =
    (state === 'answered' || state === 'closed') &&
    level !== complaintLevels.at(-1) &&
    reopenings < mostReopenings &&
    reopenUntilMs !== null &&
    nowMs <= reopenUntilMs
  return {
    id,
    number,
    region,
    agency,
    kind,
    state,
    level,
    sentAt: instant(createdAtMs),
    dueAt: instantOrNull(dueMs),
    isLate: isLate || (dueMs !== null && nowMs > dueMs),
    words: words.map(({ from, atMs, level, text }) => ({ from, at: instant(atMs), level, text })),
    rating,
    reopenUntil: mayReopen ? instantOrNull(reopenUntilMs) : null,
  }
}

export function officerComplaintRow(complaint: ComplaintState, officer: string, nowMs: number): OfficerComplaintRow {
  const { id, number, region, agency, kind, state, level, holder, createdAtMs, dueMs, isLate, voice, reopenings } = complaint
  return {
    id,
    number,
    region,
    agency,
    kind,
    state,
    level,
    holder: holder === null ? null : holder === officer ? 'me' : 'other',
    sentAt: instant(createdAtMs),
    dueAt: instantOrNull(dueMs),
    isLate: isLate || (dueMs !== null && nowMs > dueMs),
    isAnonymous: 'codeHash' in voice,
    reopenings,
  }
}
export function officerComplaintView(open: OpenComplaint, officer: string, nowMs: number): OfficerComplaintView {
  const { complaint, words } = open
  const mayTake = complaint.state === 'received' && !complaint.answeredBy.includes(officer)
  return {
    ...officerComplaintRow(complaint, officer, nowMs),
    words: words.map(({ from, atMs, level, text }) => ({ from, at: instant(atMs), level, text })),
    rating: complaint.rating,
    actions: mayTake ? ['take'] : complaint.state === 'in-hand' && complaint.holder === officer ? ['answer'] : [],
  }
}

export function levyReceipt({ levy, facts, finding }: OpenLevy, code: string, nowMs: number): LevyReceipt {
  const { number, state, sealedAtMs, seal, words, outcome } = levy
  const mayRetract = state === 'sealed' && nowMs - sealedAtMs <= retractMs
  return {
    number,
    code,
    state,
    sealedAt: instant(sealedAtMs),
    hash: seal,
    retractUntil: mayRetract ? instant(sealedAtMs + retractMs) : null,
    wordsAdded: words.length,
    outcome,
    finding,
    rupiah: facts.rupiah,
    basis: facts.basis,
  }
}
export function levyRow({ id, number, state, sealedAtMs, holder, words, outcome }: LevyState, officer: string): LevyRow {
  return {
    id,
    number,
    state,
    sealedAt: instant(sealedAtMs),
    holder: holder === null ? null : holder === officer ? 'me' : 'other',
    wordsAdded: words.length,
    outcome,
  }
}
export function levyDetail(open: LevyForIntegrity, officer: string): LevyDetail {
  const { levy, facts, finding, isIntact, words, officerName } = open
  const { region, agency, service, counter, label, rupiah, basis } = facts
  return {
    ...levyRow(levy, officer),
    hash: levy.seal,
    facts: { region, agency, service, counter, officerName, label, rupiah, basis },
    isIntact,
    words,
    finding,
    actions: levy.state === 'sealed' ? ['take'] : levy.state === 'in-hand' && levy.holder === officer ? ['close'] : [],
  }
}

export function giftView(gift: GiftState, officer: string, nowMs: number): GiftView {
  const { id, number, receivedOn, createdAtMs, state, dueMs, isLate, agency } = gift
  return {
    id,
    number,
    receivedOn,
    declaredAt: instant(createdAtMs),
    state,
    dueAt: instantOrNull(dueMs),
    isOverdue: isOverdue(gift, nowMs),
    isLate,
    agency,
    isMine: gift.officer === officer,
  }
}
