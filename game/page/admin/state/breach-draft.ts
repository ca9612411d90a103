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

/** Numbers of cases or accounts, however they are pasted: one a line, with commas or spaces. Each once. */
export function readPeople(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((name) => name !== ''))]
}
