import type { CaseAction } from '../../../../case/index.ts'

/** One key for each thing to do with a case, shown beside it. F, D and ? are the console's and mean the same here. */
export const caseKeys = {
  take: 'M',
  check: 'P',
  accept: 'T',
  step: 'S',
  decide: 'U',
  return: 'K',
  reject: 'O',
  link: 'H',
  escalate: 'E',
  release: 'L',
  list: 'Q',
  paper: 'B',
  larger: '+',
  smaller: '-',
} as const satisfies Readonly<Record<CaseAction, string>> & Readonly<Record<string, string>>
export type CaseKey = keyof typeof caseKeys

/** These move a case on for good: a letter typed beside a field must not. */
export const twiceCaseKeys: ReadonlySet<string> = new Set<CaseKey>(['check', 'accept', 'step'])
