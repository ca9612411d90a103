import type { ErrorTable } from '@balai/engine/core'

/** Every refusal of `decideCase`. What `details` carries is named in SPEC.md. */
export const caseErrors = {
  'unknown-case': { meaning: 'there is no such case, or it is somebody else’s', remedy: 'look at your own cases' },
  'already-submitted': {
    meaning: 'the case was submitted with other contents',
    remedy: 'look at {number}; make a new case for a new wish',
  },
  'case-state': { meaning: 'the case {number} is {state}, which does not allow this', remedy: 'read the case again' },
  'case-changed': { meaning: 'somebody else changed the case since it was read', remedy: 'read it again' },
  'case-held': { meaning: 'another officer has it in hand', remedy: 'wait {hours} working hours, or ask them to release it' },
  'case-not-held': { meaning: 'nobody has it in hand', remedy: 'take it first' },
  'role-missing': { meaning: 'this belongs to the {role}', remedy: 'leave it to an officer who has that role' },
  'four-eyes': { meaning: 'who verified may not decide', remedy: 'leave it to another approver' },
  'nothing-returned': {
    meaning: 'a return names at least one field or paper, each with a sentence',
    remedy: 'mark what is to be put right',
  },
  'mark-elsewhere': { meaning: 'a mark lies on the paper that is returned, within the page', remedy: 'mark {requirement} again' },
  'not-returned': { meaning: '{part} was not returned', remedy: 'send it as it was' },
  'part-unanswered': { meaning: '{part} was returned and is as it was', remedy: 'put {part} right' },
  'steps-open': { meaning: 'a step before the decision is not done', remedy: 'do {step} first' },
  'text-missing': { meaning: 'a decision says what is written on the document', remedy: 'write a title and at least one line' },
  'reason-missing': { meaning: 'the reason, or how to object, is missing', remedy: 'state it' },
  'already-escalated': { meaning: 'the step is with the highest role', remedy: 'nothing is to be done' },
} as const satisfies ErrorTable
export type CaseErrorCode = keyof typeof caseErrors
