import type { Mutant, RuleSet } from '../../../../bench/rules/rule-set.ts'

const m = (rule: string, file: string, find: string, replace: string): Mutant => ({ rule, file: `${file}.ts`, find, replace })

/** At least one for each rule of SPEC.md, in its order. */
const mutants: readonly Mutant[] = [
  m('N1', 'notice-words', "'ticket.called': row(", "'ticket.recalled': row("),
  m('N1', 'notice-words', 'return Object.hasOwn(noticeWords, key) ?', 'return key.length > 12 ?'),
  m('N2', 'notice-words', "'Number {number} is called now.'", "'Your number is called now.'"),
  m('N3', 'notice-words', "'Your number is called now. Open Balai.'", "'Number {number} is called now. Open Balai.'"),
  m('N4', 'delivery', 'if (outside === null) return []', ''),
  m('N5', 'delivery', "if (!wanted.includes(channel)) return 'not-wanted'", ''),
  m('N6', 'delivery', "if (!providers.includes(channel)) return 'no-provider'", ''),
  m('N7', 'delivery', "addresses.includes(channel) ? null : 'no-address'", 'null'),
  m('N8', 'quiet-hours', ': hour >= from || hour < until', ': hour >= from'),
  m('N8', 'quiet-hours', 'endMs > localMs ? endMs : endMs + dayMs', 'endMs'),
  m('N8', 'quiet-hours', 'from <= until', 'from < until'),
  m('N8', 'quiet-hours', 'const localMs = atMs + utcOffsetMinutes * 60_000', 'const localMs = atMs'),
  m('N9', 'delivery', 'isUrgent ? nowMs : sendAtMs', 'false ? nowMs : sendAtMs'),
  m('N10', 'delivery', 'nowMs > bornMs + urgentMs', 'nowMs > bornMs + 2 * urgentMs'),
  m('N10', 'delivery', 'noticeWords[key].isUrgent && ', ''),
  m('N11', 'delivery', "outcome === 'taken-over'", "outcome !== 'gone'"),
  m('N12', 'delivery', '[1, 5, 25, 125]', '[1, 5, 25]'),
  m('N12', 'delivery', 'tries: tries + 1', 'tries'),
  m('N13', 'delivery', "if (outcome === 'gone')", 'if (false)'),
  m('N14', 'delivery', "if (delivery.state !== 'queued') return delivery", "if (delivery.state === 'sent') return delivery"),
  m('N14', 'delivery', "delivery.state === 'queued' && isLate", 'isLate'),
  m('N15', 'notice-words', "Object.hasOwn(values, name) ? values[name] : '–'", 'values[name]'),
]

export const noticeRules: RuleSet = {
  spec: 'game/case/notice/SPEC.md',
  letter: 'N',
  domain: 'game/case/notice',
  tests: 'tests/game/case/notice',
  copied: ['game/case/notice', 'game/case/standard/localized.ts'],
  mutants,
}
