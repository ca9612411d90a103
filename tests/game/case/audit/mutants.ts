import type { Mutant, RuleSet } from '../../../../bench/rules/rule-set.ts'

const m = (rule: string, file: string, find: string, replace: string): Mutant => ({ rule, file: `${file}.ts`, find, replace })

/** At least one for each rule of SPEC.md, in its order. */
const mutants: readonly Mutant[] = [
  m('A1', 'verify-audit', 'if (hash !== claimed)', 'if (hash !== claimed && index > 0)'),
  m('A1', 'verify-audit', '    if (hash !== claimed)', '    hash = claimed\n    if (hash !== claimed)'),
  m('A1', 'audit-line', '${previous}\\n${seal}\\n${canonicalJson(shown)}', '${previous}\\n${canonicalJson(shown)}'),
  m('A2', 'audit-line', '${previous}\\n${seal}\\n', '${seal}\\n'),
  m('A3', 'audit-line', 'return canonicalJson(head)', 'return canonicalJson(head.day)'),
  m('A3', 'audit-line', 'return canonicalJson(head)', 'return canonicalJson({ ...head, before: null })'),
  m('A4', 'audit-line', 'shown: { atMs,', 'shown: { ...about, atMs,'),
  m('A4', 'audit-line', 'shown: { atMs,', 'shown: { ...{ why }, atMs,'),
  m('A5', 'audit-line', 'id: about.id, why }', "id: about.id, why: '' }"),
  m('A5', 'audit-line', '`${nonce}\\n', '`'),
  m('A6', 'verify-audit', 'if (entry.atMs < lastMs) return', 'if (entry.atMs < t0) return'),
  m('A6', 'verify-audit', 'if (day !== head.day)', 'if (day < head.day)'),
  m('A7', 'verify-audit', "if (isClosed) return fault(line, 'after-closing', 'the day was closed before this line')", ''),
  m('A8', 'verify-audit', 'if (!before.isClosed)', 'if (before.lines === 0)'),
  m('A9', 'verify-audit', 'if (canonicalJson(head.before) === canonicalJson(must))', 'if (head.before?.hash === before.hash)'),
  m('A9', 'verify-audit', 'if (canonicalJson(head.before) === canonicalJson(must))', 'if (head.before?.day === before.day)'),
  m('A9', 'verify-audit', 'if (head.region !== headBefore.region)', 'if (head.day === headBefore.day)'),
  m('A10', 'canonical-json', '    .sort()\n', ''),
  m('A10', 'canonical-json', '    .filter((name) => value[name] !== undefined)\n', ''),
  m('A11', 'group-accesses', 'group !== undefined && group', 'group !== undefined && access.atMs < 0 && group'),
  m('A11', 'group-accesses', 'group.latest.atMs - access.atMs', 'group.firstMs - access.atMs'),
  m('A11', 'group-accesses', '<= longestMs', '< longestMs'),
  m('A11', 'group-accesses', 'group.firstMs = access.atMs\n', ''),
  m('A11', 'group-accesses', 'group.count++\n', ''),
  m('A11', 'group-accesses', 'latest: access,', 'latest: accesses[accesses.length - 1],'),
  m('A12', 'group-accesses', '[act, role,', '[role,'),
  m('A12', 'group-accesses', '[act, role,', '[act,'),
  m('A12', 'group-accesses', ', officer, agency, about.kind', ', agency, about.kind'),
  m('A12', 'group-accesses', ', about.id, why', ', why'),
  m('A12', 'group-accesses', ', about.id, why', ', about.id'),
  m('A12', 'group-accesses', 'return officer === null ? null : ', 'return '),
]

export const auditRules: RuleSet = {
  spec: 'game/case/audit/SPEC.md',
  letter: 'A',
  domain: 'game/case/audit',
  tests: 'tests/game/case/audit',
  copied: ['game/case', 'game/queue', 'game/calendar', 'engine/core', 'tests/game/case/audit/sample-audit.ts'],
  mutants,
}
