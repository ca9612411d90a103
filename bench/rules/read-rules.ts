/** The numbers of the rules of a SPEC.md, in its order: `- **Q12** …`, a letter for each SPEC. */
export function readRules(spec: string): string[] {
  return [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, rule]) => rule)
}

/** The rules that the titles of a test file cite: `test('Q12, Q14: …`. */
export function citedRules(text: string): Set<string> {
  const titles = [...text.matchAll(/^\s*(?:test|it)\((['"`])([A-Z]\d+(?:, [A-Z]\d+)*): /gm)]
  return new Set(titles.flatMap(([, , rules]) => rules.split(', ')))
}

/** Whether a title cites a rule. Q1 is not in Q12. */
export function cites(title: string, rule: string): boolean {
  const [, rules] = /^([A-Z]\d+(?:, [A-Z]\d+)*): /.exec(title) ?? []
  return rules !== undefined && rules.split(', ').includes(rule)
}
