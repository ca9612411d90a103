import type { CaseState } from './case-state.ts'

/** Whether a place of an exemption with a quota is this case's; what ended without a product leaves it to others. @param exemption its slug */
export function keepsPlace({ state, fee }: CaseState, exemption: string): boolean {
  return state !== 'withdrawn' && state !== 'rejected' && fee?.tariff === exemption
}
