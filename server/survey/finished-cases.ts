/** The end of a case that can be rated: its product is there, or it was refused with a reason. */
export const finishedCaseStates: ReadonlySet<string> = new Set(['issued', 'collected', 'rejected'])
