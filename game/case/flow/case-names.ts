/** Where a case stands. `issued` and before `collected` is the way out of it; `collected`, `rejected` and `withdrawn` are final. */
export const caseStates = [
  'submitted',
  'checked',
  'returned',
  'accepted',
  'in-process',
  'decided',
  'rejected',
  'issued',
  'collected',
  'withdrawn',
] as const
export type CaseStateName = (typeof caseStates)[number]

/** What an officer does to a case. `reject`, `decide`: the end of it; `link` and `escalate` move nothing. */
export const caseActions = ['take', 'release', 'check', 'return', 'accept', 'step', 'decide', 'reject', 'link', 'escalate'] as const
export type CaseAction = (typeof caseActions)[number]

/** How a product came to its owner. */
export const collectionWays = ['desk', 'drive-thru', 'mini-mall', 'self-print', 'download'] as const
export type CollectionWay = (typeof collectionWays)[number]
