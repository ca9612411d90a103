/** A fault of one rule: `find` occurs exactly once in `file`, and the tests that cite the rule must fail when it becomes `replace`. */
export type Mutant = { readonly rule: string; readonly file: string; readonly find: string; readonly replace: string }

/** The rules of one SPEC.md, with the tests and planted faults that prove them. Paths from the project's root. */
export type RuleSet = {
  readonly spec: string
  /** The letter of its rules. */
  readonly letter: string
  /** The folder that `Mutant.file` starts from. */
  readonly domain: string
  /** The folder whose `*.test.ts` cite the rules. */
  readonly tests: string
  /** Folders and files that the tests need: the domain, and what they import beside it. */
  readonly copied: readonly string[]
  readonly mutants: readonly Mutant[]
}
