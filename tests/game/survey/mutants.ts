import type { Mutant, RuleSet } from '../../../bench/rules/rule-set.ts'

const m = (rule: string, file: string, find: string, replace: string): Mutant => ({ rule, file: `${file}.ts`, find, replace })

/** At least one for each rule of SPEC.md, in its order. */
const mutants: readonly Mutant[] = [
  m('S1', 'survey', 'return stranger === undefined ? { ok: true }', 'return true ? { ok: true }'),
  m('S1', 'survey', 'Object.hasOwn(answers, element) ? answers[element] : null', 'answers[element]'),
  m('S2', 'survey', ' && answer !== 4)', ' && answer !== 4 && answer !== 5)'),
  m('S3', 'survey', '(2 * 2500 * total + 9 * n) / (18 * n)', '(2 * 2500 * total * 0.999 + 9 * n) / (18 * n)'),
  m('S3', 'survey', 'sums[element] / n]', 'sums[element] / 4]'),
  m('S4', 'survey', '(2 * 2500 * total + 9 * n)', '(2 * 2500 * total)'),
  m('S5', 'survey', 'hundredths >= 8831', 'hundredths > 8831'),
  m('S5', 'survey', 'hundredths >= 6500', 'hundredths >= 6499'),
  m('S6', 'survey', 'if (n === 0) return null', ''),
  m('S7', 'profile', 'if (!choices.includes(value))', 'if (false)'),
  m('S7', 'profile', 'if (!Object.hasOwn(profileChoices, field)) return { ok: false, field }', 'if (!(field in profileChoices)) continue'),
  m('S8', 'sample-size', '250 * (population - 1)', '250 * population'),
  m('S8', 'sample-size', '(2 * above + below) / (2 * below)', 'above / below'),
  m('S8', 'sample-size', 'if (population === 0) return 0', 'if (population === 0) return 1'),
  m('S9', 'sample-size', 'answered >= needed', 'answered > needed'),
  m('S9', 'sample-size', 'population > 0 && ', ''),
  m('S10', 'suppress', 'export const smallestCell = 5', 'export const smallestCell = 4'),
  m('S11', 'suppress', 'together > 0 && together < smallestCell', 'false'),
  m('S11', 'suppress', '(a < b ? -1 : 1)', '(a < b ? 1 : -1)'),
  m('S12', 'period', '+ 2) / 3', '+ 1) / 3'),
  m('S12', 'period', '-T[1-4]$/', '-T[1-5]$/'),
  m('S12', 'period', 'quarter === 1 || quarter === 4', 'quarter === 4'),
  m('S13', 'release', 'response.day >= today', 'response.day > today'),
  m('S13', 'release', 'waiting.length < smallestCell', 'waiting.length < 1'),
  m('S14', 'dashboard', 'periodOf(on) === period', 'periodOf(on) <= period'),
  m(
    'S14',
    'release',
    '    releases.push({ on: day, responses: waiting })\n    waiting = []',
    '    releases.push({ on: waiting[0].day, responses: waiting })\n    waiting = []',
  ),
  m('S14', 'dashboard', 'const all = [...byAgency.values()].flat()', 'const all = [...responses]'),
  m('S15', 'dashboard', 'profile: isRunning ? [] : profileFields', 'profile: profileFields'),
  m('S15', 'dashboard', 'parts: isRunning ? [] : scoreCells(groupBy', 'parts: scoreCells(groupBy'),
  m('S15', 'dashboard', 'period >= periodOf(today)', 'period > periodOf(today)'),
  m('S16', 'dashboard', 'whole: scoreSurveys(own.map', 'whole: scoreSurveys(responses.map'),
  m('S16', 'dashboard', 'scoreSurveys((groups.get(key) ?? []).map', 'scoreSurveys([...groups.values()].flat().map'),
  m(
    'S17',
    'dashboard',
    "new Map<string, Response[]>([...profileChoices[field], ''].map",
    "new Map<string, Response[]>(responses.map(({ profile }) => profile[field] ?? '').map",
  ),
  m(
    'S18',
    'dashboard-csv',
    "if (score === null) return [period, part, key, '', '', '',",
    "if (score === null) return [period, part, key, '<5', '', '',",
  ),
  m('S18', 'dashboard-csv', "`'${text}`", 'text'),
]

export const surveyRules: RuleSet = {
  spec: 'game/survey/SPEC.md',
  letter: 'S',
  domain: 'game/survey',
  tests: 'tests/game/survey',
  copied: ['game/survey', 'tests/game/survey/sample-answers.ts'],
  mutants,
}
