import type { CaseRole } from '../standard/standard.ts'
import { applyCaseEvent } from './apply-case-event.ts'
import type { CaseStateName } from './case-names.ts'
import type { DeskCommand } from './case-command.ts'
import type { CaseEvent } from './case-event.ts'
import type { CaseState, Mark } from './case-state.ts'
import { roleAfter } from './clock.ts'
import { accept, refuse, refuseState, type CaseDecision } from './decision.ts'
import { mayWork, rolesInTurn, turnOf } from './roles.ts'
import { hasOpenSteps, stepInHand } from './steps.ts'
import { workingMsBetween } from './working-days.ts'

type Of<Type extends DeskCommand['type']> = Extract<DeskCommand, { readonly type: Type }>

const hourMs = 3_600_000
const atWork: readonly CaseStateName[] = ['submitted', 'checked', 'in-process']
/** Where each action is possible; `take`, `release` and `link` look for themselves. */
const fromState: Readonly<Record<Exclude<DeskCommand['type'], 'take' | 'release' | 'link'>, readonly CaseStateName[]>> = {
  check: ['submitted'],
  accept: ['checked'],
  return: atWork,
  step: ['in-process'],
  decide: ['in-process'],
  reject: ['checked', 'in-process'],
  escalate: atWork,
}

/** What an officer does with a case: SPEC.md, "At the desk". */
export function decideDesk(state: CaseState, command: DeskCommand): CaseDecision {
  if (command.seen !== null && command.seen !== state.revision) return refuse('case-changed')
  if (command.type === 'take') return take(state, command)
  const isMine = state.holder?.officer === command.by.officer
  if (command.type !== 'release' && command.type !== 'link' && !fromState[command.type].includes(state.state)) return refuseState(state)
  if (!isMine) return state.holder === null ? refuse('case-not-held') : refuse('case-held', { hours: command.policy.takeOverHours })
  const { officer } = command.by
  const { atMs } = command
  if (command.type === 'release') return accept({ type: 'released', officer, why: 'own', atMs })
  if (command.type === 'link') return link(state, command)
  const barred = whyBarred(state, command.by)
  if (barred !== null) return barred
  switch (command.type) {
    case 'check':
      return handOn(state, { type: 'checked', officer, atMs })
    case 'accept':
      return state.fee?.state === 'later'
        ? accept({ type: 'accepted', officer, atMs })
        : handOn(state, { type: 'accepted', officer, atMs }, { type: 'started', atMs })
    case 'return':
      return giveBack(state, command)
    case 'step':
      return step(state, command)
    case 'decide':
      return decide(state, command)
    case 'reject':
      return reject(state, command)
    case 'escalate':
      return escalate(state, command)
  }
}

function take(state: CaseState, command: Of<'take'>): CaseDecision {
  const { by, calendar, policy, atMs } = command
  if (rolesInTurn(state).length === 0) return refuseState(state)
  const barred = whyBarred(state, by)
  if (barred !== null) return barred
  const role = actingRole(state, by)
  const taken = { type: 'taken', officer: by.officer, roles: by.roles, role, atMs } as const
  const { holder } = state
  if (holder === null) return accept({ ...taken, basis: 'free' })
  if (holder.officer === by.officer) return accept()
  const step = stepInHand(state)
  if (state.escalations.some((one) => one.step === step && one.atMs >= holder.actedAtMs)) return accept({ ...taken, basis: 'escalated' })
  const isSilent = workingMsBetween(calendar, holder.actedAtMs, atMs) >= policy.takeOverHours * hourMs
  return isSilent ? accept({ ...taken, basis: 'silent' }) : refuse('case-held', { hours: policy.takeOverHours })
}

/** Why an officer may not work on the case now. */
function whyBarred(state: CaseState, { officer, roles }: DeskCommand['by']): CaseDecision | null {
  if (mayWork(state, officer, roles)) return null
  return rolesInTurn(state).some((role) => roles.includes(role)) ? refuse('four-eyes') : refuse('role-missing', { role: turnOf(state) })
}

/** As what they act: in whose turn it is where they can, else in the role to which the step was escalated. */
function actingRole(state: CaseState, { roles }: DeskCommand['by']): CaseRole {
  return rolesInTurn(state).find((role) => roles.includes(role)) ?? roles[0]
}

/** The events, and that the holder lets go of a case whose next step is not theirs. */
function handOn(state: CaseState, ...events: readonly CaseEvent[]): CaseDecision {
  return accept(...events, ...releaseAfter(state, events))
}

/** For the events that give the turn to another role. */
export function releaseAfter(state: CaseState, events: readonly CaseEvent[]): CaseEvent[] {
  const after = events.reduce(applyCaseEvent, state)
  const { holder } = after
  if (holder === null || mayWork(after, holder.officer, holder.roles)) return []
  return [{ type: 'released', officer: holder.officer, why: 'handed-on', atMs: after.updatedAtMs }]
}

function giveBack(state: CaseState, command: Of<'return'>): CaseDecision {
  const { fields, papers, by, atMs } = command
  const sentences = [...fields, ...papers].map(({ sentence }) => sentence.trim())
  if (sentences.length === 0 || sentences.includes('')) return refuse('nothing-returned')
  const elsewhere = papers.find(({ requirement, mark }) => mark !== null && !liesOn(state, requirement, mark))
  if (elsewhere !== undefined) return refuse('mark-elsewhere', { requirement: elsewhere.requirement })
  return accept({ type: 'returned', officer: by.officer, role: actingRole(state, by), fields, papers, atMs })
}

function liesOn(state: CaseState, requirement: string, { paper, page, x, y, width, height }: Mark): boolean {
  const isWithin = (from: number, size: number): boolean => from >= 0 && size > 0 && from + size <= 1
  return state.papers[requirement] === paper && Number.isInteger(page) && page >= 1 && isWithin(x, width) && isWithin(y, height)
}

function step(state: CaseState, { by, atMs }: Of<'step'>): CaseDecision {
  if (!hasOpenSteps(state)) return refuseState(state)
  const { slug, role } = state.steps[state.stepsDone]
  return handOn(state, { type: 'step-done', officer: by.officer, role, step: slug, atMs })
}

function decide(state: CaseState, { by, text, atMs }: Of<'decide'>): CaseDecision {
  if (hasOpenSteps(state)) return refuse('steps-open', { step: state.steps[state.stepsDone].slug })
  if (text.title.trim() === '' || !text.lines.some((line) => line.text.trim() !== '')) return refuse('text-missing')
  return accept({ type: 'decided', officer: by.officer, text, atMs })
}

function reject(state: CaseState, { by, reason, appeal, atMs }: Of<'reject'>): CaseDecision {
  const mayReject = rolesInTurn(state).includes('approver') && by.roles.includes('approver')
  if (!mayReject) return refuse('role-missing', { role: 'approver' })
  if (state.verifiers.includes(by.officer)) return refuse('four-eyes')
  if (reason.trim() === '' || appeal.trim() === '') return refuse('reason-missing')
  return accept({ type: 'rejected', officer: by.officer, reason, appeal, atMs })
}

function link(state: CaseState, { link: to, by, atMs }: Of<'link'>): CaseDecision {
  if (state.links.some(({ type, id }) => type === to.type && id === to.id)) return accept()
  return accept({ type: 'linked', link: to, officer: by.officer, atMs })
}

function escalate(state: CaseState, { by, reason, atMs }: Of<'escalate'>): CaseDecision {
  if (reason.trim() === '') return refuse('reason-missing')
  const inTurn = rolesInTurn(state)
  const top = inTurn[inTurn.length - 1]
  if (top === 'approver') return refuse('already-escalated')
  const event = {
    type: 'escalated',
    step: stepInHand(state) ?? 0,
    to: roleAfter[top],
    basis: 'officer',
    reason,
    officer: by.officer,
    atMs,
  } as const
  return accept(event, { type: 'released', officer: by.officer, why: 'handed-on', atMs })
}
