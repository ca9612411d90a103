import type { Mutant, RuleSet } from '../../../../bench/rules/rule-set.ts'

const m = (rule: string, file: string, find: string, replace: string): Mutant => ({ rule, file: `${file}.ts`, find, replace })

/** At least one for each rule of SPEC.md, in its order. */
const mutants: readonly Mutant[] = [
  m('R1', 'purposes', "version: 'kabar-1'", "version: 'kasus-1'"),
  m('R1', 'purposes', '${words.id}\\n', ''),
  m('R1', 'purposes', 'return Object.hasOwn(purposes, text)', 'return text in purposes'),
  m('R2', 'consent', 'givenAtMs: atMs, ', 'givenAtMs: 0, '),
  m('R3', 'consent', 'if (before.textSha256 === given.textSha256) return []', ''),
  m('R3', 'consent', 'if (before.textSha256 === given.textSha256) return []', 'return []'),
  m('R4', 'consent', 'one.about?.id === about?.id', 'true'),
  m('R4', 'consent', 'one.purpose === purpose && ', ''),
  m('R5', 'consent', 'return consent.withdrawnAtMs === null\n', 'return consent.stoppedAtMs === null\n'),
  m('R5', 'consent', 'consent !== undefined && mayUse(consent) ?', 'consent !== undefined ?'),
  m('R6', 'three-days', '72 * 3_600_000', '73 * 3_600_000'),
  m('R6', 'consent', ' || consent.stoppedAtMs !== null) return []', ') return []'),
  m('R6', 'consent', 'consent.withdrawnAtMs === null || consent.stoppedAtMs !== null) return', 'consent.stoppedAtMs !== null) return'),
  m('R7', 'consent', 'one.purpose === purpose && mayUse(one)', 'one.purpose === purpose'),
  m('R8', 'retention', "  push: 'notice',\n", ''),
  m('R8', 'retention', "basis: 'UU 27/2022 pasal 20, 35'", "basis: ''"),
  m('R9', 'retention', 'if (keeps === null) return { erase: true }', ''),
  m('R10', 'retention', "if (held.isNeeded) return { erase: false, why: 'needed', untilMs: null }", ''),
  m('R10', 'retention', 'days === null || held.isNeeded', 'days === null'),
  m('R11', 'retention', 'nowMs >= untilMs ?', 'nowMs > untilMs ?'),
  m(
    'R11',
    'retention',
    "if (held.endedAtMs === null) return { erase: false, why: 'open', untilMs: null }",
    'if (held.endedAtMs === null) return { erase: true }',
  ),
  m(
    'R12',
    'retention',
    "if (days === null) return { erase: false, why: 'law', untilMs: null }",
    'if (days === null) return { erase: true }',
  ),
  m('R13', 'retention', 'keeps === null ? held.createdAtMs : held.endedAtMs', 'held.createdAtMs'),
  m('R13', 'retention', 'nowMs >= fromMs + days * dayMs', 'nowMs > fromMs + days * dayMs'),
  m('R14', 'data-request', 'event.atMs <= before.answerByMs', 'event.atMs < before.answerByMs'),
  m('R14', 'data-request', 'nowMs > request.answerByMs', 'nowMs >= request.answerByMs'),
  m('R15', 'data-request', "if (request.state !== 'received')", "if (request.state === 'done')"),
  m('R15', 'data-request', "answer.words.trim() === ''", "answer.words === ''"),
  m('R16', 'breach', 'if (found.foundAtMs > found.atMs)', 'if (false)'),
  m('R16', 'breach', 'notifyByMs: foundAtMs + threeDaysMs', 'notifyByMs: event.atMs + threeDaysMs'),
  m('R17', 'breach', "breach.facts[fact].trim() === ''", "fact !== 'recovery' && breach.facts[fact].trim() === ''"),
  m('R18', 'breach', '{ ...before.facts, ...facts }', '{ ...before.facts }'),
  m('R18', 'breach', "  if (breach.state !== 'found') return { ok: false, code: 'breach-state' }\n  return", '  return'),
  m('R19', 'breach', "return breach.state === 'notified' ?", "return breach.state !== 'closed' ?"),
  m('R19', 'breach', 'event.atMs <= before.notifyByMs', 'event.atMs < before.notifyByMs'),
]

export const rightsRules: RuleSet = {
  spec: 'game/case/rights/SPEC.md',
  letter: 'R',
  domain: 'game/case/rights',
  tests: 'tests/game/case/rights',
  copied: ['game/case/rights', 'game/case/standard/localized.ts'],
  mutants,
}
