import { breachFacts, type BreachFact, type BreachFacts } from '../../../case/index.ts'

export const noFacts: BreachFacts = { data: '', when: '', how: '', handling: '', recovery: '' }

/** What the notice must say and nobody has written yet, in its order. */
export function missingFacts(facts: BreachFacts): readonly BreachFact[] {
  return breachFacts.filter((fact) => facts[fact].trim() === '')
}

/** What was written anew; empty: nothing. */
export function changedFacts(before: BreachFacts, now: BreachFacts): Partial<BreachFacts> {
  return Object.fromEntries(breachFacts.filter((fact) => before[fact] !== now[fact].trim()).map((fact) => [fact, now[fact].trim()]))
}

/** The longest that the server reads; no number is that long, so what is cut is refused by its beginning. */
const mostSigns = 80

/** Numbers of applications or accounts, however they are pasted: one a line, or with commas. A space within one is kept. Each once. */
export function readPeople(text: string): readonly string[] {
  const names = text.split(/[,;\n\r\t]+/).map((name) => name.trim().slice(0, mostSigns))
  return [...new Set(names.filter((name) => name !== ''))]
}
